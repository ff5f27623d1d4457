using PolicyTracker.Core.Commitments;

namespace PolicyTracker.Core.Rules;

/// <summary>The rules that state what a status means, by the status.</summary>
public sealed class StatusRules(IEnumerable<StatusRule> rules)
{
    private readonly Dictionary<Status, StatusRule> _rules = rules.ToDictionary(r => r.Status);

    /// <summary>No status has a rule.</summary>
    public static StatusRules None { get; } = new([]);

    /// <summary>The rule that states what a status means; null where none does.</summary>
    public StatusRule? Of(Status status) => _rules.GetValueOrDefault(status);
}

/// <summary>The rule that states what a status means.</summary>
/// <param name="Status">The status.</param>
/// <param name="Slug">The rule's word in addresses.</param>
/// <param name="Version">Which version of the rule stands.</param>
/// <param name="ChangedAt">When it was worded so, UTC.</param>
public sealed record StatusRule(Status Status, string Slug, int Version, DateTime ChangedAt);
