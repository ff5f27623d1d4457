namespace PolicyTracker.Web.Shared;

/// <summary>A field that two editors changed: before both, as it stands, and as it was typed, in words.</summary>
/// <param name="Field">The field's name in the form.</param>
/// <param name="Name">Its label.</param>
/// <param name="Base">Where both began.</param>
/// <param name="Theirs">What stands.</param>
/// <param name="Mine">What was typed.</param>
public sealed record FieldConflict(string Field, string Name, string? Base, string? Theirs, string? Mine);
