namespace PolicyTracker.Core.Data;

/// <summary>
/// Files and folders that only the user who runs the program may read or write (0600 and 0700). The store holds the hashes of
/// passwords and the keys that sign cookies, and so does every copy of it. On Windows the rights of the folder hold.
/// </summary>
internal static class PrivateFiles
{
    private const UnixFileMode File600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Folder700 = File600 | UnixFileMode.UserExecute;

    /// <summary>Makes a folder where there is none; one that is there is left as it is.</summary>
    public static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, Folder700);
        }
    }

    /// <summary>Makes an empty file.</summary>
    /// <exception cref="IOException">There is one already.</exception>
    public static void Make(string file)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = File600;
        }

        new FileStream(file, options).Dispose();
    }

    /// <summary>Takes the rights of others away from a file.</summary>
    public static void Close(string file) => Close(file, File600);

    /// <summary>Takes the rights of others away from a folder.</summary>
    public static void CloseFolder(string folder) => Close(folder, Folder700);

    private static void Close(string path, UnixFileMode most)
    {
        try
        {
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~most) != 0)
            {
                File.SetUnixFileMode(path, File.GetUnixFileMode(path) & most);
            }
        }
        catch (UnauthorizedAccessException)
        {
            // It is another user's, such as a mounted folder of the system: its owner decides who reads it.
        }
    }
}
