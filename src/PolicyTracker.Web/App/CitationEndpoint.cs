using PolicyTracker.Core;
using PolicyTracker.Core.Publishing;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Web.App;

/// <summary>A version of a record for programs that keep lists of sources. It names the day of reading, so that it is not kept.</summary>
internal static class CitationEndpoint
{
    public static void MapCitations(this WebApplication app) =>
        app.MapGet(
                "/history/{kind}/{id:guid}/{number:int}/cite.{format}",
                async (string kind, Guid id, int number, string format, HttpContext context, CitationQueries citations) =>
                {
                    if (
                        WireNames.Parse<RecordKind>(kind) is not { } of
                        || WireNames.Parse<CitationFormat>(format) is not { } form
                        || await citations.FindAsync(of, id, number, context.Request.Root(), context.RequestAborted) is not { } citation
                    )
                    {
                        return Results.NotFound();
                    }

                    context.Response.Headers.CacheControl = "no-cache";
                    context.Response.Headers.ContentDisposition = $"inline; filename=\"{citation.Key}.{format}\"";
                    return Results.Text(CitationWriter.Write(citation, form), CitationWriter.MediaTypeOf(form));
                }
            )
            .WithName("Citation");

    /// <summary>The tracker's own address, as readers know it.</summary>
    public static Uri Root(this HttpRequest request) => new($"{request.Scheme}://{request.Host}/");

    /// <summary>Where a version of a record is cited in a form.</summary>
    public static string Address(RecordKind kind, Guid id, int version, CitationFormat format) =>
        $"/history/{WireNames.Of(kind)}/{id}/{version}/cite.{WireNames.Of(format)}";
}
