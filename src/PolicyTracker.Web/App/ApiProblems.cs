using Microsoft.AspNetCore.Diagnostics;

namespace PolicyTracker.Web.App;

/// <summary>Programs get problem details (RFC 9457) where a browser gets a page.</summary>
internal static class ApiProblems
{
    public static void UseApiProblems(this WebApplication app) => app.Use(async (context, next) =>
    {
        if (!context.Request.Path.StartsWithSegments("/api"))
        {
            await next(context);
            return;
        }

        context.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
        await next(context);
        if (context.Response is { StatusCode: >= 400, HasStarted: false, ContentType: null })
        {
            await context.RequestServices.GetRequiredService<IProblemDetailsService>().WriteAsync(new()
            {
                HttpContext = context,
                ProblemDetails =
                {
                    Status = context.Response.StatusCode,
                    Detail = context.Response.StatusCode switch
                    {
                        StatusCodes.Status401Unauthorized => "Send a token that is still good: Authorization: Bearer pt_…. An editor makes one on the page of the own account.",
                        StatusCodes.Status403Forbidden => "This token has not the scope for that. Make one that has.",
                        _ => null,
                    },
                },
            });
        }
    });
}
