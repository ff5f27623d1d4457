namespace PolicyTracker.Core.Records;

/// <summary>A record to choose from a list.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Group">The record that it belongs to, where a list is grouped.</param>
public sealed record SelectOption(Guid Id, string Label, string? Group = null);
