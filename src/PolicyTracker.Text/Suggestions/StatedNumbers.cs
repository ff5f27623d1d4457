using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PolicyTracker.Text.Suggestions;

/// <summary>
/// Every number that words state, in each way in which they can be read. It is for holding a value against its words, so it
/// rather reads one too many than one too few; <see cref="FigureReader"/> picks those that measure something.
/// </summary>
internal static partial class StatedNumbers
{
    private static readonly string[] ScalesByLength = [.. FigureUnits.Scales.Keys.OrderByDescending(k => k.Length)];
    private static readonly string[] UnitsByLength =
    [
        .. FigureUnits.Units.Keys.Concat(FigureUnits.Symbols).OrderByDescending(k => k.Length),
    ];

    /// <summary>The numbers of the words, in their order.</summary>
    public static IEnumerable<StatedNumber> In(string words)
    {
        var text = Narrow(words);
        var found = new List<Found>();
        foreach (Match m in Digits().Matches(text))
        {
            var sign =
                m.Index > 0 && text[m.Index - 1] is '-' or '\u2212' && (m.Index == 1 || !char.IsLetterOrDigit(text[m.Index - 2])) ? -1 : 1;
            var number = At(text, m.Index, m.Index + m.Length, Readings(m.Value).Select(r => sign * r));
            if (number.HasScale || number.Unit is not null || !IsDate(text, m))
            {
                found.Add(number);
            }
        }

        found.AddRange(NumberWords.In(text).Select(w => At(text, w.Start, w.End, [w.Value])));
        found.Sort((a, b) => a.Start.CompareTo(b.Start));
        Inherit(text, found);
        var numbers = found
            .SelectMany(f => f.Readings.SelectMany(r => f.Scales.Select(s => new StatedNumber(r, s, f.Unit, text[f.Start..f.End]))))
            .ToList();
        numbers.AddRange(ShareWords.In(text).Select(s => new StatedNumber(s.Value, 1, s.IsShare ? "percent" : null, s.Words, true)));
        if (!numbers.Exists(n => n.Unit == "percent")) // "5 % of all roads" is not all
        {
            numbers.AddRange(ShareWords.Wholes(text).Select(s => new StatedNumber(s.Value, 1, "percent", s.Words)));
        }

        if (Falls().IsMatch(text))
        {
            numbers.AddRange(numbers.Where(n => n.Bare > 0).Select(n => n with { Bare = -n.Bare }).ToList());
        }

        return numbers;
    }

    /// <summary>Whether a name stands in a unit: as a word of its own, in Chinese anywhere.</summary>
    public static bool HasWord(string unit, string name)
    {
        var at = unit.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        return at >= 0
            && (!IsLatin(name[0]) || at == 0 || !IsLatin(unit[at - 1]))
            && (!IsLatin(name[^1]) || at + name.Length == unit.Length || !IsLatin(unit[at + name.Length]));
    }

    private static bool IsLatin(char c) => char.IsLetter(c) && c < '\u2E80';

    // Full-width letters, digits and signs as the others; the length stays.
    private static string Narrow(string words) =>
        string.Create(
            words.Length,
            words,
            (to, from) =>
            {
                for (var i = 0; i < from.Length; i++)
                {
                    to[i] =
                        from[i] is '，'
                        && !(i > 0 && i + 1 < from.Length && from[i - 1] is >= '０' and <= '９' && from[i + 1] is >= '０' and <= '９')
                            ? from[i]
                        : from[i] is >= '\uFF01' and <= '\uFF5E' ? (char)(from[i] - 0xFEE0)
                        : from[i];
                }
            }
        );

    // A number with the scale and unit behind it, and the currency before it.
    private static Found At(string text, int start, int end, IEnumerable<decimal> readings)
    {
        var (scale, at) = (1m, end);
        var hasScale = false;
        foreach (var more in Behind(text, end))
        {
            if (ScalesByLength.FirstOrDefault(s => StartsWith(text, more, s)) is { } name)
            {
                (scale, at, hasScale) = (FigureUnits.Scales[name], more + name.Length, true);
                break;
            }
        }

        string? unit = null;
        foreach (var more in Behind(text, at))
        {
            unit ??= UnitsByLength.FirstOrDefault(u => StartsWith(text, more, u)) is { } name
                ? FigureUnits.Units.GetValueOrDefault(name, name)
                : null;
        }

        unit ??= UnitsByLength.FirstOrDefault(u => Before(text, start, u)) is { } sign
            ? FigureUnits.Units.GetValueOrDefault(sign, sign)
            : null;
        return new(start, at)
        {
            Readings = [.. readings],
            Unit = unit,
            Scales = [scale],
            HasScale = hasScale,
        };
    }

    // Where what belongs to a number may begin: at once, behind a space or hyphen, or behind 多 or 余.
    private static IEnumerable<int> Behind(string text, int end)
    {
        yield return end;
        if (end < text.Length && text[end] is ' ' or '\u00A0' or '-' or '多' or '余' or '几')
        {
            yield return end + 1;
        }
    }

    private static bool StartsWith(string text, int at, string name) =>
        at + name.Length <= text.Length
        && text.AsSpan(at, name.Length).Equals(name, StringComparison.OrdinalIgnoreCase)
        && (
            !IsLatin(name[^1])
            || at + name.Length == text.Length
            || !char.IsLetterOrDigit(text[at + name.Length])
            || text[at + name.Length] >= '\u2E80'
        );

    private static bool Before(string text, int start, string name)
    {
        var at = start - name.Length;
        at -= at > 0 && text[start - 1] == ' ' ? 1 : 0;
        return at >= 0
            && text.AsSpan(at, name.Length).Equals(name, StringComparison.OrdinalIgnoreCase)
            && (!IsLatin(name[0]) || at == 0 || !IsLatin(text[at - 1]))
            && (
                name is "$" or "us$" or "€" or "£" or "₹" or "¥" or "rs" or "rs."
                || (name.Length == 3 && name.Equals(FigureUnits.Units.GetValueOrDefault(name), StringComparison.OrdinalIgnoreCase))
            );
    }

    // "15 to 20 million", "22-30 %": what stands behind the last belongs to those before it too.
    private static void Inherit(string text, List<Found> found)
    {
        for (var i = found.Count - 2; i >= 0; i--)
        {
            var (first, next) = (found[i], found[i + 1]);
            if (next.Start >= first.End && Range().IsMatch(text[first.End..next.Start]))
            {
                first.Unit ??= next.Unit;
                if (!first.HasScale)
                {
                    first.Scales.AddRange(next.Scales.Where(s => s != 1));
                }
            }
        }
    }

    // "1,234.5", "1 234,5", "1.234.567" and Indian groups; where a mark can be either, both readings.
    private static HashSet<decimal> Readings(string digits)
    {
        var plain = digits
            .Where(c => c is not ('\u00A0' or '\u202F' or ' ' or '\'' or '’'))
            .Aggregate(new StringBuilder(), (s, c) => s.Append(c))
            .ToString();
        var readings = new HashSet<decimal>();
        var forms = new List<string>();
        if (EnglishForm().IsMatch(plain))
        {
            forms.Add(plain.Replace(",", "", StringComparison.Ordinal));
        }

        if (EuropeanForm().IsMatch(plain))
        {
            forms.Add(plain.Replace(".", "", StringComparison.Ordinal).Replace(',', '.'));
        }

        foreach (var form in forms.Count > 0 ? forms : [.. plain.Split(',')]) // "2025,300": two numbers
        {
            if (decimal.TryParse(form, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                readings.Add(number);
            }
        }

        if (plain.Length < digits.Length) // "10 300" may be two numbers
        {
            readings.UnionWith(
                digits
                    .Split(' ', '\u00A0', '\u202F')
                    .SelectMany(p =>
                        decimal.TryParse(p, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var part)
                            ? [part]
                            : Array.Empty<decimal>()
                    )
            );
        }

        return readings;
    }

    // A year or a day tells when, not how much.
    private static bool IsDate(string text, Match m) =>
        DateBehind().IsMatch(text[(m.Index + m.Length)..Math.Min(text.Length, m.Index + m.Length + 12)])
        || DateBefore().IsMatch(text[Math.Max(0, m.Index - 12)..m.Index])
        || (
            m.Length == 4
            && m.Value[0] is '1' or '2'
            && m.Value.All(char.IsAsciiDigit)
            && YearBefore().IsMatch(text[Math.Max(0, m.Index - 16)..m.Index])
        );

    private sealed record Found(int Start, int End)
    {
        public required List<decimal> Readings { get; init; }

        public required List<decimal> Scales { get; init; }

        public required bool HasScale { get; init; }

        public required string? Unit { get; set; }
    }

    [GeneratedRegex(@"(?<![\d.,])(?:\d{1,3}(?:[ \u00A0\u202F'’]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)*)")]
    private static partial Regex Digits();

    [GeneratedRegex(@"^(?:\d{1,3}(?:,\d{2,3})+|\d+)(?:\.\d+)?$")]
    private static partial Regex EnglishForm();

    [GeneratedRegex(@"^(?:\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,\d+)$")]
    private static partial Regex EuropeanForm();

    [GeneratedRegex(@"^\s*(?:-|–|—|~|〜|to|and|or|through|至|到|和|或|、|,)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Range();

    [GeneratedRegex(
        @"^\s?(?:年|月|日|号|世纪)|^(?:st|nd|rd|th)?\s(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\b(?!\s+be\b)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex DateBehind();

    [GeneratedRegex(@"\b(?:january|february|march|april|june|july|august|september|october|november|december)\s$", RegexOptions.IgnoreCase)]
    private static partial Regex DateBefore();

    [GeneratedRegex(@"\b(?:in|by|since|from|until|before|after|during|year|end of|end-|and|to)\s?$|[-–]$", RegexOptions.IgnoreCase)]
    private static partial Regex YearBefore();

    [GeneratedRegex(
        @"\b(?:fell|falls?|falling|fallen|down|drop(?:s|ped|ping)?|declin\w+|decreas\w+|reduc\w+|cut(?:s|ting)?|shrank|shrunk|shrink\w*|lower\w*|loss\w*|deficit|minus|negative)\b|下降|减少|降低|回落|下滑|下跌|缩小|减亏|负|亏损|赤字",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Falls();
}
