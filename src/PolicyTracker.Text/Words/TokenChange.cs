namespace PolicyTracker.Text.Words;

/// <summary>A token and what became of it.</summary>
internal sealed record TokenChange(DiffKind Kind, Token Token);
