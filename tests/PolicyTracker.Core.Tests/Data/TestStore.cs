using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Administration;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Core.Suggestions;
using PolicyTracker.Tests;

namespace PolicyTracker.Core.Tests.Data;

/// <summary>A real store of its own for each test: an SQLite file, or a database on the PostgreSQL that tests/run.sh starts.</summary>
public sealed class TestStore : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private TestStore(StoreLocation location, Func<LanguageModelSettings?>? model, IDbCommandInterceptor? watcher = null)
    {
        var services = new ServiceCollection().AddLogging().AddTracker(Location = location, model);
        if (watcher is not null)
        {
            services.AddSingleton(watcher);
        }

        _services = services.BuildServiceProvider();
    }

    public static TheoryData<string> Kinds { get; } = ["sqlite", "postgres"];

    public StoreLocation Location { get; }

    /// <summary>A store with the seed: a copy of one that was made once.</summary>
    public static async Task<TestStore> OpenAsync(string kind, Func<LanguageModelSettings?>? model = null)
    {
        var location = new StoreLocation(
            Path.Combine(Path.GetTempPath(), $"tracker-{Guid.NewGuid():n}"),
            kind == "postgres" ? await SeededStore.CopyToPostgresAsync() : null
        );
        if (location.Database is null)
        {
            await SeededStore.CopyToAsync(location.Folder);
        }

        return await OpenAsync(location, model);
    }

    /// <summary>A copy of the seed on SQLite whose statements are shown to a watcher.</summary>
    public static async Task<TestStore> OpenWatchedAsync(IDbCommandInterceptor watcher)
    {
        var location = new StoreLocation(Path.Combine(Path.GetTempPath(), $"tracker-{Guid.NewGuid():n}"), null);
        await SeededStore.CopyToAsync(location.Folder);
        return new TestStore(location, null, watcher);
    }

    /// <summary>A store that was seeded by itself: its records have other identities than those of copies.</summary>
    public static async Task<TestStore> OpenNewAsync(string kind)
    {
        var database = kind == "postgres" ? await SeededStore.CreateDatabaseAsync() : null;
        return await OpenAsync(new StoreLocation(Path.Combine(Path.GetTempPath(), $"tracker-{Guid.NewGuid():n}"), database));
    }

    /// <summary>A store at a place of the test's own; made and seeded where there is none.</summary>
    public static async Task<TestStore> OpenAsync(StoreLocation location, Func<LanguageModelSettings?>? model = null)
    {
        var store = new TestStore(location, model);
        await store.Get<TrackerStore>().OpenAsync();
        return store;
    }

    /// <summary>A store that is not opened yet.</summary>
    public static TestStore Closed(StoreLocation location) => new(location, null);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public TrackerDb Db() => Get<IDbContextFactory<TrackerDb>>().CreateDbContext();

    /// <summary>Does something with what lives for one request only.</summary>
    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> act)
        where TService : notnull
    {
        await using var scope = _services.CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Adds an account and gives who edits with it.</summary>
    public async Task<Editor> AddEditorAsync(string name, string role = Roles.Editor)
    {
        var account = await WithAsync<AccountEdits, Account>(edits => edits.AddAsync(name, "green lamp under the stairs", role));
        return new Editor(name, account.Id);
    }

    /// <summary>A commitment of the seed as an editor opens it.</summary>
    public async Task<RecordToEdit> CommitmentAsync(string slug) =>
        (await Get<RecordQueries>().FindToEditAsync(RecordKind.Commitment, slug))!;

    /// <summary>Changes some fields of a record that was opened.</summary>
    public Task<Guid> ChangeAsync(RecordToEdit opened, Dictionary<string, string?> values, Editor? by = null) =>
        Get<RecordEdits>().SaveAsync(by ?? Editor.Seed, opened.Kind, opened.Id, opened.Version, values, "clearer");

    /// <summary>Attaches words as an editor does who was told what is doubtful about them and goes on.</summary>
    public async Task<Guid> AttachAnywayAsync(MarkedWords words, Statement statement)
    {
        try
        {
            return await Get<AnnotationEdits>().AttachAsync(Editor.Seed, words, statement);
        }
        catch (DoubtfulWords doubtful)
        {
            return await Get<AnnotationEdits>()
                .AttachAsync(Editor.Seed, words, statement, confirmed: [.. doubtful.Doubts.Select(d => d.Message)]);
        }
    }

    /// <summary>The newest text of an announcement.</summary>
    public async Task<SourceVersion> TextAsync(string announcement) => (await Get<AnnouncementQueries>().TextAsync(announcement, null))!;

    /// <summary>What is suggested for the newest text of an announcement.</summary>
    public async Task<IReadOnlyList<SuggestionItem>> SuggestAsync(string announcement) =>
        (await Get<SuggestionQueries>().ListAsync(await TextAsync(announcement))).Items;

    /// <summary>Marks words of the press conference.</summary>
    public async Task<MarkedWords> MarkAsync(string exact)
    {
        await using var db = Db();
        var source = await db.Set<SourceVersion>().AsNoTracking().OrderBy(v => v.ChangedAt).FirstAsync();
        var start = source.Text.IndexOf(exact, StringComparison.Ordinal);
        var map = new PolicyTracker.Text.Anchoring.CodePointMap(source.Text);
        return new MarkedWords(source.Id, source.Sha256, new(map.ToCodePoint(start), map.ToCodePoint(start + exact.Length)), exact);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (Location.Database is null && Path.GetDirectoryName(Location.File) is { } folder && Directory.Exists(folder))
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }
}
