using System.Globalization;
using System.Text.RegularExpressions;
using PolicyTracker.Text.Meaning;
using PolicyTracker.Text.Words;

namespace PolicyTracker.Text.Suggestions;

/// <summary>A number of a text with what it counts.</summary>
/// <param name="Start">UTF-16 position where the words that carry it begin: "more than" included.</param>
/// <param name="End">Behind its unit.</param>
/// <param name="Value">As a plain number.</param>
/// <param name="Unit">ISO 4217 code, <c>percent</c>, <c>count</c>, or a symbol.</param>
/// <param name="Comparator">How it stands to the true value.</param>
internal readonly record struct FoundFigure(int Start, int End, decimal Value, string Unit, FigureComparator Comparator);

/// <summary>Finds the numbers of a text that measure something: not dates, ordinals, sections, telephone numbers or names such as 5G.</summary>
internal static partial class FigureReader
{
    private const int MaxBetweenEnds = 28,
        MaxBefore = 100,
        MaxComparator = 40,
        MinWritten = 10;

    /// <summary>The figures of a stretch of the text, in order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the stretch begins.</param>
    /// <param name="end">Behind it.</param>
    /// <param name="undertakings">What is undertaken in it: there a small number counts too ("buy 3 pumps").</param>
    public static List<FoundFigure> In(string text, int start, int end, List<Undertaking>? undertakings = null)
    {
        var found = new List<FoundFigure>();
        var behindRange = -1; // the last number that is the second end of a range
        for (Match m = Number().Match(text, start, end - start), next; m.Success; m = next)
        {
            next = m.NextMatch();
            var isRange = next.Success && m.Index != behindRange && IsRange(text, start, end, m, next);
            if (
                !isRange
                && m.Index != behindRange
                && Read(text, start, end, m, undertakings ?? []) is { } figure
                && (found.Count == 0 || figure.Start >= found[^1].End)
            )
            {
                found.Add(figure);
            }

            behindRange = isRange ? next.Index : behindRange;
        }

        return found;
    }

    // Whether two numbers that follow each other are the ends of a range. One of them is no figure: the value lies between the two.
    private static bool IsRange(string text, int start, int end, Match first, Match second)
    {
        var (at, behind) = (first.Index, first.Index + first.Length);
        if (second.Index - behind > MaxBetweenEnds)
        {
            return false;
        }

        var gap = text[behind..second.Index];
        var (mark, between) = (RangeMark().Match(gap), BetweenMark().IsMatch(gap));
        if (!mark.Success && !between)
        {
            return false;
        }

        var before = ComparatorBefore().Replace(text[Math.Max(start, at - MaxBefore)..at], "");
        var after = text[(second.Index + second.Length)..Math.Min(end, second.Index + second.Length + MaxBetweenEnds)];
        if (between && (BetweenBefore().IsMatch(before) || BetweenBehind().IsMatch(after)))
        {
            return true;
        }

        // "in 2024 to 12 per cent": the year is no end.
        var isYear = first.Length == 4 && first.Value[0] is '1' or '2' && second.Groups["num"].Length != 4;
        if (!mark.Success || mark.Groups["dash"].Success || isYear)
        {
            return mark.Success && mark.Groups["dash"].Success;
        }

        var (unit, currency) = (mark.Groups["unit"].Value, first.Groups["cur"].Value.Trim());
        var isWhole = unit.Length > 0 || currency.Length > 0 || first.Groups["scale"].Success || first.Groups["zscale"].Success;
        var isChange = Change().IsMatch(before);
        if (FromBefore().IsMatch(before))
        {
            return Ranging().IsMatch(before) || (!isWhole && !isChange); // "from 6 million to 60 million": what was, and what will be
        }

        var isSame =
            unit.Length > 0
                ? after.TrimStart().StartsWith(unit, StringComparison.OrdinalIgnoreCase)
                : currency == second.Groups["cur"].Value.Trim();
        return !isWhole || (isSame && (!isChange || ByBefore().IsMatch(before)));
    }

    // The last characters before a position in its sentence.
    private static string Tail(string text, int start, int at) => text[Math.Max(start, at - MaxComparator)..at];

    private static FoundFigure? Read(string text, int start, int end, Match m, List<Undertaking> undertakings)
    {
        var (at, behind) = (m.Index, m.Index + m.Length);
        var digits = m.Groups["num"];
        if (
            EndOfRange().IsMatch(Tail(text, start, at))
            || (behind + 1 < end && text[behind] is '.' or ',' && char.IsAsciiDigit(text[behind + 1]))
        )
        {
            return null; // one end of a range, a whole of which a part is told, or a number that is set in another way
        }

        if (m.Groups["hundredths"] is { Success: true } hundredths)
        {
            var all = behind + After().Match(text[behind..Math.Min(end, behind + 14)]).Length;
            return Plain(hundredths.Value) is { } share
                ? new(BeforeWords(text, start, at), all, share, "percent", Comparator(text, start, at, behind, behind, end))
                : null;
        }

        var isWritten = m.Groups["spelled"].Success || m.Groups["han"].Success;
        var isChinese =
            m.Groups["han"].Success || digits.Success && (IsHan(text, behind) || m.Groups["zscale"].Success || IsHan(text, at - 1));
        if (m.Groups["tenths"].Success)
        {
            // 七成以上(70%): the figure in digits says it.
            return Tenths().IsMatch(text[behind..Math.Min(end, behind + 8)])
                ? null
                : new(
                    at,
                    behind,
                    10 * "零一二三四五六七八九".IndexOf(m.Groups["tenths"].Value[0], StringComparison.Ordinal),
                    "percent",
                    Comparator(text, start, at, behind, behind, end)
                );
        }

        var currency = m.Groups["cur"].Success ? m.Groups["cur"].Value.Trim() : "";
        var scaleWord = m.Groups["scale"].Success ? Spaces().Replace(m.Groups["scale"].Value, " ") : m.Groups["zscale"].Value;
        // "1.2m tonnes" is a million; "a wall of 5 m", "5m wide" is not.
        var isMillion =
            scaleWord is "m"
            && m.Groups["scale"].Index == digits.Index + digits.Length
            && Millions().IsMatch(text.AsSpan(behind, Math.Min(end, behind + 40) - behind));
        if (scaleWord is "m" or "b" or "k" or "cr" or "B" && currency.Length == 0 && !isMillion)
        {
            (scaleWord, behind) = ("", m.Groups["scale"].Index);
            while (text[behind - 1] == ' ')
            {
                behind--;
            }
        }

        if (Value(m) is not { } number)
        {
            return null;
        }

        // "8.5 trillion yuan (about 1.18 trillion dollars)": the same once more.
        if (currency.Length > 0 || Bracketed().IsMatch(Tail(text, start, at)))
        {
            var open = text.LastIndexOf('(', at, Math.Min(at - start + 1, 12));
            var close = open < 0 ? -1 : text.IndexOf(')', behind, Math.Min(end - behind, 24));
            if (close >= 0 && Converted().IsMatch(text[start..open]) && (currency.Length > 0 || Money().IsMatch(text[behind..close])))
            {
                return null;
            }
        }

        var value = number * (scaleWord.Length > 0 ? Scales[scaleWord] : 1);
        value += m.Groups["rest"].Success
            ? decimal.Parse(m.Groups["rest"].ValueSpan, CultureInfo.InvariantCulture) * Scales[m.Groups["restscale"].Value]
            : 0; // 2万5千
        value *= m.Groups["over"].Success ? Scales[m.Groups["over"].Value] : 1; // 1万2千亿
        var rest = text[behind..Math.Min(end, behind + 60)];
        var unit = currency.Length > 0 ? Units.GetValueOrDefault(currency, "USD") : null;
        if (
            UnitBehind().Match(rest) is { Success: true } u
            && Named(u.Groups["unit"].Value) is { } named
            && (unit is null || named == unit)
        )
        {
            (unit, behind) = (named, behind + u.Length);
        }

        var before = Before(text, start, at);
        var counted = 0; // characters behind the number that name what is counted
        if (unit is null)
        {
            if (IsNoFigure(text, start, at, behind, end, digits, before, scaleWord, rest))
            {
                return null;
            }

            if (isWritten && value < MinWritten)
            {
                return null; // "three outcomes": style, not a figure
            }

            if (isChinese)
            {
                var classifier = Classifier().Match(rest);
                var isStressed =
                    After().IsMatch(rest[classifier.Length..])
                    || ComparatorBefore().IsMatch(Tail(text, start, at))
                    || Made().IsMatch(Tail(text, start, at));
                if (
                    Structure().IsMatch(rest)
                    || AmidWhat().IsMatch(Tail(text, start, at))
                    || (scaleWord.Length == 0 && (!classifier.Success || (value < 10 && !isStressed)))
                )
                {
                    return null;
                }

                (unit, behind) = ("count", behind + classifier.Length);
                counted = classifier.Length > 0 ? CountedBehind().Match(text[behind..Math.Min(end, behind + 30)]).Length : 0;
            }
            else if (scaleWord.Length > 0)
            {
                unit = "count";
            }
            else if (
                CountedNoun(After().Replace(rest, "", 1)) is > 0 and var length
                && (
                    value >= 10
                    || before is "least" or "than" or "over"
                    || (value >= 2 && undertakings.Exists(u => u.Start <= at && at < u.End))
                )
            )
            {
                (unit, behind) = ("count", behind + length + After().Match(rest).Length);
            }
            else if (digits.Value.Contains(',', StringComparison.Ordinal))
            {
                unit = "count";
            }
            else
            {
                return null;
            }
        }
        else if (unit == "percent" && IsName(text, at, behind))
        {
            return null;
        }

        if (unit == "count" && scaleWord.Length == 0 && TwoWays().IsMatch(digits.Value))
        {
            return null; // "1.200 homes": twelve hundred to some, one to others
        }

        var comparator = m.Groups["more"].Success
            ? FigureComparator.MoreThan
            : Comparator(text, start, at, m.Index + m.Length, behind, end);
        if (!isChinese)
        {
            behind +=
                unit == "count"
                    ? scaleWord.Length > 0
                        ? CountedNoun(text[behind..Math.Min(end, behind + 60)])
                        : 0
                    : OfWhat().Match(text[behind..Math.Min(end, behind + 60)]).Length; // what it measures stands beside it
        }

        behind += counted > 0 ? counted : After().Match(text[behind..Math.Min(end, behind + 14)]).Length; // 0 where there is none
        var isNegative =
            at > start
            && (
                text[at - 1] is '负'
                || (
                    text[at - 1] is '-' or '−' or '–'
                    && (
                        at - 1 == start
                        || char.IsWhiteSpace(text[at - 2])
                        || text[at - 2] is '(' or '（'
                        || (text[at - 1] != '–' && IsHan(text, at - 2))
                    )
                )
            );
        var first = BeforeWords(text, start, isNegative ? at - 1 : at);
        behind +=
            behind < end
            && text[behind] is ')' or '）'
            && text[first..behind].LastIndexOfAny(['(', '（']) > text[first..behind].LastIndexOfAny([')', '）'])
                ? 1
                : 0; // 七成以上(70%)
        return new(first, behind, isNegative ? -value : value, unit, comparator);
    }

    private static decimal? Value(Match m)
    {
        if (m.Groups["spelled"].Success || m.Groups["han"].Success)
        {
            return Plain(m.Groups["spelled"].Value + m.Groups["han"].Value);
        }

        if (m.Groups["word"].Success)
        {
            return Array.IndexOf(
                    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"],
                    m.Groups["word"].Value.ToLowerInvariant()
                )
                    is > 0
                        and var n
                    ? n
                : m.Groups["word"].Value.Equals("half a", StringComparison.OrdinalIgnoreCase) ? 0.5m
                : 1;
        }

        return
            decimal.TryParse(
                string.Concat(m.Groups["num"].Value.Where(c => !char.IsWhiteSpace(c)))
                    .Replace(",", "", StringComparison.Ordinal)
                    .Replace("，", "", StringComparison.Ordinal),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var value
            )
            && value < 1_000_000_000_000_000
            ? value
            : null;
    }

    // A number in words, the whole of them: 十四五 is none.
    private static decimal? Plain(string words)
    {
        var tokens = Token.Of(words, 0, words.Length);
        return
            NumberPhrase.Read(words, tokens, 0) is { } read
            && read.Tokens == tokens.Count
            && decimal.TryParse(read.Key, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
    }

    private static string? Named(string word) =>
        Units.TryGetValue(Spaces().Replace(word, " "), out var unit) ? unit
        : Symbols.Contains(word) ? word
        : null;

    // A year, a date, a section, an ordinal, a time, a part of a name.
    private static bool IsNoFigure(
        string text,
        int start,
        int at,
        int behind,
        int end,
        Group digits,
        string before,
        string scale,
        string rest
    )
    {
        var (left, right) = (at > start ? text[at - 1] : ' ', behind < end ? text[behind] : ' ');
        if (
            left is '-' or '–' or '/' or '.' or ':' or '#' or '第'
            || (left is '（' && right is '）')
            || char.IsLetter(left) && !IsHan(text, at - 1)
            || right is ':' && behind + 1 < end && char.IsDigit(text[behind + 1])
            || char.IsAsciiLetter(right)
            || right is '/' or '年' or '月' or '日' or '号' or '时' or '点' or '条' && scale.Length == 0
            || rest.StartsWith("世纪", StringComparison.Ordinal)
            || rest.StartsWith("个月", StringComparison.Ordinal)
            || rest.StartsWith("小时", StringComparison.Ordinal)
            || rest.StartsWith("分钟", StringComparison.Ordinal)
            || (right is '天' or '届' or '章' or '期')
        )
        {
            return true;
        }

        if (right is '-' or '–' && behind + 1 < end && (char.IsDigit(text[behind + 1]) || char.IsAsciiLetter(text[behind + 1])))
        {
            return true;
        }

        var next = NextWord().Match(rest).Groups[1].Value.ToLowerInvariant();
        if (before == "the" && text[..at].TrimEnd().EndsWith("of the", StringComparison.OrdinalIgnoreCase))
        {
            return true; // 15 of the 20 projects
        }

        if (
            before is "every" or "per"
            || Labels.Contains(before)
            || MonthNames.Contains(before)
            || MonthNames.Contains(next)
            || Durations.Contains(next)
        )
        {
            return true;
        }

        // A year is written without a comma; where a noun in the plural follows and no preposition stands before it, it counts.
        return scale.Length == 0
            && digits.Length == 4
            && digits.Value[0] is '1' or '2'
            && digits.Value[1] is '9' or '0'
            && digits.Success
            && !digits.Value.Contains(',', StringComparison.Ordinal)
            && !Classifier().IsMatch(rest)
            && (
                before
                    is "in"
                        or "by"
                        or "since"
                        or "of"
                        or "from"
                        or "until"
                        or "before"
                        or "after"
                        or "during"
                        or "for"
                        or "to"
                        or "and"
                        or "the"
                        or "end"
                || CountedNoun(rest) <= 0
                || (before.Length == 0 && Aims().IsMatch(rest))
            );
    }

    // “Reaching 100%”: a title in quotation marks.
    private static bool IsName(string text, int at, int behind)
    {
        var open = text.LastIndexOfAny(['“', '"', '‘', '《'], at - 1 < 0 ? 0 : at - 1);
        return open >= 0
            && at - open < 40
            && behind < text.Length
            && text[behind] is '”' or '"' or '’' or '》'
            && char.IsUpper(text[open + 1])
            && text.IndexOf(' ', open, at - open) >= 0
            && !text[open..at].Contains('.', StringComparison.Ordinal);
    }

    // The length of "(two adjectives) stations" behind a number; 0 where no noun in the plural is there.
    private static int CountedNoun(string rest)
    {
        var m = Noun().Match(rest);
        return
            m.Success
            && !m.Groups["word"]
                .Captures.Any(c => NotCounted.Contains(c.Value.ToLowerInvariant()) || Durations.Contains(c.Value.ToLowerInvariant()))
            ? m.Length
            : 0;
    }

    private static string Before(string text, int start, int at) =>
        LastWord().Match(Tail(text, start, at)).Groups[1].Value.ToLowerInvariant().TrimEnd('.');

    private static int BeforeWords(string text, int start, int at) =>
        ComparatorBefore().Match(Tail(text, start, at)) is { Success: true } m
            ? Math.Max(start, at - MaxComparator) + m.Index + (m.Length - m.Value.TrimStart().Length)
            : at;

    private static FigureComparator Comparator(string text, int start, int at, int number, int behind, int end)
    {
        var before = ComparatorBefore().Match(Tail(text, start, at));
        var after = After().Match(text[behind..Math.Min(end, behind + 14)]) is { Success: true } m
            ? m
            : After().Match(text[number..Math.Min(end, number + 14)]); // "50 or more schools"
        bool Says(string name) => before.Groups[name].Success || after.Groups[name].Success;
        return Says("least") ? FigureComparator.AtLeast
            : Says("most") ? FigureComparator.AtMost
            : Says("more") ? FigureComparator.MoreThan
            : Says("less") ? FigureComparator.LessThan
            : Says("nearly") ? FigureComparator.Nearly
            : Says("about") ? FigureComparator.About
            : FigureComparator.Equal;
    }

    private static bool IsHan(string text, int at) => at >= 0 && at < text.Length && text[at] is >= '\u4E00' and <= '\u9FFF';
}
