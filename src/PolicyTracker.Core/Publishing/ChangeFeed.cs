using System.ServiceModel.Syndication;
using System.Xml;
using PolicyTracker.Core.History;
using static PolicyTracker.Core.Publishing.SummaryTexts;

namespace PolicyTracker.Core.Publishing;

/// <summary>The newest edits as an Atom feed (RFC 4287).</summary>
public sealed class ChangeFeed(ChangeQueries changes)
{
    /// <summary>How many edits a feed holds.</summary>
    public const int MaxListed = 100;

    /// <summary>Writes the newest edits that pass the filter.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="address">The tracker's own address, such as https://tracker.example/.</param>
    /// <param name="self">The feed's path and query.</param>
    /// <param name="filter">Which edits.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task WriteAsync(Stream to, Uri address, string self, ChangeFilter filter, CancellationToken cancel = default)
    {
        var items = await changes.ListAsync(MaxListed, filter: filter, cancel: cancel);
        var feed = new SyndicationFeed(Texts["FeedTitle"], Texts["FeedLead", MaxListed], new Uri(address, "/changes"))
        {
            Id = new Uri(address, self).ToString(),
            LastUpdatedTime = items.Count > 0 ? items[0].At : DateTimeOffset.UnixEpoch,
            Items = [.. items.Select(item => Entry(address, item))],
        };
        feed.Links.Add(SyndicationLink.CreateSelfLink(new Uri(address, self), "application/atom+xml"));
        await using var xml = XmlWriter.Create(
            to,
            new XmlWriterSettings
            {
                Async = true,
                Indent = true,
                Encoding = new System.Text.UTF8Encoding(false),
            }
        );
        feed.SaveAsAtom10(xml);
        await xml.FlushAsync();
    }

    private static SyndicationItem Entry(Uri address, ChangeItem item)
    {
        var entry = new SyndicationItem(
            Clean(Texts["FeedEntry", WireNames.Of(item.Kind).Replace('-', ' '), item.Label, WireNames.Of(item.Act)]),
            Clean(item.Why),
            new Uri(address, $"/history/{WireNames.Of(item.Kind)}/{item.RecordId}/{item.Version}"),
            "urn:sha256:" + item.Hash,
            item.At
        )
        {
            PublishDate = item.At,
        };
        entry.Authors.Add(new SyndicationPerson { Name = Clean(item.By) });
        if (item.ApprovedBy is { } approver)
        {
            entry.Contributors.Add(new SyndicationPerson { Name = Clean(approver) });
        }

        return entry;
    }

    // XML knows no control characters; an announcement's words may hold some.
    private static string Clean(string text) =>
        string.Concat(
            text.EnumerateRunes().Where(r => r.Value is 9 or 10 or 13 or >= 0x20 and not (0xFFFE or 0xFFFF)).Select(r => r.ToString())
        );
}
