using Microsoft.AspNetCore.Diagnostics;
using PolicyTracker.Core.Records;
using PolicyTracker.Text;

namespace PolicyTracker.Web.App;

/// <summary>An address that led to a record which was renamed or merged leads on (301); one of a removed record is gone (410).</summary>
internal static class FormerSlugs
{
    private static readonly Dictionary<string, RecordKind> Nouns = RecordDescriptors
        .All.Where(d => d.Path is not null)
        .ToDictionary(d => d.Path!, d => d.Kind, StringComparer.Ordinal);

    /// <summary>
    /// Asked where nothing is found at an address: what became of the record that it led to. The answer's status is set to what
    /// that calls for when it is sent, whoever has called it not found.
    /// </summary>
    public static async Task<SlugResolution?> FindAsync(HttpContext context, SlugQueries addresses)
    {
        var asked = context.Features.Get<IStatusCodeReExecuteFeature>();
        var (path, query) = (
            asked?.OriginalPath ?? context.Request.Path.Value!,
            asked?.OriginalQueryString ?? context.Request.QueryString.Value
        );
        if (
            PlainText.Fault(path, hasLines: false) is not null
            || path.Split('/', 4) is not ["", var noun, { Length: > 0 } slug, ..] parts
            || !Nouns.TryGetValue(noun, out var kind)
            || await addresses.FindAsync(kind, slug, context.RequestAborted) is not { } resolution
        )
        {
            return null;
        }

        context.Response.OnStarting(() =>
        {
            context.Response.StatusCode = resolution.Slug is null ? StatusCodes.Status410Gone : StatusCodes.Status301MovedPermanently;
            context.Response.Headers.Location = resolution.Slug is null
                ? default
                : $"/{noun}/{resolution.Slug}{(parts.Length > 3 ? "/" + parts[3] : "")}{query}";
            return Task.CompletedTask;
        });
        return resolution;
    }
}
