using System.Text;
using PolicyTracker.Core.Publishing;
using PolicyTracker.Web.App;

namespace PolicyTracker.Web.Pillars;

/// <summary>The Markdown summary as a download: the bytes that <c>policytracker export pillar</c> writes.</summary>
internal static class SummaryEndpoint
{
    public static void MapSummaries(this WebApplication app) =>
        app.MapGet(
                "/pillars/{slug}/summary.md",
                async (string slug, PillarSummary summary, HttpContext context) =>
                {
                    if (await summary.WriteAsync(slug, context.RequestAborted) is not { } markdown)
                    {
                        return Results.NotFound();
                    }

                    context.Response.Headers.ContentDisposition = $"inline; filename=\"{slug}.md\"";
                    return Results.Bytes(Encoding.UTF8.GetBytes(markdown), "text/markdown; charset=utf-8");
                }
            )
            .Kept();
}
