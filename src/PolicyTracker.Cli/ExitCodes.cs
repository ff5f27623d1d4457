namespace PolicyTracker.Cli;

/// <summary>What the program says to the shell.</summary>
internal static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Something was found wrong, or refused.</summary>
    public const int Wrong = 1;

    /// <summary>The command line was not understood.</summary>
    public const int Misused = 2;
}
