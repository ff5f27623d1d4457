using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Publishing;
using PolicyTracker.Web.App;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Annotations;

/// <summary>Annotations for other programs: all of them, or one announcement's.</summary>
internal static class AnnotationsEndpoint
{
    public static void MapAnnotations(this WebApplication app)
    {
        app.MapGet("/annotations.jsonld", (AnnotationQueries annotations, HttpContext context) => WriteAsync(annotations, context, null))
            .Streamed();
        app.MapGet(
                "/announcements/{slug}/annotations.jsonld",
                (string slug, AnnotationQueries annotations, HttpContext context) => WriteAsync(annotations, context, slug)
            )
            .Kept();
    }

    private static async Task<IResult> WriteAsync(AnnotationQueries annotations, HttpContext context, string? slug)
    {
        await using var read = await annotations.ReadAsync(slug, context.RequestAborted);
        if (read is null)
        {
            return Results.NotFound();
        }

        var here = $"{context.Request.Scheme}://{context.Request.Host}";
        context.Response.ContentType = AnnotationJsonLd.MediaType;
        if (HeadRequests.IsHead(context))
        {
            return Results.Empty;
        }

        await AnnotationJsonLd.WriteAsync(
            context.Response.Body,
            here + context.Request.Path,
            read,
            (name, version) => $"{here}{Addresses.Announcement(name)}?version={version}",
            record => record.Address is { } path ? here + path : null,
            context.RequestAborted
        );
        return Results.Empty;
    }
}
