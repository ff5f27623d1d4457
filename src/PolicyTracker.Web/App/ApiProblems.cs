using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using PolicyTracker.Core.Data;

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

/// <summary>What went wrong on the server, for programs; a browser gets <see cref="ErrorPage"/>.</summary>
internal sealed class ApiFaults(IProblemDetailsService problems) : IExceptionHandler
{
    public static int StatusOf(Exception thrown) => StoreTrouble.IsIn(thrown) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;

    /// <summary>The answer to a program whose edit was refused: 422, or 503 where the store takes nothing at the moment and a later try may do.</summary>
    public static ProblemHttpResult Refused(Exception why) => StoreTrouble.IsIn(why)
        ? TypedResults.Problem(why.Message, statusCode: StatusCodes.Status503ServiceUnavailable, title: "The store does not answer")
        : TypedResults.Problem(why.Message, statusCode: StatusCodes.Status422UnprocessableEntity, title: "Refused");

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path.StartsWith("/api/", StringComparison.Ordinal) is not true)
        {
            return false;
        }

        httpContext.Response.StatusCode = StatusOf(exception);
        return await problems.TryWriteAsync(new() { HttpContext = httpContext, ProblemDetails = { Status = httpContext.Response.StatusCode, Detail = StoreTrouble.IsIn(exception) ? StoreTrouble.Words(exception) : "Nothing was changed. The server’s log says what is the matter." } });
    }
}
