using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Publishing;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Announcements;

/// <summary>Annotations for other programs: all of them, or one announcement's.</summary>
internal static class AnnotationsEndpoint
{
    public static void MapAnnotations(this WebApplication app)
    {
        app.MapGet("/annotations.jsonld", (AnnotationQueries annotations, HttpContext context) => WriteAsync(annotations, context, null));
        app.MapGet("/announcements/{slug}/annotations.jsonld", (string slug, AnnotationQueries annotations, HttpContext context) => WriteAsync(annotations, context, slug));
    }

    private static async Task<IResult> WriteAsync(AnnotationQueries annotations, HttpContext context, string? slug)
    {
        if (await annotations.ListAsync(slug, context.RequestAborted) is not { } items)
        {
            return Results.NotFound();
        }

        var here = $"{context.Request.Scheme}://{context.Request.Host}";
        var buffer = new MemoryStream();
        AnnotationJsonLd.Write(buffer, here + context.Request.Path, items, (name, version) => $"{here}{Addresses.Announcement(name)}?version={version}", record => Addresses.Of(record) is { } path ? here + path : null);
        return Results.Bytes(buffer.ToArray(), AnnotationJsonLd.MediaType);
    }
}
