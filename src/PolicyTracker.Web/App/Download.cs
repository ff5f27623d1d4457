namespace PolicyTracker.Web.App;

/// <summary>
/// Marks an endpoint that gives readers a file which follows from the records alone: it is kept until the next edit, and who
/// has it already is told so.
/// </summary>
/// <param name="Query">The parameters of an address that it knows; others are not heard.</param>
/// <param name="IsKept">Whether the server keeps it; not what is too large, or never changes.</param>
internal sealed record Download(IReadOnlyList<string> Query, bool IsKept);

internal static class DownloadEndpoints
{
    /// <summary>Marks the endpoint as a <see cref="Download"/> that is kept.</summary>
    public static RouteHandlerBuilder Kept(this RouteHandlerBuilder endpoint, params string[] query) =>
        endpoint.WithMetadata(new Download(query, IsKept: true));

    /// <summary>Marks the endpoint as a <see cref="Download"/> that is written as it is read.</summary>
    public static RouteHandlerBuilder Streamed(this RouteHandlerBuilder endpoint, params string[] query) =>
        endpoint.WithMetadata(new Download(query, IsKept: false));
}
