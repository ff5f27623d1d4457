namespace PolicyTracker.Core.Suggestions;

/// <summary>An indicator that is known, with what its values are multiplied by.</summary>
public sealed record KnownIndicator(Guid Id, string Name, decimal Scale);
