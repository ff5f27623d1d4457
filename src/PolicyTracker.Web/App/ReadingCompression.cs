using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace PolicyTracker.Web.App;

/// <summary>
/// Reading pages and downloads go out compressed, and are kept so: made once for each way that browsers ask for. Pages of those who
/// are signed in do not: the length of one that holds a secret and repeats what its address says would tell something of the secret.
/// </summary>
internal static class ReadingCompression
{
    public static void AddReadingCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.MimeTypes =
            [
                .. ResponseCompressionDefaults.MimeTypes,
                "text/markdown",
                "application/atom+xml",
                "application/ld+json",
                "application/problem+json",
            ];
        });
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
    }

    /// <summary>Stands behind the cache, which keeps what comes out of it.</summary>
    public static void UseReadingCompression(this WebApplication app) =>
        app.UseWhen(c => c.IsReading(), then => then.UseResponseCompression());

    /// <summary>How the answer will be compressed; empty where it won't.</summary>
    public static string EncodingOf(HttpContext context) =>
        context.RequestServices.GetRequiredService<IResponseCompressionProvider>().GetCompressionProvider(context)?.EncodingName ?? "";
}
