using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Web.App;

/// <summary>For whatever watches the server: whether it lives, and whether its store answers.</summary>
internal static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => TypedResults.Text("live")).ExcludeFromDescription();
        app.MapGet(
                "/health/ready",
                async (IDbContextFactory<TrackerDb> contexts, CancellationToken cancel) =>
                {
                    await using var db = await contexts.CreateDbContextAsync(cancel);
                    return await db.Database.CanConnectAsync(cancel)
                        ? Results.Text("ready")
                        : Results.Text(AppTexts.Texts["StoreSilentHealth"], statusCode: StatusCodes.Status503ServiceUnavailable);
                }
            )
            .ExcludeFromDescription();
    }
}
