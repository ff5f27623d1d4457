using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Text.Anchoring;
using YamlDotNet.Serialization;

namespace PolicyTracker.Core.Publishing;

/// <summary>Checks an exported summary, from the file alone, against the sources in the store.</summary>
public sealed partial class SummaryVerifier(IDbContextFactory<TrackerDb> contexts)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UseYamlFrontMatter().UsePipeTables().UseFootnotes().Build();

    /// <summary>Checks every block quote of the Markdown.</summary>
    /// <returns>How many quotations were checked, and each failure in a sentence.</returns>
    public async Task<Verification> VerifyAsync(string markdown, CancellationToken cancel = default)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        var failures = new List<string>();
        var hashes = ReadSources(document, failures);
        var texts = new Dictionary<(string, int), SourceWithMap?>();
        var quotes = document.Descendants<QuoteBlock>().ToList();
        if (quotes.Count == 0)
        {
            failures.Add("The file has no quotation. Is it a summary that Policy Tracker exported?");
        }

        await using var db = await contexts.CreateDbContextAsync(cancel);
        foreach (var quote in quotes)
        {
            var (words, footnote) = Read(quote);
            var place = footnote is null ? null : PlaceForm().Match(PlainText(footnote.Descendants<ParagraphBlock>().FirstOrDefault()?.Inline));
            if (place is not { Success: true })
            {
                failures.Add($"Line {quote.Line + 1}: the quotation has no footnote that gives its source and place.\nFile: “{words}”");
                continue;
            }

            var slug = place.Groups["slug"].Value;
            var version = int.Parse(place.Groups["version"].Value, CultureInfo.InvariantCulture);
            if (!texts.TryGetValue((slug, version), out var source))
            {
                texts[(slug, version)] = source = await FindAsync(db, slug, version, hashes, failures, cancel);
            }

            if (source is null)
            {
                continue; // said once, when the source was looked up
            }

            var start = int.Parse(place.Groups["start"].Value, CultureInfo.InvariantCulture);
            var end = int.Parse(place.Groups["end"].Value, CultureInfo.InvariantCulture);
            var there = start < end && end <= source.Map.Length ? source.Text[source.Map.ToUtf16(start)..source.Map.ToUtf16(end)] : "";
            if (there != words)
            {
                failures.Add($"Line {quote.Line + 1}: the quotation is not what {slug} version {version} says at {start}-{end}.\nFile:   “{words}”\nSource: “{there}”");
            }
        }

        return new Verification(quotes.Count, failures);
    }

    private static Dictionary<(string, int), string> ReadSources(MarkdownDocument document, List<string> failures)
    {
        try
        {
            var yaml = document.OfType<YamlFrontMatterBlock>().FirstOrDefault()?.Lines.ToString() ?? "";
            var front = new DeserializerBuilder().IgnoreUnmatchedProperties().Build().Deserialize<FrontMatter?>(yaml);
            return front?.Sources.ToDictionary(s => (s.Announcement, s.Version), s => s.Sha256) ?? [];
        }
        catch (Exception e) when (e is YamlDotNet.Core.YamlException or ArgumentException)
        {
            failures.Add($"The front matter can't be read: {e.Message}");
            return [];
        }
    }

    private static async Task<SourceWithMap?> FindAsync(TrackerDb db, string slug, int number, Dictionary<(string, int), string> hashes, List<string> failures, CancellationToken cancel)
    {
        var found = await db.Announcements.IgnoreQueryFilters().Where(a => a.Slug == slug)
            .Join(db.SourceVersions.IgnoreQueryFilters(), a => a.Id, v => v.AnnouncementId, (_, v) => v).FirstOrDefaultAsync(v => v.Number == number, cancel);
        if (found is null)
        {
            failures.Add($"The store has no {slug} version {number}, which the file quotes.");
            return null;
        }

        if (!hashes.TryGetValue((slug, number), out var hash) || hash != found.Sha256)
        {
            failures.Add($"The file gives {(hash is null ? "no SHA-256" : $"the SHA-256 {hash}")} for {slug} version {number}; the store has {found.Sha256}.");
        }

        return new SourceWithMap(found.Text, new CodePointMap(found.Text));
    }

    private static (string Words, Footnote? Note) Read(QuoteBlock quote)
    {
        var link = quote.Descendants<FootnoteLink>().LastOrDefault(l => !l.IsBackLink);
        var words = string.Join("\n\n", quote.Descendants<ParagraphBlock>().Select(p => PlainText(p.Inline)));
        return (link is not null && words.EndsWith(' ') ? words[..^1] : words, link?.Footnote);
    }

    private static string PlainText(ContainerInline? inline)
    {
        var text = new StringBuilder();
        foreach (var part in inline?.Descendants() ?? [])
        {
            switch (part)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case LineBreakInline:
                    text.Append('\n');
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case HtmlInline html:
                    text.Append(html.Tag);
                    break;
                default:
                    break;
            }
        }

        return text.ToString();
    }

    [GeneratedRegex(@", (?<slug>[a-z0-9-]+) version (?<version>[0-9]{1,6}), (?<start>[0-9]{1,9})-(?<end>[0-9]{1,9})\s*$")]
    private static partial Regex PlaceForm();

    private sealed record SourceWithMap(string Text, CodePointMap Map);

    private sealed class FrontMatter
    {
        [YamlMember(Alias = "sources")]
        public List<Source> Sources { get; set; } = [];
    }

    private sealed class Source
    {
        [YamlMember(Alias = "announcement")]
        public string Announcement { get; set; } = "";

        [YamlMember(Alias = "version")]
        public int Version { get; set; }

        [YamlMember(Alias = "sha256")]
        public string Sha256 { get; set; } = "";
    }
}
