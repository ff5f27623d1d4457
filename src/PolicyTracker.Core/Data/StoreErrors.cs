using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace PolicyTracker.Core.Data;

/// <summary>The file of the store was deleted or replaced under the running program.</summary>
public sealed class StoreGoneException() : SqliteException(StoreTexts.Texts["StoreGone"], 14);

/// <summary>
/// Tells a store that does not work at the moment (disk full, locked for long, not reachable) from a mistake of the program.
/// </summary>
public static class StoreErrors
{
    // Busy, locked, read-only, I/O error, full, can't open: https://www.sqlite.org/rescode.html
    private static readonly HashSet<int> Sqlite = [5, 6, 8, 10, 13, 14];

    /// <summary>What to tell whoever wanted to write or read.</summary>
    public static Refusal Refusal(Exception exception) =>
        IsGone(exception) ? Refusals.Refusal.StoreReplaced(exception) : Refusals.Refusal.StoreTrouble(exception);

    /// <summary>Whether the exception, or one inside it, is of such a store.</summary>
    public static bool IsTransient(Exception? exception) =>
        exception switch
        {
            null => false,
            SqliteException e => Sqlite.Contains(e.SqliteErrorCode),
            DbException { IsTransient: true } => true,
            _ => IsTransient(exception.InnerException),
        };

    private static bool IsGone(Exception? exception) =>
        exception is not null && (exception is StoreGoneException || IsGone(exception.InnerException));
}
