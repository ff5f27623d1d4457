namespace PolicyTracker.Core.Suggestions;

/// <summary>How a suggested commitment stands to one that is known.</summary>
public enum MatchKind
{
    /// <summary>Nothing like it is known.</summary>
    New,

    /// <summary>It says nearly the same.</summary>
    SameAs,

    /// <summary>It says something like it.</summary>
    Updates,

    /// <summary>It says something like it, in the place of what was said.</summary>
    Replaces,
}
