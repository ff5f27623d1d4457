using PolicyTracker.Core;
using PolicyTracker.Core.History;
using PolicyTracker.Core.Jurisdictions;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Text;

namespace PolicyTracker.Web.Shared;

/// <summary>The addresses of pages; no page writes one by hand. Where a record is shown, its <see cref="RecordDescriptor"/> says.</summary>
internal static class Addresses
{
    public static string Quote(Quotation q) => $"/announcements/{q.AnnouncementSlug}?quote={q.Id}#q-{q.Id}";

    /// <summary>A text at words that nobody quotes yet: browsers find and show them by themselves.</summary>
    public static string Words(WaitingWords words)
    {
        var exact = words.Exact.Length <= 300 ? words.Exact : words.Exact[..words.Exact.LastIndexOf(' ', 300)];
        return $"/announcements/{words.Slug}?version={words.Version}#:~:text={TextFragment.Encode(exact)}";
    }

    /// <summary>
    /// The quoted words where the announcement was published, which a browser finds and shows; null where that is not recorded, and
    /// for an older version, whose words need not stand there any more.
    /// </summary>
    public static string? Original(Quotation q) =>
        q.Age is QuotationAge.Current
        && q.SourceUrl is { } url
        && Uri.TryCreate(url, UriKind.Absolute, out var address)
        && address.Scheme is "http" or "https"
        && TextFragment.Of(q.Exact, q.Prefix, q.Suffix) is { } words
            ? address.AbsoluteUri + (address.Fragment.Length == 0 ? "#" : "") + words
            : null;

    /// <summary>The older version that a quotation stands in beside the newest of its announcement.</summary>
    public static string CompareVersions(Quotation q) => Compare($"{q.AnnouncementSlug}@{q.Version}", q.AnnouncementSlug);

    /// <summary>Where editors settle what became of quotations in the newest version of an announcement.</summary>
    public static string Reanchor(string slug) => $"/announcements/{slug}/reanchor";

    /// <summary>The history of a record.</summary>
    public static string History(RecordKind kind, Guid id) => $"/history/{WireNames.Of(kind)}/{id}";

    public static string Pillar(string slug) => Of(RecordKind.Pillar, slug);

    public static string Commitment(string slug) => Of(RecordKind.Commitment, slug);

    /// <summary>
    /// A goal stands on its pillar's page, one that spans the pillars on the overview: on the part of it that holds the goal.
    /// </summary>
    public static string Goal(string slug, string? pillar) => Of(RecordKind.Goal, slug, pillar);

    /// <summary>All commitments under a goal, those that pass a filter where one is given.</summary>
    public static string CommitmentsOf(string goal, string? status = null, string? topic = null)
    {
        static string Parameter(string name, string? value) => string.IsNullOrEmpty(value) ? "" : $"&{name}={Uri.EscapeDataString(value)}";
        return $"/commitments?goal={goal}{Parameter("status", status)}{Parameter("topic", topic)}";
    }

    /// <summary>All indicators of a pillar.</summary>
    public static string IndicatorsOf(string pillar) => $"/indicators?pillar={pillar}";

    /// <summary>An entry of the glossary, on the page that holds it.</summary>
    public static string Entry(RecordKind kind, string slug) => Of(kind, slug);

    public static string Indicator(string slug) => Of(RecordKind.Indicator, slug);

    public static string Announcement(string slug) => Of(RecordKind.Announcement, slug);

    /// <summary>A list of the records of the jurisdiction that the address of the page before asked for.</summary>
    /// <param name="list">The address of the list.</param>
    /// <param name="asked">What was asked for; null for nothing.</param>
    public static string InJurisdiction(string list, string? asked)
    {
        if (string.IsNullOrEmpty(asked))
        {
            return list;
        }

        var sign = list.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return $"{list}{sign}{JurisdictionQueries.Parameter}={Uri.EscapeDataString(asked)}";
    }

    /// <summary>An editorial rule, on the page of all.</summary>
    public static string Rule(string slug) => Of(RecordKind.EditorialRule, slug);

    /// <summary>Two texts beside each other, each named by slug or slug@version.</summary>
    public static string Compare(string from, string to) => $"/compare?from={Uri.EscapeDataString(from)}&to={Uri.EscapeDataString(to)}";

    private static string Of(RecordKind kind, string slug, string? pillar = null) =>
        RecordDescriptors.Of(kind).PathTo(new(kind, default, slug, slug, pillar, default))!;
}
