namespace PolicyTracker.Web.App;

/// <summary>
/// Typefaces never change under their names, and a sheet of styles can't name them by what they hold: browsers keep them for a year
/// without asking.
/// </summary>
internal static class FontCaching
{
    public static void UseFontCaching(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                if (context.Request.Path.StartsWithSegments("/fonts", StringComparison.Ordinal))
                {
                    context.Response.OnStarting(() =>
                    {
                        if (context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified)
                        {
                            context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                        }

                        return Task.CompletedTask;
                    });
                }

                return next(context);
            }
        );
}
