namespace PolicyTracker.Core.Suggestions;

/// <summary>
/// What an editor is asked before a suggestion can be accepted: what the program only guesses, or what accepting it would make
/// besides. It is answered by choosing, never by accepting alone.
/// </summary>
public enum SuggestionQuestion
{
    /// <summary>Which goal a commitment serves.</summary>
    Goal,

    /// <summary>Which indicator a value is of, or whether it makes a new one.</summary>
    Indicator,

    /// <summary>Which period a value is of.</summary>
    Period,

    /// <summary>Whether the commitment that it replaces becomes superseded.</summary>
    Supersedes,
}
