namespace PolicyTracker.Core.Data;

/// <summary>
/// The data folder of an SQLite store: that it can be written, that others can't read it, and that no store went missing in it.
/// </summary>
internal static class StoreFolder
{
    // Written when a store is made, and never deleted by the program: a store that is gone is told from one that never was.
    private const string Mark = "store-made.txt";

    /// <summary>Where backups of the store are put.</summary>
    public static string BackupsOf(StoreLocation location) => Path.Combine(Path.GetDirectoryName(location.File)!, "backups");

    /// <summary>Whether a store was made in the folder once, whether it is still there or not.</summary>
    public static bool HeldOne(StoreLocation location) => File.Exists(Path.Combine(Path.GetDirectoryName(location.File)!, Mark));

    /// <summary>Makes the folder and an empty file for the store where there is none, and closes both to others.</summary>
    /// <returns>Whether the store is new.</returns>
    /// <exception cref="Refusal">The folder can't be written, or its store is gone.</exception>
    public static bool Prepare(StoreLocation location)
    {
        var folder = Path.GetDirectoryName(location.File)!;
        var mark = Path.Combine(folder, Mark);
        try
        {
            var isThere = File.Exists(location.File);
            if (!isThere && File.Exists(mark))
            {
                throw Refusal.StoreDeleted(location.File, mark);
            }

            PrivateFiles.MakeFolder(folder);
            if (!isThere)
            {
                PrivateFiles.Make(location.File);
            }

            if (!File.Exists(mark))
            {
                PrivateFiles.Make(mark);
                File.WriteAllText(mark, StoreTexts.Texts["FolderMark"] + "\n");
            }

            PrivateFiles.Close(mark);
            Close(folder, "tracker.db*", [Mark, "backups"]);
            Close(BackupsOf(location), "*.db*", []);
            return !isThere;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Refusal.FolderNotWritable(folder, e.Message);
        }
    }

    // The folder itself only where nothing of others lies in it: somebody may have chosen the home or a temporary folder.
    private static void Close(string folder, string files, string[] others)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        var own = Directory.GetFiles(folder, files);
        foreach (var file in own)
        {
            PrivateFiles.Close(file);
        }

        if (Directory.GetFileSystemEntries(folder).Except(own).All(e => others.Contains(Path.GetFileName(e))))
        {
            PrivateFiles.CloseFolder(folder);
        }
    }
}
