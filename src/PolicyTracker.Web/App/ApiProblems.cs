using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Web.App;

/// <summary>Programs get problem details (RFC 9457) where a browser gets a page.</summary>
internal static class ApiProblems
{
    public static void UseApiProblems(this WebApplication app) =>
        app.Use(
            async (context, next) =>
            {
                if (!context.Request.Path.StartsWithSegments("/api"))
                {
                    await next(context);
                    return;
                }

                context.Features.Get<IStatusCodePagesFeature>()?.Enabled = false;
                if (
                    MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
                    && type.Charset.HasValue
                    && type.Encoding is null
                )
                {
                    await Results
                        .Problem(AppTexts.Texts["UnknownCharset", type.Charset], statusCode: StatusCodes.Status415UnsupportedMediaType)
                        .ExecuteAsync(context);
                    return;
                }

                await next(context);
                if (context.Response is { StatusCode: >= 400, HasStarted: false, ContentType: null })
                {
                    await context
                        .RequestServices.GetRequiredService<IProblemDetailsService>()
                        .WriteAsync(
                            new()
                            {
                                HttpContext = context,
                                ProblemDetails =
                                {
                                    Status = context.Response.StatusCode,
                                    Detail = context.Response.StatusCode switch
                                    {
                                        StatusCodes.Status401Unauthorized => AppTexts.Texts["TokenNeeded"],
                                        StatusCodes.Status403Forbidden => AppTexts.Texts["ScopeNeeded"],
                                        _ => null,
                                    },
                                },
                            }
                        );
                }
            }
        );
}

/// <summary>What went wrong on the server, for programs; a browser gets <see cref="ErrorPage"/>.</summary>
internal sealed partial class ApiFaults(IProblemDetailsService problems) : IExceptionHandler
{
    public static int StatusOf(Exception thrown) =>
        thrown switch
        {
            BadHttpRequestException { InnerException: JsonException { InnerException: not JsonException } } =>
                StatusCodes.Status422UnprocessableEntity, // it is JSON, of another form
            BadHttpRequestException e => e.StatusCode,
            Refusal refused => StatusOf(refused.Kind),
            _ => StoreErrors.IsTransient(thrown) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError,
        };

    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path.StartsWith("/api/", StringComparison.Ordinal) is not true)
        {
            return false;
        }

        var told = exception is not Refusal && StoreErrors.IsTransient(exception) ? StoreErrors.Refusal(exception) : exception;
        httpContext.Response.StatusCode = StatusOf(told);
        return await problems.TryWriteAsync(new() { HttpContext = httpContext, ProblemDetails = Of(told) });
    }

    private static ProblemDetails Of(Exception exception)
    {
        var problem = new ProblemDetails { Status = StatusOf(exception), Detail = AppTexts.Texts["NothingChanged"] };
        if (exception is Refusal refused)
        {
            (problem.Type, problem.Title, problem.Detail) = (refused.Code, AppTexts.Texts["Refused"], refused.Message);
            if (refused.Field is not null)
            {
                problem.Extensions["field"] = refused.Field;
            }
        }
        else if (exception is BadHttpRequestException { InnerException: JsonException json })
        {
            (problem.Detail, problem.Extensions["field"]) = (Detail(json), json.Path?.TrimStart('$', '.'));
        }
        else if (exception is BadHttpRequestException && Parameter().Match(exception.Message) is { Success: true } parameter)
        {
            var name = parameter.Groups[1].Value;
            (problem.Detail, problem.Extensions["field"]) = (AppTexts.Texts["ParameterUnreadable", name], name);
        }
        else if (exception is BadHttpRequestException)
        {
            problem.Detail = exception.Message.StartsWith("Implicit ", StringComparison.Ordinal)
                ? AppTexts.Texts["BodyEmpty"]
                : exception.Message;
        }

        return problem;
    }

    private static int StatusOf(RefusalKind kind) =>
        kind switch
        {
            RefusalKind.NotAllowed => StatusCodes.Status403Forbidden,
            RefusalKind.NotFound => StatusCodes.Status404NotFound,
            RefusalKind.Conflict => StatusCodes.Status409Conflict,
            RefusalKind.StoreUnavailable => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status422UnprocessableEntity,
        };

    [GeneratedRegex("^Failed to bind parameter \"bool ([A-Za-z]+)\"")]
    private static partial Regex Parameter();

    // The converters of this program say what belongs there; the library names types that nobody outside knows.
    private static string Detail(JsonException e)
    {
        var said = e.Message.Split(" Path: ")[0].Trim();
        said =
            e is WordConverter.UnknownWordException || said.Contains(DateJson.Form, StringComparison.Ordinal) ? said
            : e.InnerException is JsonException ? AppTexts.Texts["NoJson", e.LineNumber + 1]
            : AppTexts.Texts["NullOrOtherType"];
        return e.Path is { Length: > 1 } path
            ? AppTexts.Texts["FieldUnreadable", path.TrimStart('$', '.'), said]
            : AppTexts.Texts["BodyUnreadable", said];
    }
}
