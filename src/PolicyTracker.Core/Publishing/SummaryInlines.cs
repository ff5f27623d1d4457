using System.Text;
using System.Text.RegularExpressions;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using static PolicyTracker.Core.Publishing.SummaryTexts;

namespace PolicyTracker.Core.Publishing;

/// <summary>The words of a summary's blocks.</summary>
internal static partial class SummaryInlines
{
    /// <summary>The words, with all mark-up that is not plain text spelt out, so that none comes or goes unseen.</summary>
    public static string Text(ContainerInline? inline)
    {
        var text = new StringBuilder();
        Write(text, inline);
        return text.ToString();
    }

    /// <summary>
    /// Words with what a program that wraps Markdown anew may change taken out: white space is one space, and none beside a
    /// Chinese character, where a line can be broken without one; quotation marks, dots and dashes are those of a typewriter.
    /// </summary>
    public static string Fold(string words)
    {
        var text = new StringBuilder(words.Length);
        foreach (var c in words)
        {
            text.Append(
                c switch
                {
                    '‘' or '’' => "'",
                    '“' or '”' => "\"",
                    '…' => "...",
                    '—' => "---",
                    '–' => "--",
                    _ => c.ToString(),
                }
            );
        }

        return BesideChinese().Replace(Spaces().Replace(text.ToString(), " "), "").Trim();
    }

    /// <summary>A block quote: one paragraph of plain words with a footnote behind them.</summary>
    /// <returns>The words, the text of the footnote, and what stands there that a quotation does not have.</returns>
    public static (string Words, string? Note, string? Fault) Quotation(QuoteBlock quote)
    {
        var paragraph = quote.OfType<ParagraphBlock>().FirstOrDefault();
        var other = quote.FirstOrDefault(b => b != paragraph);
        var words = new StringBuilder();
        FootnoteLink? note = null;
        var fault = other is null ? null : Texts["Holds", SummaryFile.NameOf(other)];
        foreach (var part in paragraph?.Inline ?? Enumerable.Empty<Inline>())
        {
            var isBehind = note is not null && part is not LineBreakInline;
            switch (part)
            {
                case LiteralInline literal:
                    isBehind &= literal.Content.ToString().Trim().Length > 0;
                    words.Append(literal.Content.AsSpan());
                    break;
                case HtmlEntityInline entity:
                    words.Append(entity.Transcoded.AsSpan());
                    break;
                case LineBreakInline:
                    words.Append('\n');
                    break;
                case FootnoteLink { IsBackLink: false } link:
                    note ??= link;
                    break;
                default:
                    fault ??= Texts["Holds", NameOf(part)];
                    Write(words, part);
                    break;
            }

            fault ??= isBehind ? Texts["WordsBehindNote"] : null;
        }

        return (words.ToString().Trim(), note is null ? null : NoteText(note.Footnote), fault);
    }

    private static string NoteText(Footnote note)
    {
        var text = new StringBuilder();
        foreach (var block in note)
        {
            text.Append(text.Length > 0 ? " " : "");
            Write(
                text,
                block is ParagraphBlock paragraph ? paragraph.Inline : new LiteralInline($"({SummaryFile.NameOf(block)})"),
                isNote: true
            );
        }

        return Fold(text.ToString());
    }

    // A footnote inside a footnote stands as its label: it may be the same.
    private static void Write(StringBuilder text, Inline? inline, bool isNote = false)
    {
        switch (inline)
        {
            case null or FootnoteLink { IsBackLink: true }:
                break;
            case LiteralInline literal:
                text.Append(literal.Content.AsSpan());
                break;
            case HtmlEntityInline entity:
                text.Append(entity.Transcoded.AsSpan());
                break;
            case LineBreakInline:
                text.Append(' ');
                break;
            case CodeInline code:
                text.Append('`').Append(code.Content).Append('`');
                break;
            case FootnoteLink link:
                text.Append("[^").Append(isNote ? link.Footnote.Label : NoteText(link.Footnote)).Append(']');
                break;
            case LinkInline link:
                text.Append(link.IsImage ? "![" : "[");
                WriteAll(text, link, isNote);
                text.Append("](").Append(link.Url).Append(')');
                break;
            case AutolinkInline address:
                text.Append('<').Append(address.Url).Append('>');
                break;
            case EmphasisInline emphasis:
                var mark =
                    emphasis.DelimiterChar is '~' ? "~~"
                    : emphasis.DelimiterCount == 2 ? "**"
                    : "*";
                text.Append(mark);
                WriteAll(text, emphasis, isNote);
                text.Append(mark);
                break;
            case HtmlInline html:
                text.Append(html.Tag);
                break;
            case ContainerInline container:
                WriteAll(text, container, isNote);
                break;
            default:
                text.Append('<').Append(inline.GetType().Name).Append('>');
                break;
        }
    }

    private static void WriteAll(StringBuilder text, ContainerInline container, bool isNote)
    {
        foreach (var child in container)
        {
            Write(text, child, isNote);
        }
    }

    private static string NameOf(Inline inline) =>
        inline switch
        {
            LinkInline { IsImage: true } => Texts["AnImage"],
            LinkInline or AutolinkInline => Texts["ALink"],
            EmphasisInline => Texts["Emphasis"],
            CodeInline => Texts["Code"],
            HtmlInline => Texts["Html"],
            FootnoteLink => Texts["BackLink"],
            _ => inline.GetType().Name,
        };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(
        @"(?<=[\u2E80-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF]) | (?=[\u2E80-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF])"
    )]
    private static partial Regex BesideChinese();
}
