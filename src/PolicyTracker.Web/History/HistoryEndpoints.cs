using PolicyTracker.Core.Publishing;
using PolicyTracker.Web.App;

namespace PolicyTracker.Web.History;

/// <summary>History for other programs.</summary>
internal static class HistoryEndpoints
{
    public static void MapHistory(this WebApplication app)
    {
        app.MapGet(
                "/changes.atom",
                async (
                    HttpContext context,
                    ChangeFeed feed,
                    string? kind,
                    string? act,
                    string? by,
                    string? from,
                    string? until,
                    string? q
                ) =>
                {
                    using var written = new MemoryStream();
                    var request = context.Request;
                    await feed.WriteAsync(
                        written,
                        new Uri($"{request.Scheme}://{request.Host}/"),
                        request.Path + request.QueryString,
                        ChangeFilters.Of(kind, act, by, from, until, q),
                        context.RequestAborted
                    );
                    return Results.Bytes(written.ToArray(), "application/atom+xml; charset=utf-8");
                }
            )
            .WithName("ChangeFeed")
            .Kept("kind", "act", "by", "from", "until", "q");
        app.MapGet(
                "/changes/head.json",
                async (StoreVerifier verifier, CancellationToken cancel) =>
                    await verifier.HeadAsync(cancel) is { } head ? Results.Json(head) : Results.NotFound()
            )
            .WithName("ChainHead")
            .Kept();
    }
}
