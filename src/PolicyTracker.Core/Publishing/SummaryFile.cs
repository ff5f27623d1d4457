using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using static PolicyTracker.Core.Publishing.SummaryTexts;

namespace PolicyTracker.Core.Publishing;

/// <summary>One thing that a summary states, whichever way its Markdown is wrapped or escaped.</summary>
/// <param name="Line">The line of the file, from 1; 0 for the front matter.</param>
/// <param name="Kind">What it is: a heading, a line of a list, a row of a table, a quotation …</param>
/// <param name="Text">What it says; footnotes stand in it with their text.</param>
/// <param name="Under">The heading that it stands under.</param>
internal sealed record SummaryStatement(int Line, string Kind, string Text, string Under)
{
    /// <summary>Whether another says the same.</summary>
    public bool SaysAs(SummaryStatement other) => Kind == other.Kind && Text == other.Text;
}

/// <summary>A block quote of a summary.</summary>
/// <param name="Line">The line of the file, from 1.</param>
/// <param name="Words">Its words.</param>
/// <param name="Note">The text of its footnote; null where it has none.</param>
/// <param name="Fault">What stands in it that a quotation does not have; null where there is nothing.</param>
internal sealed record SummaryQuote(int Line, string Words, string? Note, string? Fault);

/// <summary>A summary as it is read from its Markdown, by the rules of CommonMark and GFM.</summary>
internal sealed partial class SummaryFile
{
    private const string SourcesLine = "\nsources:\n";

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UseYamlFrontMatter()
        .UsePipeTables()
        .UseFootnotes()
        .UseEmphasisExtras(Markdig.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough)
        .Build();

    private readonly List<SummaryStatement> _statements = [];
    private readonly List<SummaryQuote> _quotes = [];
    private string _under = "";

    private SummaryFile(string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        var front = document.OfType<YamlFrontMatterBlock>().FirstOrDefault();
        Front = SummaryFrontMatter.Read(front?.Lines.ToString());
        IsFrontUnreadable = front is not null && Front is null;
        Walk(document, "paragraph");
        Notes(markdown, document);
    }

    /// <summary>The front matter; null where there is none that can be read.</summary>
    public SummaryFrontMatter? Front { get; }

    /// <summary>Whether there is one that is no YAML, or not of the form that an export has.</summary>
    public bool IsFrontUnreadable { get; }

    /// <summary>All that it states, in its order.</summary>
    public IReadOnlyList<SummaryStatement> Statements => [.. Front?.Statements() ?? [], .. _statements];

    /// <summary>The same, but for the front matter.</summary>
    public IReadOnlyList<SummaryStatement> WithoutFrontMatter => _statements;

    /// <summary>Its block quotes, in its order.</summary>
    public IReadOnlyList<SummaryQuote> Quotes => _quotes;

    /// <summary>The first heading of the first level; null where there is none.</summary>
    public string? Title => _statements.Find(s => s.Kind == "heading 1")?.Text;

    /// <summary>Reads a summary.</summary>
    public static SummaryFile Read(string markdown) => new(markdown.TrimStart('\uFEFF'));

    /// <summary>The Markdown of a summary with the digest of what it states in its front matter.</summary>
    public static string WithDigest(string markdown)
    {
        var sources = markdown.IndexOf(SourcesLine, StringComparison.Ordinal);
        return markdown.Insert(sources, $"\nstatements-sha256: {Read(markdown).ComputeDigest()}");
    }

    /// <summary>SHA-256, in lower-case hexadecimal, of a JSON array of the kind and text of all that it states.</summary>
    public string ComputeDigest() =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(Statements.Select(s => new[] { s.Kind, s.Text }))));

    /// <summary>Whether it states these, in the same order.</summary>
    public bool StatesAs(IReadOnlyList<SummaryStatement> others)
    {
        var mine = Statements;
        return mine.Count == others.Count && mine.Zip(others).All(pair => pair.First.SaysAs(pair.Second));
    }

    private void Walk(ContainerBlock container, string paragraph)
    {
        foreach (var block in container)
        {
            switch (block)
            {
                case YamlFrontMatterBlock or FootnoteGroup:
                    break; // read apart; footnotes stand where they are referred to
                case HeadingBlock heading:
                    _under = SummaryInlines.Text(heading.Inline);
                    Add(block, $"heading {heading.Level}", _under);
                    break;
                case ParagraphBlock text:
                    Add(block, paragraph, SummaryInlines.Text(text.Inline));
                    break;
                case QuoteBlock quote:
                    Quote(quote, container);
                    break;
                case Table table:
                    foreach (var row in table.OfType<TableRow>())
                    {
                        Add(
                            row,
                            "row",
                            string.Join(
                                " | ",
                                row.OfType<TableCell>()
                                    .Select(c =>
                                        string.Join(' ', c.Descendants<ParagraphBlock>().Select(p => SummaryInlines.Text(p.Inline)))
                                    )
                            )
                        );
                    }

                    break;
                case ListBlock list:
                    foreach (var item in list.OfType<ListItemBlock>())
                    {
                        Walk(item, "line");
                    }

                    break;
                case LinkReferenceDefinitionGroup group:
                    foreach (var link in group.OfType<LinkReferenceDefinition>().Where(l => l is not FootnoteLinkReferenceDefinition))
                    {
                        Add(link, Texts["KindOfLinkDefinition"], $"[{link.Label}]: {link.Url}");
                    }

                    break;
                default:
                    Add(block, NameOf(block), block is LeafBlock leaf ? leaf.Lines.ToString() : "");
                    break;
            }
        }
    }

    private void Quote(QuoteBlock quote, ContainerBlock container)
    {
        var (words, note, fault) = SummaryInlines.Quotation(quote);
        fault = container is MarkdownDocument ? fault : Texts["StandsInside", NameOf(container)];
        _quotes.Add(new(quote.Line + 1, words, note, fault));
        Add(quote, "quotation", fault is null ? $"{SummaryInlines.Fold(words)} [{note}]" : $"{SummaryInlines.Fold(words)} ({fault})");
    }

    // A footnote that is defined twice is another one in another program; one that is not used can be seen in some.
    private void Notes(string markdown, MarkdownDocument document)
    {
        var used = document
            .OfType<FootnoteGroup>()
            .SelectMany(g => g.OfType<Footnote>())
            .Where(n => n.Links.Count > 0)
            .Select(n => n.Label?.TrimStart('^'))
            .OfType<string>()
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var label in NoteForm().Matches(markdown).GroupBy(m => m.Groups[1].Value, StringComparer.OrdinalIgnoreCase))
        {
            if (label.Count() > 1 || !used.Contains(label.Key))
            {
                var line = markdown.AsSpan(0, label.Last().Index).Count('\n') + 1;
                _statements.Add(new(line, label.Count() > 1 ? Texts["KindOfNoteTwice"] : Texts["KindOfNoteUnused"], label.Key, ""));
            }
        }
    }

    private void Add(Block block, string kind, string text) =>
        _statements.Add(
            new(block.Line + 1, kind, SummaryInlines.Fold(text), kind.StartsWith("heading", StringComparison.Ordinal) ? "" : _under)
        );

    internal static string NameOf(Block block) =>
        block switch
        {
            HeadingBlock => Texts["AHeading"],
            CodeBlock => Texts["Code"],
            HtmlBlock => Texts["Html"],
            ListBlock or ListItemBlock => Texts["AList"],
            QuoteBlock => Texts["AnotherQuotation"],
            Table => Texts["ATable"],
            ThematicBreakBlock => Texts["ARule"],
            LinkReferenceDefinitionGroup or LinkReferenceDefinition => Texts["ALinkDefinition"],
            Footnote or FootnoteGroup => Texts["AFootnote"],
            ParagraphBlock => Texts["ASecondParagraph"],
            _ => block.GetType().Name,
        };

    [GeneratedRegex(@"^[ \t>]*(?:[-*+]\s+)?\[\^([^\]\s]+)\]:", RegexOptions.Multiline)]
    private static partial Regex NoteForm();
}
