namespace PolicyTracker.Core.Data;

/// <summary>The doubts about words that an editor was told and does not share.</summary>
internal sealed record Confirmation(IReadOnlyCollection<string> Messages, bool IsOfAll = false)
{
    /// <summary>None were told.</summary>
    public static Confirmation None { get; } = new([]);

    /// <summary>All: what is written was looked at before, as a whole.</summary>
    public static Confirmation OfAll { get; } = new([], true);

    /// <summary>Whether a doubt was told: its message is one of these, or stands in one.</summary>
    public bool Covers(string doubt) => Messages.Any(m => m.Contains(doubt, StringComparison.Ordinal));
}
