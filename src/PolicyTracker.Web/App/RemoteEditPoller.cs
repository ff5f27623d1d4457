using PolicyTracker.Core.Collaboration;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.History;

namespace PolicyTracker.Web.App;

/// <summary>Tells this process of the edits and messages of other nodes and of the edits of the command line, by looking twice a second.</summary>
internal sealed class RemoteEditPoller(
    EditEvents events,
    ChangeQueries changes,
    ThreadEvents threads,
    ThreadQueries said,
    ILogger<RemoteEditPoller> log
) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var isLost = false;
        using var timer = new PeriodicTimer(Pause);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                foreach (var edit in await changes.SinceAsync(events.Newest, stoppingToken))
                {
                    events.Raise(edit);
                }

                foreach (var change in await said.SinceAsync(threads.Since, stoppingToken))
                {
                    threads.Raise(change);
                }

                if (isLost)
                {
                    isLost = false;
                    log.LogInformation("The store answers again.");
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                if (isLost)
                {
                    continue; // said once: an outage of an hour fills no log
                }

                isLost = true;
                log.LogWarning(
                    e,
                    "The store could not be asked for new edits. It is asked again twice a second, and the log says when it answers."
                );
            }
        }
    }
}
