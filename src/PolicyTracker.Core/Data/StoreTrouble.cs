using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace PolicyTracker.Core.Data;

/// <summary>Tells a store that does not work at the moment (disk full, locked for long, not reachable) from a mistake of the program.</summary>
public static class StoreTrouble
{
    // Busy, locked, read-only, I/O error, full, can't open: https://www.sqlite.org/rescode.html
    private static readonly HashSet<int> Sqlite = [5, 6, 8, 10, 13, 14];

    /// <summary>Whether the exception, or one inside it, is of such a store.</summary>
    public static bool IsIn(Exception? exception) => exception switch
    {
        null => false,
        SqliteException e => Sqlite.Contains(e.SqliteErrorCode),
        DbException { IsTransient: true } => true,
        _ => IsIn(exception.InnerException),
    };
}
