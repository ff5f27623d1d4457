using System.Globalization;
using System.Text;
using System.Xml;
using PolicyTracker.Core.Publishing;

namespace PolicyTracker.Web.App;

/// <summary>What search engines ask for: which pages there are, and which are none of theirs.</summary>
internal static class SitemapEndpoints
{
    private const string Schema = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static readonly string[] Lists = ["/", "/commitments", "/indicators", "/announcements", "/glossary", "/rules", "/changes"];

    // Pages of editors and accounts, and those that are made for two texts at a time.
    private static readonly string[] NotListed =
    [
        "/account",
        "/admin",
        "/api/",
        "/changes/waiting",
        "/compare",
        "/records/",
        "/setup",
        "/structure",
        "/threads",
        "/*/annotate",
        "/*/edit",
        "/*/import-annotations",
        "/*/new-version",
        "/*/reanchor",
        "/*/second-reading",
        "/*/agreement",
    ];

    public static void MapSitemap(this WebApplication app)
    {
        app.MapGet(
                "/robots.txt",
                (HttpRequest request) =>
                    Results.Text(
                        $"User-agent: *\n{string.Concat(NotListed.Select(p => $"Disallow: {p}\n"))}\nSitemap: {request.Root()}sitemap.xml\n"
                    )
            )
            .Kept();
        app.MapGet(
                "/sitemap.xml",
                async (HttpContext context, SitemapQueries pages) =>
                {
                    var count = await pages.CountAsync(context.RequestAborted) + Lists.Length;
                    await WriteAsync(
                        context,
                        count <= SitemapQueries.MaxListed
                            ? xml => WritePagesAsync(xml, context, pages, 1)
                            : xml => WriteIndexAsync(xml, context, count)
                    );
                }
            )
            .Streamed();
        app.MapGet(
                "/sitemap-{part:int:min(1)}.xml",
                async (int part, HttpContext context, SitemapQueries pages) =>
                {
                    var count = await pages.CountAsync(context.RequestAborted) + Lists.Length;
                    if (part > Parts(count))
                    {
                        context.Response.StatusCode = StatusCodes.Status404NotFound;
                        return;
                    }

                    await WriteAsync(context, xml => WritePagesAsync(xml, context, pages, part));
                }
            )
            .Streamed();
    }

    private static int Parts(int count) => (count + SitemapQueries.MaxListed - 1) / SitemapQueries.MaxListed;

    private static async Task WriteAsync(HttpContext context, Func<XmlWriter, Task> write)
    {
        context.Response.ContentType = "application/xml; charset=utf-8";
        await using var xml = XmlWriter.Create(
            context.Response.Body,
            new XmlWriterSettings { Async = true, Encoding = new UTF8Encoding(false) }
        );
        await xml.WriteStartDocumentAsync();
        await write(xml);
        await xml.WriteEndDocumentAsync();
    }

    private static async Task WriteIndexAsync(XmlWriter xml, HttpContext context, int count)
    {
        await xml.WriteStartElementAsync(null, "sitemapindex", Schema);
        for (var part = 1; part <= Parts(count); part++)
        {
            await WriteEntryAsync(xml, "sitemap", new(context.Request.Root(), $"/sitemap-{part}.xml"), null);
        }

        await xml.WriteEndElementAsync();
    }

    // The lists stand in the first part, before the records.
    private static async Task WritePagesAsync(XmlWriter xml, HttpContext context, SitemapQueries pages, int part)
    {
        var root = context.Request.Root();
        await xml.WriteStartElementAsync(null, "urlset", Schema);
        foreach (var list in part == 1 ? Lists : [])
        {
            await WriteEntryAsync(xml, "url", new(root, list), null);
        }

        var (skip, take) =
            part == 1
                ? (0, SitemapQueries.MaxListed - Lists.Length)
                : (SitemapQueries.MaxListed * (part - 1) - Lists.Length, SitemapQueries.MaxListed);
        await foreach (var page in pages.ReadAsync(skip, take, context.RequestAborted))
        {
            await WriteEntryAsync(xml, "url", new(root, page.Path), page.ChangedAt);
        }

        await xml.WriteEndElementAsync();
    }

    private static async Task WriteEntryAsync(XmlWriter xml, string name, Uri address, DateTime? changedAt)
    {
        await xml.WriteStartElementAsync(null, name, Schema);
        await xml.WriteElementStringAsync(null, "loc", Schema, address.AbsoluteUri);
        if (changedAt is { } at)
        {
            await xml.WriteElementStringAsync(null, "lastmod", Schema, at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        }

        await xml.WriteEndElementAsync();
    }
}
