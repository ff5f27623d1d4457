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
    public string Name => Database is null ? File : StoreTexts.Texts["PostgresDatabase"];

    /// <summary>What the settings <c>data</c> and <c>database</c> say. An option beats both variables of the environment.</summary>
    /// <exception cref="Refusal">What is given for the database is no connection string.</exception>
    public static StoreLocation From(OperatorSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var connection = settings.Option("data") is null ? settings["database"] : settings.Option("database");
        try
        {
            _ = new NpgsqlConnectionStringBuilder(connection);
        }
        catch (Exception e) when (e is ArgumentException or FormatException or OverflowException or InvalidCastException)
        {
            // Its own message may repeat the password.
            throw Refusal.NoConnectionString(e);
        }

        return new(settings["data"] ?? DefaultFolder, connection);
    }
}
