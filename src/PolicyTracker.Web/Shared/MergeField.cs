namespace PolicyTracker.Web.Shared;

/// <summary>A field of a form in three versions, as they are compared.</summary>
/// <param name="Name">The field's name in the form.</param>
/// <param name="Label">Its label.</param>
/// <param name="Base">Where both began.</param>
/// <param name="Theirs">What stands.</param>
/// <param name="Mine">What was typed.</param>
/// <param name="TakeTheirs">Puts what stands into the form.</param>
internal sealed record MergeField(string Name, string Label, string Base, string Theirs, string Mine, Action TakeTheirs)
{
    /// <summary>Base, theirs and mine in words, where they are compared otherwise than they are shown.</summary>
    public (string? Base, string? Theirs, string? Mine)? InWords { get; init; }

    /// <summary>The field as an editor is shown it to decide.</summary>
    public FieldConflict Conflict => InWords is { } w ? new(Name, Label, w.Base, w.Theirs, w.Mine) : new(Name, Label, Base, Theirs, Mine);
}
