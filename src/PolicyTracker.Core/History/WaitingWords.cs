using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Text;

namespace PolicyTracker.Core.History;

/// <summary>Words of a text that an edit which waits would quote, as they stand there.</summary>
/// <param name="Slug">The announcement.</param>
/// <param name="Title">Its title.</param>
/// <param name="Language">Its language.</param>
/// <param name="Version">The version of its text.</param>
/// <param name="Before">What stands before them in the same line.</param>
/// <param name="Exact">The words.</param>
/// <param name="After">What stands behind them.</param>
public sealed record WaitingWords(string Slug, string Title, string Language, int Version, string Before, string Exact, string After);

/// <summary>A quotation that waits for a second editor, for whoever has its text open.</summary>
/// <param name="Edit">The edit that waits.</param>
/// <param name="By">Who proposed it.</param>
/// <param name="Exact">The words.</param>
/// <param name="Place">Where they stand.</param>
public sealed record WaitingQuotation(Guid Edit, string By, string Exact, CodePointRange Place);

internal static class WaitingWordsReading
{
    private const int Around = 300; // UTF-16 units of the line shown on each side of the words: nearly always their sentence

    /// <summary>The words that proposed records quote, by the identity of the annotation. A text that waits itself has none yet.</summary>
    public static async Task<Dictionary<Guid, WaitingWords>> WaitingWordsAsync(
        this TrackerDb db,
        IEnumerable<ProposedRecord> records,
        CancellationToken cancel
    )
    {
        var marked = records.Where(r => r.Kind is RecordKind.Annotation).Select(Read).ToList();
        var ids = marked.Select(m => m.SourceVersionId).Distinct().ToList();
        var sources = await (
            from v in db.Set<SourceVersion>()
            where ids.Contains(v.Id)
            join a in db.Set<Announcement>() on v.AnnouncementId equals a.Id
            select new
            {
                v.Id,
                v.Number,
                a.Slug,
                a.Title,
                a.Language,
            }
        ).ToListAsync(cancel);
        var found = new Dictionary<Guid, WaitingWords>();
        foreach (var source in sources)
        {
            var text = (await db.OpenTextAsync(source.Id, cancel))!.Text; // one at a time: each may have megabytes
            foreach (var m in marked.Where(m => m.SourceVersionId == source.Id))
            {
                found[m.Id] = new(
                    source.Slug,
                    source.Title,
                    source.Language,
                    source.Number,
                    WordsAround.Before(text, m.Start, Around),
                    text[m.Start..m.End],
                    WordsAround.After(text, m.End, Around)
                );
            }
        }

        return found;
    }

    /// <summary>Where a proposed annotation stands, and its words.</summary>
    public static ProposedWords Read(ProposedRecord annotation)
    {
        var content = JsonNode.Parse(annotation.Content)!.AsObject();
        return new(
            annotation.Id,
            content["sourceVersionId"]!.GetValue<Guid>(),
            content["start"]!.GetValue<int>(),
            content["end"]!.GetValue<int>(),
            new(content["startCodePoint"]!.GetValue<int>(), content["endCodePoint"]!.GetValue<int>()),
            content["exact"]!.GetValue<string>()
        );
    }
}

/// <summary>The place of a proposed annotation, in UTF-16 and in code points.</summary>
internal sealed record ProposedWords(Guid Id, Guid SourceVersionId, int Start, int End, CodePointRange Place, string Exact);
