namespace PolicyTracker.Core.Refusals;

// Refusals about the store and its backups.
public partial class Refusal
{
    /// <summary>A backup that can't be written.</summary>
    public static Refusal BackupNotWritten(string file, string fault) => new(RefusalKind.StoreUnavailable, [file, fault]);

    /// <summary>Backups of a PostgreSQL database.</summary>
    public static Refusal BackupOnPostgres() => new(RefusalKind.Invalid, []);

    /// <summary>A backup would replace a file.</summary>
    public static Refusal FileExists(string file) => new(RefusalKind.Conflict, [file]);

    /// <summary>A data folder that can't be written.</summary>
    public static Refusal FolderNotWritable(string folder, string fault) => new(RefusalKind.StoreUnavailable, [folder, fault]);

    /// <summary>A store of a newer program.</summary>
    public static Refusal NewerStore(string name, string change) => new(RefusalKind.Invalid, [name, change]);

    /// <summary>A database that is no connection string.</summary>
    public static Refusal NoConnectionString(Exception cause) => new(RefusalKind.Invalid, [], cause);

    /// <summary>A file that is not there.</summary>
    public static Refusal NoFile(string file) => new(RefusalKind.NotFound, [file]);

    /// <summary>A file that is no head of a chain.</summary>
    public static Refusal NoHead(string file) => new(RefusalKind.Invalid, [file]);

    /// <summary>The chain of a store without an edit.</summary>
    public static Refusal NoHistory() => new(RefusalKind.NotFound, []);

    /// <summary>A file that is no store.</summary>
    public static Refusal NoStore(string file) => new(RefusalKind.Invalid, [file]);

    /// <summary>A PostgreSQL database that can't be used.</summary>
    public static Refusal PostgresUnusable(Exception fault) => new(RefusalKind.StoreUnavailable, [fault.Message], fault);

    /// <summary>A store that was begun otherwise.</summary>
    public static Refusal StoreBegun(string name, Enum how) => new(RefusalKind.Conflict, [name, how]);

    /// <summary>A store that fails its integrity check.</summary>
    public static Refusal StoreDamaged(string file, string fault) => new(RefusalKind.Invalid, [file, fault]);

    /// <summary>A folder that held a store which was deleted.</summary>
    public static Refusal StoreDeleted(string file, string mark) => new(RefusalKind.StoreUnavailable, [file, mark]);

    /// <summary>A store that another program keeps.</summary>
    public static Refusal StoreInUse(string file, string fault) => new(RefusalKind.Conflict, [file, fault]);

    /// <summary>A file that can't be opened as a store.</summary>
    public static Refusal StoreNotOpened(string name, Exception fault) => new(RefusalKind.StoreUnavailable, [name, fault.Message], fault);

    /// <summary>A store that was deleted or replaced under the running program.</summary>
    public static Refusal StoreReplaced(Exception cause) => new(RefusalKind.StoreUnavailable, [], cause);

    /// <summary>A store that takes nothing at the moment.</summary>
    public static Refusal StoreTrouble(Exception cause) => new(RefusalKind.StoreUnavailable, [], cause);

    /// <summary>A file that can't be read as a store.</summary>
    public static Refusal StoreUnreadable(string file, string fault) => new(RefusalKind.Invalid, [file, fault]);

    /// <summary>A store that can't be used now.</summary>
    public static Refusal StoreUnusable(string name, Exception fault) => new(RefusalKind.StoreUnavailable, [name, fault.Message], fault);

    /// <summary>A store of the program from before its first release.</summary>
    public static Refusal StoreToUpgrade(string name) => new(RefusalKind.Invalid, [name]);

    /// <summary>An upgrade of what is no such store.</summary>
    public static Refusal NothingToUpgrade(string fault) => new(RefusalKind.NotFound, [fault]);

    /// <summary>An upgrade of a store that is of today.</summary>
    public static Refusal UpgradeNotNeeded() => new(RefusalKind.Conflict, []);

    /// <summary>An upgrade of a database that still keeps the store of before another.</summary>
    public static Refusal UpgradedBefore(string schema) => new(RefusalKind.Conflict, [schema]);

    /// <summary>An upgrade of a store that is older than the last program that had its tables.</summary>
    public static Refusal TooOldToUpgrade(string newest) => new(RefusalKind.Invalid, [newest]);

    /// <summary>An upgrade of a store whose history does not hold.</summary>
    public static Refusal UpgradeBroken(long revision) => new(RefusalKind.Conflict, [revision]);

    /// <summary>An upgrade after which the new store does not hold.</summary>
    public static Refusal UpgradeFaulty(string fault, int count) => new(RefusalKind.Conflict, [fault, count]);

    /// <summary>A stored text that was changed behind the tracker's back.</summary>
    public static Refusal TextChanged() => new(RefusalKind.Conflict, []);

    /// <summary>A text with a character that no store takes.</summary>
    public static Refusal Unstorable() => new(RefusalKind.Invalid, []);
}
