using System.Globalization;
using PolicyTracker.Core;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Localization;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Web.Shared;

/// <summary>How the vocabulary is worded for readers.</summary>
internal static class Words
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    /// <summary>What is told of an edit that needs a second editor.</summary>
    public static string Waits => SharedTexts.Texts["Waits"];

    /// <summary>The title of a page, as browsers show it.</summary>
    public static string Title(string page) => SharedTexts.Texts["PageTitle", page];

    public static string Day(DateOnly day) => day.ToString(SharedTexts.Texts["DayPattern"], English);

    /// <summary>A date, as much of it as is known: "November 2007 (inferred)".</summary>
    public static string Day(DateOnly start, DatePrecision precision, DateBasis basis)
    {
        var words = new PartialDate(start, precision).InWords();
        return basis switch
        {
            DateBasis.Stated => words,
            DateBasis.Inferred => SharedTexts.Texts["Inferred", words],
            _ => SharedTexts.Texts["BasisUnknown", words],
        };
    }

    /// <summary>The date of the announcement that a quotation is of.</summary>
    public static string Day(Quotation q) => Day(q.Date, q.DatePrecision, q.DateBasis);

    public static string Day(AnnouncementItem n) => Day(n.Date, n.DatePrecision, n.DateBasis);

    /// <summary>A date for programs, as much of it as is known: HTML takes 2007-11 and 2007 for times as well.</summary>
    public static string Iso(DateOnly start, DatePrecision precision) => new PartialDate(start, precision).ToString();

    public static string Time(DateTime utc) => utc.ToString("yyyy-MM-dd HH:mm", English) + " UTC";

    public static string Iso(DateTime utc) => utc.ToString("yyyy-MM-ddTHH:mm:ssZ", English);

    /// <summary>Who made an edit, and who approved it where somebody had to.</summary>
    public static string By(string name, string? approvedBy) =>
        approvedBy is null ? name : SharedTexts.Texts["ApprovedBy", name, approvedBy];

    public static string Count(int n) => n.ToString("#,0", English);

    public static string Count(int n, string one, string many) => $"{Count(n)} {(n == 1 ? one : many)}";

    public static string Bytes(long bytes) => bytes < 1_000_000 ? $"{bytes / 1000.0:0.#} kB" : $"{bytes / 1_000_000.0:0.#} MB";

    public static string Place(int start, int end) => SharedTexts.Texts["Characters", start, end];

    /// <summary>The sign of a quotation that the newest version of its announcement does not have; null where it has it.</summary>
    public static string? Older(Quotation q) =>
        q.Age switch
        {
            QuotationAge.Detached => SharedTexts.Texts["Detached", q.Version, q.Newest],
            QuotationAge.Unsettled => SharedTexts.Texts["Unsettled", q.Version, q.Newest],
            _ => null,
        };

    /// <summary>Where a quotation stands and who chose its words: ", 1 March 2023, characters 12 to 40, marked by an editor".</summary>
    public static string Source(Quotation q) =>
        q.Origin switch
        {
            AnnotationOrigin.HandMade => SharedTexts.Texts["SourceMarked", Day(q), Place(q.Start, q.End)],
            AnnotationOrigin.Suggested => SharedTexts.Texts["SourceSuggested", Day(q), Place(q.Start, q.End)],
            AnnotationOrigin.Imported => SharedTexts.Texts["SourceImported", Day(q), Place(q.Start, q.End)],
            _ => SharedTexts.Texts["Source", Day(q), Place(q.Start, q.End)], // the seed's say nothing: all of the first pages would
        };

    /// <summary>The word for a value of the vocabulary: <c>InProgress</c> reads "in progress".</summary>
    public static string Of(Enum value) => EnumTexts.Of(value);

    public static string Accent(Accent accent) => "accent-" + WireNames.Of(accent);

    /// <summary>A filter of an address; an empty one is none.</summary>
    public static string? Given(string? filter) => string.IsNullOrWhiteSpace(filter) ? null : filter.Trim();

    /// <summary>The page that an address asks for; the first where it asks for none.</summary>
    public static int PageNumber(string? text) => int.TryParse(text, NumberStyles.None, English, out var page) ? Math.Max(1, page) : 1;

    public static string Sentence(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    public static string Value(decimal value, Comparator comparator, string unit, decimal scale) =>
        ValueText.Of(value, comparator, unit, scale);

    public static string Unit(string unit, decimal scale) => ValueText.Unit(unit, scale);

    public static string Value(IndicatorItem of, ValueItem value) => Value(value.Value, value.Comparator, of.Unit, of.Scale);
}

/// <summary>The addresses of pages; no page writes one by hand. Where a record is shown, its <see cref="RecordDescriptor"/> says.</summary>
internal static class Addresses
{
    public static string Quote(Quotation q) => $"/announcements/{q.AnnouncementSlug}?quote={q.Id}#q-{q.Id}";

    /// <summary>The older version that a quotation stands in beside the newest of its announcement.</summary>
    public static string CompareVersions(Quotation q) => Compare($"{q.AnnouncementSlug}@{q.Version}", q.AnnouncementSlug);

    /// <summary>Where editors settle what became of quotations in the newest version of an announcement.</summary>
    public static string Reanchor(string slug) => $"/announcements/{slug}/reanchor";

    /// <summary>The history of a record.</summary>
    public static string History(RecordKind kind, Guid id) => $"/history/{WireNames.Of(kind)}/{id}";

    public static string Pillar(string slug) => Of(RecordKind.Pillar, slug);

    public static string Commitment(string slug) => Of(RecordKind.Commitment, slug);

    /// <summary>A goal stands on its pillar's page, one that spans the pillars on the overview: on the part of it that holds the goal.</summary>
    public static string Goal(string slug, string? pillar) => Of(RecordKind.Goal, slug, pillar);

    /// <summary>All commitments under a goal, those that pass a filter where one is given.</summary>
    public static string CommitmentsOf(string goal, string? status = null, string? topic = null) =>
        $"/commitments?goal={goal}{(string.IsNullOrEmpty(status) ? "" : "&status=" + Uri.EscapeDataString(status))}{(string.IsNullOrEmpty(topic) ? "" : "&topic=" + Uri.EscapeDataString(topic))}";

    /// <summary>All indicators of a pillar.</summary>
    public static string IndicatorsOf(string pillar) => $"/indicators?pillar={pillar}";

    /// <summary>An entry of the glossary, on the page that holds it.</summary>
    public static string Entry(RecordKind kind, string slug) => Of(kind, slug);

    public static string Indicator(string slug) => Of(RecordKind.Indicator, slug);

    public static string Announcement(string slug) => Of(RecordKind.Announcement, slug);

    /// <summary>Two texts beside each other, each named by slug or slug@version.</summary>
    public static string Compare(string from, string to) => $"/compare?from={Uri.EscapeDataString(from)}&to={Uri.EscapeDataString(to)}";

    private static string Of(RecordKind kind, string slug, string? pillar = null) =>
        RecordDescriptors.Of(kind).PathTo(new(kind, default, slug, slug, pillar, default))!;
}

/// <summary>The numbers of a page's footnotes: each quotation gets one, in the order in which it is shown.</summary>
public sealed class Footnotes
{
    private readonly Dictionary<Guid, int> _numbers = [];
    private readonly List<Quotation> _quotations = [];

    public Footnotes(IEnumerable<Quotation> quotations)
    {
        foreach (var quotation in quotations)
        {
            if (_numbers.TryAdd(quotation.Id, _numbers.Count + 1))
            {
                _quotations.Add(quotation);
            }
        }
    }

    public IReadOnlyList<Quotation> Quotations => _quotations;

    public int? Of(Quotation quotation) => _numbers.TryGetValue(quotation.Id, out var number) ? number : null;
}
