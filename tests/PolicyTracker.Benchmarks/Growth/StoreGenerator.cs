using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Actors;
using PolicyTracker.Core.Administration;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Glossary;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Sources;
using Record = PolicyTracker.Core.Records.Record; // xunit has one too

namespace PolicyTracker.Benchmarks.Growth;

/// <summary>
/// Fills a new store with so many times the records of the seed, in English and Chinese, through the edits' own writer: every rule
/// holds, and the chain of history is whole. Pillars and topics stay those of the seed; everything else grows. The same number
/// gives the same texts, records and days.
/// </summary>
internal static class StoreGenerator
{
    private const int CopiesInOneEdit = 8;

    /// <summary>Makes the store; one that is there already is filled up.</summary>
    /// <param name="location">Where it is made.</param>
    /// <param name="times">How many times the seed's records it holds, from 1.</param>
    /// <param name="tell">Is told how far it has come.</param>
    public static async Task RunAsync(StoreLocation location, int times, Action<string>? tell = null)
    {
        var clock = new GeneratorClock();
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddTracker(location)
            .AddSingleton<TimeProvider>(clock)
            .BuildServiceProvider();
        await services.GetRequiredService<TrackerStore>().OpenAsync();
        await FillAsync(services, clock, times, tell);
    }

    private static async Task FillAsync(IServiceProvider services, GeneratorClock clock, int times, Action<string>? tell)
    {
        var (contexts, writer) = (services.GetRequiredService<IDbContextFactory<TrackerDb>>(), services.GetRequiredService<RecordWriter>());
        var seed = await SeedShape.ReadAsync(contexts);
        var editors = await EditorsAsync(services);
        for (var copy = seed.Announcements; copy < times; copy += CopiesInOneEdit)
        {
            var random = new Random(copy);
            var made = new List<Record>();
            var until = Math.Min(times, copy + CopiesInOneEdit);
            for (var one = copy; one < until; one++)
            {
                made.AddRange(new CopyOfSeed(seed, one, clock.Today, random).Make());
            }

            await writer.EditAsync(
                editors[random.Next(editors.Count)],
                "Announcements read",
                db =>
                {
                    db.AddRange(made);
                    return Task.FromResult(made.Count);
                }
            );
            clock.Forward();
            await RewordAsync(writer, editors[random.Next(editors.Count)], made, random);
            clock.Forward();
            tell?.Invoke($"{until} of {times} times the seed");
        }

        await using var db = await contexts.CreateDbContextAsync();
        if (db is PostgresTrackerDb)
        {
            await db.Database.ExecuteSqlRawAsync("ANALYZE"); // a store that grew in years was counted long ago, by the server itself
        }
    }

    // One commitment in ten is corrected later, as editors do: its history has a second version.
    private static Task<int> RewordAsync(RecordWriter writer, Editor by, List<Record> made, Random random)
    {
        var ids = made.OfType<Commitment>().Where(_ => random.Next(10) == 0).Select(c => c.Id).ToList();
        return writer.EditAsync(
            by,
            "Worded more exactly",
            async db =>
            {
                foreach (var commitment in await db.Set<Commitment>().Where(c => ids.Contains(c.Id)).ToListAsync())
                {
                    commitment.Title += ", as announced";
                }

                return ids.Count;
            }
        );
    }

    private static async Task<List<Editor>> EditorsAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var edits = scope.ServiceProvider.GetRequiredService<AccountEdits>();
        var editors = new List<Editor>();
        foreach (var name in (string[])["Amina", "Bo", "Chiara", "Dawit", "Eun-ji"])
        {
            var account = await accounts.FindByNameAsync(name) ?? await edits.AddAsync(name, "green lamp under the stairs", Roles.Editor);
            editors.Add(new Editor(name, account.Id));
        }

        return editors;
    }
}

/// <summary>How much the seed has of each kind, and what every copy of it refers to.</summary>
internal sealed record SeedShape(
    int Announcements,
    int Goals,
    int Commitments,
    int Indicators,
    int Achievements,
    int Terms,
    IReadOnlyList<(Guid Id, List<Guid> Goals)> Pillars,
    IReadOnlyList<Guid> Topics,
    IReadOnlyList<Guid> Bodies
)
{
    public static async Task<SeedShape> ReadAsync(IDbContextFactory<TrackerDb> contexts)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var pillars = await db.Set<Pillar>().OrderBy(p => p.Order).Select(p => p.Id).ToListAsync();
        var goals = await db.Set<Goal>()
            .Where(g => g.PillarId != null)
            .OrderBy(g => g.Order)
            .Select(g => new { g.Id, g.PillarId })
            .ToListAsync();
        return new(
            await db.Set<Announcement>().CountAsync(),
            goals.Count,
            await db.Set<Commitment>().CountAsync(),
            await db.Set<Indicator>().CountAsync(),
            await db.Set<Achievement>().CountAsync(),
            await db.Set<Term>().CountAsync(),
            [.. pillars.Select(p => (p, goals.Where(g => g.PillarId == p).Select(g => g.Id).ToList()))],
            await db.Set<Topic>().OrderBy(t => t.Order).Select(t => t.Id).ToListAsync(),
            await db.Set<Actor>().OrderBy(a => a.Slug).Select(a => a.Id).ToListAsync()
        );
    }
}
