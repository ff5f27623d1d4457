using System.Globalization;
using PolicyTracker.Core;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Localization;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Text;
using static PolicyTracker.Web.Shared.SharedTexts;

namespace PolicyTracker.Web.Shared;

/// <summary>How the vocabulary is worded for readers.</summary>
internal static class DisplayText
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    /// <summary>What is told of an edit that needs a second editor.</summary>
    public static string Waits => Texts["Waits"];

    /// <summary>The title of a page, as browsers show it.</summary>
    public static string Title(string page) => Texts["PageTitle", page];

    public static string Day(DateOnly day) => Worded.Day(day);

    /// <summary>A date, as much of it as is known: "November 2007 (inferred)".</summary>
    public static string Day(Period date, DateBasis basis)
    {
        var words = Worded.Time(date);
        return basis switch
        {
            DateBasis.Stated => words,
            DateBasis.Inferred => Texts["Inferred", words],
            _ => Texts["BasisUnknown", words],
        };
    }

    /// <summary>The date of the announcement that a quotation is of.</summary>
    public static string Day(Quotation q) => Day(q.Date, q.DateBasis);

    public static string Day(AnnouncementItem n) => Day(n.Date, n.DateBasis);

    public static string Time(DateTime utc) => utc.ToString("yyyy-MM-dd HH:mm", English) + " UTC";

    public static string Iso(DateTime utc) => utc.ToString("yyyy-MM-ddTHH:mm:ssZ", English);

    /// <summary>Who made an edit, and who approved it where somebody had to.</summary>
    public static string By(string name, string? approvedBy) => approvedBy is null ? name : Texts["ApprovedBy", name, approvedBy];

    public static string Count(int n) => n.ToString("#,0", English);

    public static string Bytes(long bytes) => bytes < 1_000_000 ? $"{bytes / 1000.0:0.#} kB" : $"{bytes / 1_000_000.0:0.#} MB";

    public static string Place(CodePointRange place) => Texts["Characters", place.Start, place.End];

    /// <summary>The sign of a quotation that the newest version of its announcement does not have; null where it has it.</summary>
    public static string? Older(Quotation q) =>
        q.Age switch
        {
            QuotationAge.Detached => Texts["Detached", q.Version, q.Newest],
            QuotationAge.Unsettled => Texts["Unsettled", q.Version, q.Newest],
            _ => null,
        };

    /// <summary>Where a quotation stands and who chose its words: ", 1 March 2023, characters 12 to 40, marked by an editor".</summary>
    public static string Source(Quotation q) =>
        q.Origin switch
        {
            AnnotationOrigin.HandMade => Texts["SourceMarked", Day(q), Place(q.Place)],
            AnnotationOrigin.Suggested => Texts["SourceSuggested", Day(q), Place(q.Place)],
            AnnotationOrigin.Imported => Texts["SourceImported", Day(q), Place(q.Place)],
            _ => Texts["Source", Day(q), Place(q.Place)], // the seed's say nothing: all of the first pages would
        };

    /// <summary>The language of an editor's words or a name, as markup says it: en, zh; null where it is the page's, or has no letters.</summary>
    public static string? Lang(string? words)
    {
        var (chinese, latin) = (0, 0);
        foreach (var c in words ?? "")
        {
            chinese += c is >= '\u4E00' and <= '\u9FFF' ? 1 : 0;
            latin += char.IsAsciiLetter(c) ? 1 : 0;
        }

        // A Chinese character says about as much as three letters.
        return chinese * 3 > latin ? (Languages.IsChinese ? null : "zh")
            : latin > 0 && Languages.Current != "en" ? "en"
            : null;
    }

    public static string Accent(Accent accent) => "accent-" + WireNames.Of(accent);

    /// <summary>A filter of an address; an empty one is none.</summary>
    public static string? Given(string? filter) => string.IsNullOrWhiteSpace(filter) ? null : filter.Trim();

    /// <summary>The page that an address asks for; the first where it asks for none.</summary>
    public static int PageNumber(string? text) => int.TryParse(text, NumberStyles.None, English, out var page) ? Math.Max(1, page) : 1;

    /// <summary>The beginning of a text, cut behind a word, on one line.</summary>
    public static string Beginning(string text, int max)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= max)
        {
            return line;
        }

        var cut = line.LastIndexOf(' ', max) is > 0 and var space && space > max / 2 ? space : max;
        return line[..(char.IsLowSurrogate(line[cut]) ? cut - 1 : cut)] + "…";
    }

    /// <summary>The first of some quotations with the title of its source, as one line; null where there is none.</summary>
    public static string? Quoted(IReadOnlyList<Quotation> quotations) =>
        quotations.Count == 0 ? null : Texts["QuotedFrom", Beginning(quotations[0].Exact, 150), quotations[0].AnnouncementTitle];

    public static string Sentence(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    public static string Value(decimal value, Comparator comparator, string unit, decimal scale) =>
        ValueText.Of(value, comparator, unit, scale);

    public static string Unit(string unit, decimal scale) => ValueText.Unit(unit, scale);

    public static string Value(IndicatorItem of, ValueItem value) => Value(value.Value, value.Comparator, of.Unit, of.Scale);
}
