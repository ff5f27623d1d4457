using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.OutputCaching;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Publishing;

namespace PolicyTracker.Web.App;

/// <summary>
/// Reading pages are kept until the next edit. The number of the newest edit is part of a page's key, so that a page
/// which was being made while an edit came in is never shown after it.
/// </summary>
internal sealed class ReadingCache(EditEvents events, IOutputCacheStore pages) : IHostedService
{
    public const string Tag = "tracker";

    private long _edits;

    /// <summary>Changes with each edit.</summary>
    public string Edition => Interlocked.Read(ref _edits).ToString(CultureInfo.InvariantCulture);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        events.Edited += OnEdited;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        events.Edited -= OnEdited;
        return Task.CompletedTask;
    }

    private void OnEdited(EditEvent edit)
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
        services.AddHostedService<RemoteEditPoller>();
        services.AddSingleton<IStartupFilter, HeadRequests>();
        services.AddOutputCache(o =>
            o.AddBasePolicy(p =>
                p.With(c => IsKept(c.HttpContext))
                    .Tag(ReadingCache.Tag)
                    .VaryByValue(c => new KeyValuePair<string, string>(
                        "edition",
                        c.RequestServices.GetRequiredService<ReadingCache>().Edition
                    ))
                    .VaryByValue(_ => new KeyValuePair<string, string>("culture", CultureInfo.CurrentUICulture.Name))
                    .VaryByValue(c => new KeyValuePair<string, string>("encoding", ReadingCompression.EncodingOf(c)))
                    .Expire(TimeSpan.FromMinutes(30))
            )
        ); // "overdue" follows the calendar, not edits
    }

    /// <summary>Keeps and serves reading pages and downloads; stands after whatever signs readers in.</summary>
    public static void UseReadingCache(this WebApplication app)
    {
        app.Use(
            async (context, next) =>
            {
                if (
                    context.GetEndpoint() is not { } endpoint
                    || !(IsPage(context) || endpoint.Metadata.GetMetadata<Download>() is not null)
                )
                {
                    await next(context);
                    return;
                }

                context.Request.QueryString = KnownQuery.Of(context.Request.Query, endpoint);
                if (endpoint.Metadata.GetMetadata<Download>() is not null && await IsUnchangedAsync(context))
                {
                    return;
                }

                if (IsKept(context))
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

                await next(context);
            }
        );
        app.UseOutputCache(); // behind it, so that a kept page loses the headers that it was kept with as well
    }

    // A download changes with the records alone: the hash of the newest edit names it, and is read without making it.
    private static async Task<bool> IsUnchangedAsync(HttpContext context)
    {
        var head = await context.RequestServices.GetRequiredService<StoreVerifier>().HeadAsync(context.RequestAborted);
        var tag = $"W/\"{head?.Hash[..16] ?? "empty"}-{CultureInfo.CurrentUICulture.Name}-{Program}\"";
        if (context.Request.Headers.IfNoneMatch.SelectMany(t => (t ?? "").Split(',', StringSplitOptions.TrimEntries)).Contains(tag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            (context.Response.Headers.ETag, context.Response.Headers.CacheControl) = (tag, "no-cache");
            return true;
        }

        context.Response.OnStarting(() =>
        {
            if (context.Response.StatusCode == StatusCodes.Status200OK)
            {
                context.Response.Headers.ETag = tag;
                if (context.Response.Headers.CacheControl.Count == 0)
                {
                    context.Response.Headers.CacheControl = "no-cache";
                }
            }

            return Task.CompletedTask;
        });
        return false;
    }

    // Another version of the program may write the same records otherwise.
    private static readonly string Program = typeof(ReadingCacheServices).Module.ModuleVersionId.ToString("n")[..8];

    private static bool IsPage(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<ExcludeFromInteractiveRoutingAttribute>() is not null
        && !context.Request.Path.StartsWithSegments("/account")
        && !context.Request.Path.StartsWithSegments("/setup");

    /// <summary>Whether somebody who is not signed in reads: what is answered is the same for everybody.</summary>
    public static bool IsReading(this HttpContext context) =>
        context.User.Identity?.IsAuthenticated != true
        && (IsPage(context) || context.GetEndpoint()?.Metadata.GetMetadata<Download>() is not null);

    private static bool IsKept(HttpContext context) =>
        context.IsReading() && context.GetEndpoint()?.Metadata.GetMetadata<Download>() is not { IsKept: false };
}
