using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PolicyTracker.Core.Administration;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Core.Tests.Data;

/// <summary>Who runs a tracker finds in its log which query is slow or was refused, and nothing of what people typed.</summary>
public sealed class QueryLogTests
{
    private const string Typed = "words that somebody typed";

    public static TheoryData<string> Kinds => TestStore.Kinds;

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_slow_query_is_a_warning_with_its_text_and_without_its_values(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var typed = Typed;
        var lines = await LogAsync(
            store,
            new SlowQueryOptions(TimeSpan.Zero),
            db => db.Set<Commitment>().Where(c => c.Title == typed).ToListAsync()
        );
        Assert.Contains(lines, l => l.Level is LogLevel.Warning && l.Message.Contains("FROM \"Commitments\"", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => l.Message.Contains(Typed, StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_quick_query_is_not_in_the_log(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        Assert.Empty(await LogAsync(store, new SlowQueryOptions(TimeSpan.FromHours(1)), db => db.Set<Commitment>().ToListAsync()));
    }

    [Theory, MemberData(nameof(Kinds))]
    public async Task A_command_that_fails_is_an_error_with_its_text_and_without_its_values(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var lines = await LogAsync(
            store,
            SlowQueryOptions.Default,
            db =>
                Assert.ThrowsAnyAsync<DbException>(() =>
                    db.Database.ExecuteSqlAsync($"""UPDATE "Commitments" SET "Title" = {Typed} WHERE "Nowhere" = 1""")
                )
        );
        Assert.Contains(lines, l => l.Level is LogLevel.Error && l.Message.Contains("\"Nowhere\"", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, l => l.Message.Contains(Typed, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_store_begins_without_a_fault_in_the_log()
    {
        var folder = Directory.CreateTempSubdirectory("tracker-log-").FullName;
        var location = new StoreLocation(folder, null);
        using var lines = new Lines();
        await using var services = new ServiceCollection()
            .AddLogging(l => l.SetMinimumLevel(LogLevel.Warning).AddProvider(lines))
            .AddTracker(location, null, new SlowQueryOptions(TimeSpan.FromHours(1)))
            .BuildServiceProvider();
        await services.GetRequiredService<TrackerStore>().OpenAsync(StoreContent.Empty, null);
        Assert.DoesNotContain(lines.Written, l => !l.Message.Contains("a new one is begun", StringComparison.Ordinal));
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_threshold_that_is_no_number_is_named_at_the_start() =>
        Assert.Contains(
            "half a second",
            Assert.Throws<Refusal>(() => SlowQueryOptions.Of(new(name => name == "slow-query-ms" ? "half a second" : null))).Message,
            StringComparison.Ordinal
        );

    private static async Task<IReadOnlyCollection<(LogLevel Level, string Message)>> LogAsync(
        TestStore store,
        SlowQueryOptions slow,
        Func<TrackerDb, Task> act
    )
    {
        using var lines = new Lines();
        await using var services = new ServiceCollection()
            .AddLogging(l => l.SetMinimumLevel(LogLevel.Warning).AddProvider(lines))
            .AddTracker(store.Location, null, slow)
            .BuildServiceProvider();
        await using var db = services.GetRequiredService<IDbContextFactory<TrackerDb>>().CreateDbContext();
        await act(db);
        return lines.Written;
    }

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<(LogLevel Level, string Message)> Written { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Written.Enqueue((logLevel, $"{formatter(state, exception)}\n{exception}"));

        public void Dispose() { }
    }
}
