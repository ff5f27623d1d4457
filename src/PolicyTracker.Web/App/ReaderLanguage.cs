using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Localization;
using Microsoft.Net.Http.Headers;
using PolicyTracker.Core.Localization;
using PolicyTracker.Web.Accounts;

namespace PolicyTracker.Web.App;

/// <summary>
/// The language of an answer: the one that a reading page's address names, else the one that the reader chose, else the one that
/// the browser asks for first. docs/decisions/0051.
/// </summary>
internal sealed class ReaderLanguage : RequestCultureProvider
{
    /// <summary>The parameter by which the address of a reading page names a language.</summary>
    public const string Parameter = "lang";

    private const string Cookie = "language";

    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext) =>
        Task.FromResult(
            (Languages.Closest(Named(httpContext)) ?? Languages.Closest(httpContext.Request.Cookies[Cookie]) ?? Asked(httpContext))
                is { } language
                ? new ProviderCultureResult(language)
                : null
        );

    /// <summary>Where the reader chooses the language; it leads back to the page.</summary>
    public static string Address(string language, string page) => $"/language/{language}?back={Uri.EscapeDataString(page)}";

    public static void Map(WebApplication app) =>
        app.MapGet(
                "/language/{language}",
                (HttpContext context, string language, string? back) =>
                {
                    if (Languages.Closest(language) is not { } chosen)
                    {
                        return Results.NotFound();
                    }

                    context.Response.Cookies.Append(
                        Cookie,
                        chosen,
                        new()
                        {
                            HttpOnly = true,
                            IsEssential = true,
                            MaxAge = TimeSpan.FromDays(365),
                            SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Lax,
                            Secure = context.Request.IsHttps,
                        }
                    );
                    return Results.LocalRedirect(LocalPath.Of(back));
                }
            )
            .ExcludeFromDescription();

    // A page with a circuit goes on by another connection, which knows nothing of the page's address.
    private static string? Named(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<ExcludeFromInteractiveRoutingAttribute>() is null
            ? null
            : (string?)context.Request.Query[Parameter];

    private static string? Asked(HttpContext context) =>
        context
            .Request.GetTypedHeaders()
            .AcceptLanguage.OrderByDescending(l => l, StringWithQualityHeaderValueComparer.QualityComparer)
            .Select(l => Languages.Closest(l.Value.Value))
            .FirstOrDefault(l => l is not null);
}

internal static class ReaderLanguageServices
{
    public static void AddReaderLanguage(this IServiceCollection services) =>
        services.Configure<RequestLocalizationOptions>(o =>
        {
            var cultures = Languages.All.Select(Languages.CultureOf).ToList();
            (o.SupportedCultures, o.SupportedUICultures, o.DefaultRequestCulture) = (cultures, cultures, new(cultures[0]));
            o.RequestCultureProviders = [new ReaderLanguage()];
        });

    /// <summary>Stands before all that words an answer, faults included.</summary>
    public static void UseReaderLanguage(this WebApplication app)
    {
        app.UseRequestLocalization();
        app.Use(
            (context, next) =>
            {
                var language = Languages.Current;
                context.Response.OnStarting(() =>
                {
                    var response = context.Response;
                    if (response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) is true)
                    {
                        response.Headers.ContentLanguage = language;
                        response.Headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.AcceptLanguage, HeaderNames.Cookie);
                    }

                    return Task.CompletedTask;
                });
                return next(context);
            }
        );
    }
}
