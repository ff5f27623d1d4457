using System.Globalization;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PolicyTracker.Web.Shared;

/// <summary>Markdown that editors typed, as HTML: no HTML of theirs, no address that runs something, no picture from elsewhere.</summary>
internal static class SafeMarkdown
{
    // Headings of a text stand under that of the record it belongs to.
    private const int FirstHeading = 3;
    private const int LastHeading = 6;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    /// <summary>Makes HTML of a text.</summary>
    /// <param name="markdown">The text.</param>
    /// <param name="page">The page that it stands on: links to a part of it name the page, since the base is the front page.</param>
    public static string Html(string markdown, string page)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            heading.Level = Math.Min(LastHeading, heading.Level + FirstHeading - 1);
        }

        foreach (var link in document.Descendants<LinkInline>())
        {
            link.IsImage = false;
            var address = link.GetDynamicUrl?.Invoke() ?? link.Url ?? "";
            link.GetDynamicUrl = null;
            link.Url =
                address.StartsWith('#') ? page + address
                : LeadsOn(address) ? address
                : "";
        }

        foreach (var link in document.Descendants<AutolinkInline>().Where(l => !l.IsEmail && !LeadsOn(l.Url)).ToList())
        {
            link.ReplaceBy(new LiteralInline(string.Create(CultureInfo.InvariantCulture, $"<{link.Url}>")));
        }

        return document.ToHtml(Pipeline);
    }

    // To a page of this server, or to the web.
    private static bool LeadsOn(string address) =>
        address.StartsWith('/')
        || (Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps));
}
