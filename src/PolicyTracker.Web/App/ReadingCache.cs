using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.OutputCaching;
using PolicyTracker.Core.History;

namespace PolicyTracker.Web.App;

/// <summary>
/// Reading pages are kept until the next edit. The number of the newest edit is part of a page's key, so that a page
/// which was being made while an edit came in is never shown after it.
/// </summary>
internal sealed class ReadingCache(EditNews news, IOutputCacheStore pages) : IHostedService
{
    public const string Tag = "tracker";

    private long _edits;

    /// <summary>Changes with each edit.</summary>
    public string Edition => Interlocked.Read(ref _edits).ToString(CultureInfo.InvariantCulture);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        news.Edited += OnEdited;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        news.Edited -= OnEdited;
        return Task.CompletedTask;
    }

    private void OnEdited(Edit edit)
    {
        Interlocked.Increment(ref _edits);
        _ = pages.EvictByTagAsync(Tag, CancellationToken.None).AsTask();
    }
}

internal static class ReadingCacheServices
{
    public static void AddReadingCache(this IServiceCollection services)
    {
        services.AddSingleton<ReadingCache>();
        services.AddHostedService(s => s.GetRequiredService<ReadingCache>());
        services.AddHostedService<EditWatch>();
        services.AddOutputCache(o => o.AddBasePolicy(p => p
            .With(c => IsReading(c.HttpContext))
            .Tag(ReadingCache.Tag)
            .VaryByValue(c => new KeyValuePair<string, string>("edition", c.RequestServices.GetRequiredService<ReadingCache>().Edition))
            .Expire(TimeSpan.FromMinutes(30)))); // "overdue" follows the calendar, not edits
    }

    /// <summary>Keeps and serves reading pages; stands after whatever signs readers in.</summary>
    public static void UseReadingCache(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            if (IsReading(context))
            {
                // Blazor gives each page an antiforgery cookie and forbids to keep it. A reading page posts nothing, so a
                // reader gets no cookie. What is registered first runs last, when the headers to take away are there.
                context.Response.OnStarting(() =>
                {
                    var headers = context.Response.Headers;
                    headers.Remove("Set-Cookie");
                    headers.Remove("Pragma");
                    headers.CacheControl = "no-cache"; // a browser asks again: the next edit shows at once
                    return Task.CompletedTask;
                });
            }

            return next(context);
        });
        app.UseOutputCache(); // behind it, so that a kept page loses the headers that it was kept with as well
    }

    private static bool IsReading(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<ExcludeFromInteractiveRoutingAttribute>() is not null
        && context.User.Identity?.IsAuthenticated != true
        && !context.Request.Path.StartsWithSegments("/account") && !context.Request.Path.StartsWithSegments("/setup");
}
