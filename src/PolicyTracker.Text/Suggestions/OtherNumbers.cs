using System.Text.RegularExpressions;
using PolicyTracker.Text.Words;

namespace PolicyTracker.Text.Suggestions;

/// <summary>Tells numbers that measure nothing: years, dates, sections, ordinals, times, parts of names.</summary>
internal static partial class OtherNumbers
{
    private const int MaxBehind = 60;

    // Before a number that says which one.
    private static readonly HashSet<string> Labels = WordSet.Of(
        """
        section sections article articles chapter annex appendix page pages p no number figure table clause paragraph para
        schedule phase extension ext tel telephone phone fax room version part item step goal sdg act regulation directive
        decision resolution iso class grade category tier horizon vision agenda industry route line flight covid ipv box
        question q pillar action recommendation objective priority stage round day week year aged age web volume vol issue
        model type series group top lot block building floor platform
        """
    );

    private static readonly HashSet<string> MonthNames = WordSet.Of(
        """
        january february march april may june july august september october november december jan feb mar apr jun jul aug sep
        sept oct nov dec
        """
    );

    /// <summary>Whether a number without a unit is a year, a date, a section, an ordinal, a time, or a part of a name.</summary>
    /// <param name="sentence">Its sentence.</param>
    /// <param name="at">Where it begins.</param>
    /// <param name="behind">Behind it and its scale.</param>
    /// <param name="digits">Its digits; no success where it is written in words.</param>
    /// <param name="before">The word before it, in small letters.</param>
    /// <param name="scale">Its scale; empty where it has none.</param>
    public static bool IsOther(SentenceText sentence, int at, int behind, Group digits, string before, string scale)
    {
        var (text, start, end) = sentence;
        var rest = sentence.Behind(behind, MaxBehind);
        var (left, right) = (at > start ? text[at - 1] : ' ', behind < end ? text[behind] : ' ');
        if (
            left is '-' or '–' or '/' or '.' or ':' or '#' or '第'
            || (left is '（' && right is '）')
            || char.IsLetter(left) && !sentence.IsHan(at - 1)
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
            || CountedNouns.IsDuration(next)
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
            && !CountedNouns.HasClassifier(rest)
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
                || CountedNouns.Length(rest) <= 0
                || (before.Length == 0 && Aims().IsMatch(rest))
            );
    }

    /// <summary>Whether a number ends a title in quotation marks: “Reaching 100%”.</summary>
    public static bool IsTitle(string text, int at, int behind)
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

    [GeneratedRegex(@"^[\s-]*([A-Za-z']+)")]
    private static partial Regex NextWord();

    [GeneratedRegex(
        @"^\s+(?:targets?|goals?|objectives?|plans?|budgets?|elections?|results?|figures?|levels?|prices?|commitments?|priorities|rules|accounts)\b"
    )]
    private static partial Regex Aims();
}
