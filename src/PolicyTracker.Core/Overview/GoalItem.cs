using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Sources;

namespace PolicyTracker.Core.Overview;

/// <summary>A goal with the first of the commitments that serve it.</summary>
public sealed record GoalItem(
    Guid Id,
    string Slug,
    string Title,
    string? Summary,
    IReadOnlyList<Quotation> Quotations,
    Part<CommitmentItem> Commitments
);
