using System.Text.RegularExpressions;
using PolicyTracker.Text.Folding;
using PolicyTracker.Text.Words;

namespace PolicyTracker.Text.Meaning;

/// <summary>Finds words that change the sense of what stands right behind them: "not", "only", and before numbers "more than".</summary>
internal static partial class PrecedingWords
{
    // What turns the words right behind it.
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Turning = WordSet
        .Of(
            """
            not no never neither nor cannot only almost nearly hardly barely seldom rarely without can't won't don't doesn't
            didn't isn't aren't wasn't weren't shan't shouldn't wouldn't couldn't mustn't hasn't haven't hadn't
            """,
            StringComparer.OrdinalIgnoreCase
        )
        .GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly string[] TurningHan =
    [
        .. "不 未 没 没有 勿 非 无 并非 绝非 仅 仅仅 仅限 只 只限 禁止 严禁 不得 不再 不会 不应 拒绝 停止 暂停 尚未 基本 几乎".Split(' '),
    ];

    /// <summary>How many characters right before a folded position they take; 0 where none stand there.</summary>
    public static int Length(string text, int at) => Math.Max(TurnBefore(text, at), BoundBefore(text, at));

    // How many characters right before a number say how it stands to the true one: "more than", "half", 不超过.
    private static int BoundBefore(string text, int at)
    {
        const int MaxBound = 24;
        if (at == 0 || at >= text.Length || !BeginsNumber(text, at))
        {
            return 0;
        }

        var from = Math.Max(0, at - MaxBound);
        return Bound().Match(text[from..at]).Length;
    }

    private static bool BeginsNumber(string text, int at)
    {
        var c = text[at];
        if (char.IsAsciiDigit(c) || NumberBoundary.IsCurrency(c) || ChineseNumber.IsNumeral(c) || !char.IsAsciiLetter(c))
        {
            return char.IsAsciiDigit(c) || NumberBoundary.IsCurrency(c) || ChineseNumber.IsNumeral(c);
        }

        var end = at;
        while (end < text.Length && char.IsAsciiLetter(text[end]) && end - at < 10)
        {
            end++;
        }

        var word = text[at..end].ToLowerInvariant();
        return word == "half"
            || EnglishNumber.IsNumberWord(word)
            || (word == "a" && end + 1 < text.Length && EnglishNumber.IsScale(NumberBoundary.WordAt(text, end + 1, 1)));
    }

    // How many characters right before a place turn what stands behind it.
    private static int TurnBefore(string text, int at)
    {
        if (at > 0 && CharacterFolding.IsWide(text[at - 1]))
        {
            var before = text.AsSpan(Math.Max(0, at - 2), Math.Min(2, at));
            var length = 0;
            foreach (var word in TurningHan)
            {
                length = before.EndsWith(word, StringComparison.Ordinal) ? Math.Max(length, word.Length) : length;
            }

            // 一只 is no "only", 南非 no "not", 有无 asks
            return length == 1
                && before.Length > 1
                && ((before[^1] == '非' && "南北西东中是".Contains(before[0], StringComparison.Ordinal)) || before is "有无")
                    ? 0
                : length == 1
                && before[^1] == '只'
                && before.Length > 1
                && (ChineseNumber.IsNumeral(before[0]) || char.IsAsciiDigit(before[0]))
                    ? 0
                : length;
        }

        if (at < 3 || text[at - 1] != ' ')
        {
            return 0;
        }

        var from = at - 1;
        while (from > 0 && at - from <= 10 && (char.IsAsciiLetter(text[from - 1]) || text[from - 1] == '\''))
        {
            from--;
        }

        return Turning.Contains(text.AsSpan(from, at - 1 - from)) ? at - from : 0;
    }

    [GeneratedRegex(
        @"(?:\b(?:(?:(?:no|not)\s)?(?:more|less|fewer|greater|higher|lower)\sthan|at\s(?:least|most)|up\sto|over|under|above|below|nearly|almost|about|around|roughly|approximately|half)\s"
            + "|(?:不?超过|超|逾|将?近|大?约|不[足到]|至少|最[多少]|至多|不?[少低高多大小]于))$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Bound();
}
