using System.Text.RegularExpressions;
using PolicyTracker.Text.Words;

namespace PolicyTracker.Text.Suggestions;

/// <summary>A term in English and Chinese, as a text gives it: "computing power (算力)", 算力(computing power).</summary>
/// <param name="English">The English term; empty where the text gives none.</param>
/// <param name="Chinese">The Chinese term; null where the text gives none.</param>
/// <param name="Pinyin">How that is read, as far as is known; null where no Chinese is given.</param>
public sealed partial record TermWords(string English, string? Chinese, string? Pinyin)
{
    private const int MaxBehind = 80;

    /// <summary>The term of marked words, with what stands in brackets in or right behind them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="place">Where the words stand.</param>
    public static TermWords Of(string text, CharRange place)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = text[place.Start..place.End];
        var behind = text[place.End..Math.Min(text.Length, place.End + MaxBehind)];
        var (first, second) =
            Bracketed().Match(words) is { Success: true } within ? (within.Groups[1].Value, within.Groups[2].Value)
            : BracketBehind().Match(behind) is { Success: true } after ? (words, after.Groups[1].Value)
            : (words, "");
        var (english, chinese) = IsChinese(first) ? (second, first) : (first, second);
        return IsChinese(chinese)
            ? new(IsChinese(english) ? "" : Plain(english), Plain(chinese), Words.Pinyin.Of(Plain(chinese)))
            : new(Plain(first), null, null);
    }

    private static string Plain(string words) =>
        string.Join(' ', words.Trim(' ', '“', '”', '‘', '’', '"').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool IsChinese(string words) => words.AsSpan().IndexOfAnyInRange('\u4E00', '\u9FFF') >= 0;

    [GeneratedRegex(@"^\s*([^()（）]+?)\s*[(（]([^()（）]+)[)）]\s*$")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^[”’""]?\s*[(（]([^()（）]+)[)）]")]
    private static partial Regex BracketBehind();
}
