using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.OutputCaching;
using PolicyTracker.Core.History;

namespace PolicyTracker.Web.App;

/// <summary>
/// Reading pages are kept until the next edit. The number of the newest edit is part of a page's key, so that a page
/// which was being made while an edit came in is never shown after it. Edits of this process are told by
/// <see cref="EditNews"/>; those of another node or of the command line are found by looking twice a second.
/// </summary>
internal sealed class ReadingCache(EditNews news, ChangeQueries changes, IOutputCacheStore pages, ILogger<ReadingCache> log) : BackgroundService
{
    public const string Tag = "tracker";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);
    private long _edits;
    private long _newest = -1;

    /// <summary>Changes with each edit.</summary>
    public string Edition => Interlocked.Read(ref _edits).ToString(CultureInfo.InvariantCulture);

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        news.Edited += OnEdited;
        return base.StartAsync(cancellationToken);
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        news.Edited -= OnEdited;
        return base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                var newest = await changes.NewestAsync(stoppingToken);
                if (Interlocked.Exchange(ref _newest, newest) != newest)
                {
                    await TurnAsync();
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogWarning(e, "The store could not be asked for new edits; asking again.");
            }
        }
    }

    private void OnEdited(Edit edit) => _ = TurnAsync();

    private async Task TurnAsync()
    {
        Interlocked.Increment(ref _edits);
        await pages.EvictByTagAsync(Tag, CancellationToken.None);
    }
}

internal static class ReadingCacheServices
{
    public static void AddReadingCache(this IServiceCollection services)
    {
        services.AddSingleton<ReadingCache>();
        services.AddHostedService(s => s.GetRequiredService<ReadingCache>());
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
