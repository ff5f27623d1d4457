using System.Globalization;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Web.App;

namespace PolicyTracker.Web.Announcements;

/// <summary>The text of an announcement byte for byte as it is kept: for readers to download, and for the workbench.</summary>
internal static class TextEndpoint
{
    public static void MapTexts(this WebApplication app) =>
        app.MapGet(
                "/announcements/{slug}/text.txt",
                async (string slug, string? version, HttpContext context, AnnouncementQueries announcements, CancellationToken cancel) =>
                {
                    var number = int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : (int?)null;
                    var text = await announcements.TextAsync(slug, number, cancel);
                    if (text is null)
                    {
                        return Results.NotFound();
                    }

                    // A version never changes; only which is the newest does.
                    context.Response.Headers.CacheControl = number is null ? "no-cache" : "private, max-age=31536000, immutable";
                    return Results.Text(text.Text, "text/plain", System.Text.Encoding.UTF8);
                }
            )
            .WithName("AnnouncementText")
            .Streamed("version");

    public static string Address(string slug, int version) => $"/announcements/{slug}/text.txt?version={version}";
}
