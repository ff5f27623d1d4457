using System.Globalization;
using System.Text;

namespace PolicyTracker.Core.Publishing;

/// <summary>
/// Writes words so that any CommonMark + GFM renderer shows them unchanged
/// (https://spec.commonmark.org/, https://github.github.com/gfm/).
/// </summary>
public static class MarkdownText
{
    private const string MarkUp = "\\`*_[]<>&~|$";

    /// <summary>
    /// The words as Markdown for the inside of a paragraph that starts with them. A line break becomes a hard line break
    /// followed by <paramref name="linePrefix"/> (such as <c>"&gt; "</c> in a block quote).
    /// </summary>
    public static string Escape(string words, string linePrefix = "")
    {
        ArgumentNullException.ThrowIfNull(words);
        var markdown = new StringBuilder(words.Length + 16);
        var lineStart = 0;
        for (var i = 0; i < words.Length; i++)
        {
            var c = words[i];
            if (c == '\n' && i > 0 && i < words.Length - 1)
            {
                markdown.Append("\\\n").Append(linePrefix);
                lineStart = i + 1;
            }
            else if ((char.IsWhiteSpace(c) && (c is not (' ' or '\u3000' or '\u00A0') || AtEdge(words, i))) || StartsAddress(words, i))
            {
                // White space at the edge of a line would be stripped; an address would become a link and swallow what follows.
                markdown.Append(CultureInfo.InvariantCulture, $"&#{(int)c};");
            }
            else if (MarkUp.Contains(c, StringComparison.Ordinal) || StartsBlock(words, lineStart, i))
            {
                markdown.Append('\\').Append(c);
            }
            else
            {
                markdown.Append(c);
            }
        }

        return markdown.ToString();
    }

    /// <summary>Words for one line or table cell: line breaks become spaces.</summary>
    public static string EscapeLine(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return Escape(words.ReplaceLineEndings(" ").Trim());
    }

    // Inside a run of white space that reaches the edge of its line.
    private static bool AtEdge(string words, int i)
    {
        int from = i,
            to = i;
        while (from >= 0 && char.IsWhiteSpace(words[from]) && words[from] != '\n')
        {
            from--;
        }

        while (to < words.Length && char.IsWhiteSpace(words[to]) && words[to] != '\n')
        {
            to++;
        }

        return from < 0 || to == words.Length || words[from] == '\n' || words[to] == '\n';
    }

    private static bool StartsAddress(string words, int i) =>
        words[i] == '@'
        || words.AsSpan(i).StartsWith("://")
        || (words[i] == '.' && i >= 3 && words.AsSpan(i - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase));

    // What Markdown reads as heading, list, rule or underline when a line starts with it.
    private static bool StartsBlock(string words, int lineStart, int i) =>
        words[i] switch
        {
            '#' or '+' or '-' or '=' or ':' => i == lineStart,
            '.' or ')' => i > lineStart
                && i - lineStart <= 9
                && words.AsSpan(lineStart, i - lineStart).IndexOfAnyExceptInRange('0', '9') < 0,
            _ => false,
        };
}
