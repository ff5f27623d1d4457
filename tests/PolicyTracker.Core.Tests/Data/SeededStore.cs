using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Administration;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Tests;

/// <summary>A store with the seed, made once in a run of a test project and copied for each test that needs one.</summary>
internal static class SeededStore
{
    private static readonly Lazy<Task<string>> Seeded = new(() => MakeSqliteAsync(null));
    private static readonly Lazy<Task<string>> WithAccounts = new(() => MakeSqliteAsync(AddAccountsAsync));
    private static readonly Lazy<Task<string>> Postgres = new(MakePostgresAsync);

    /// <summary>The password of each account of <see cref="Accounts"/>.</summary>
    public const string Password = "correct horse battery";

    /// <summary>The accounts of a copy that has accounts, and their roles.</summary>
    public static IReadOnlyList<(string Name, string Role)> Accounts { get; } =
    [("mei", Roles.Editor), ("tom", Roles.Editor), ("ada", Roles.Admin)];

    /// <summary>Puts a copy of the store into a data folder.</summary>
    /// <param name="folder">The data folder; made where it is missing.</param>
    /// <param name="withAccounts">Whether <see cref="Accounts"/> are in it.</param>
    public static async Task CopyToAsync(string folder, bool withAccounts = false)
    {
        var from = await (withAccounts ? WithAccounts : Seeded).Value;
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }
    }

    /// <summary>A new PostgreSQL database with a copy of the store, on the server that tests/run.sh starts.</summary>
    /// <returns>Its connection string.</returns>
    public static async Task<string> CopyToPostgresAsync()
    {
        var seeded = new NpgsqlConnectionStringBuilder(await Postgres.Value);
        return await CreateDatabaseAsync($" TEMPLATE {seeded.Database}");
    }

    private static async Task<string> MakeSqliteAsync(Func<IServiceProvider, Task>? fill)
    {
        var folder = Directory.CreateTempSubdirectory("tracker-seeded-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var location = new StoreLocation(folder, null);
        await MakeAsync(location, fill);
        SqliteConnection.ClearAllPools(); // the last connection to close writes what the log holds into the file
        return folder;
    }

    private static async Task<string> MakePostgresAsync()
    {
        var database = await CreateDatabaseAsync();
        await MakeAsync(new StoreLocation("", database), null);
        return database;
    }

    private static async Task MakeAsync(StoreLocation location, Func<IServiceProvider, Task>? fill)
    {
        await using var services = new ServiceCollection().AddLogging().AddTracker(location).BuildServiceProvider();
        await services.GetRequiredService<TrackerStore>().OpenAsync();
        await (fill?.Invoke(services) ?? Task.CompletedTask);
    }

    private static async Task AddAccountsAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        foreach (var (name, role) in Accounts)
        {
            await scope.ServiceProvider.GetRequiredService<AccountEdits>().AddAsync(name, Password, role);
        }
    }

    /// <summary>A new PostgreSQL database with nothing in it.</summary>
    /// <returns>Its connection string.</returns>
    public static Task<string> CreateDatabaseAsync() => CreateDatabaseAsync("");

    private static async Task<string> CreateDatabaseAsync(string options)
    {
        var server =
            Environment.GetEnvironmentVariable("POLICYTRACKER_TEST_POSTGRES")
            ?? throw new InvalidOperationException(
                "POLICYTRACKER_TEST_POSTGRES names no PostgreSQL. Run bash tests/run.sh, which starts one."
            );
        var name = $"tracker_{Guid.NewGuid():n}";
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name}{options}", connection);
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server) { Database = name, Pooling = false }.ToString();
    }
}
