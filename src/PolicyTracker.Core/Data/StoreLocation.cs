using Npgsql;

namespace PolicyTracker.Core.Data;

/// <summary>Where the store is: a folder with an SQLite file, or a PostgreSQL database.</summary>
/// <param name="Folder">The data folder; used where <paramref name="Database"/> is null.</param>
/// <param name="Database">A PostgreSQL connection string, or null.</param>
public sealed record StoreLocation(string Folder, string? Database)
{
    /// <summary>The folder used where none is given.</summary>
    public const string DefaultFolder = "data";

    /// <summary>The SQLite file in the data folder.</summary>
    public string File => Path.Combine(Path.GetFullPath(Folder), "tracker.db");

    /// <summary>What to call it in messages (never a password).</summary>
    public string Name => Database is null ? File : "the PostgreSQL database";

    /// <summary>Chooses by option first, then by environment (POLICYTRACKER_DATA, POLICYTRACKER_DATABASE), then the default.</summary>
    /// <exception cref="Refusal">What is given for the database is no connection string.</exception>
    public static StoreLocation From(string? data, string? database)
    {
        var connection = First(database, First(data, null) is null ? Environment.GetEnvironmentVariable("POLICYTRACKER_DATABASE") : null);
        try
        {
            _ = new NpgsqlConnectionStringBuilder(connection);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException or InvalidCastException)
        {
            // Its own message may repeat the password.
            throw Refusal.NoConnectionString(e);
        }

        return new(First(data, Environment.GetEnvironmentVariable("POLICYTRACKER_DATA")) ?? DefaultFolder, connection);
    }

    private static string? First(string? a, string? b) =>
        !string.IsNullOrWhiteSpace(a) ? a
        : string.IsNullOrWhiteSpace(b) ? null
        : b;
}
