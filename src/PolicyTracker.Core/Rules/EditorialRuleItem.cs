using PolicyTracker.Core.Commitments;

namespace PolicyTracker.Core.Rules;

/// <summary>A rule as readers see it.</summary>
/// <param name="Id">The record.</param>
/// <param name="Slug">Its word in addresses.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Status">The status whose meaning it states.</param>
/// <param name="Text">The rule, in Markdown.</param>
/// <param name="Version">Which version of it this is.</param>
/// <param name="ChangedAt">When it was worded so, UTC.</param>
public sealed record EditorialRuleItem(Guid Id, string Slug, string Title, Status? Status, string Text, int Version, DateTime ChangedAt);
