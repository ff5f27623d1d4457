using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;

namespace PolicyTracker.Core.Commitments;

/// <summary>One event of a commitment's story, with the words that it rests on.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="On">When: the day of the announcement, or of the change of status.</param>
/// <param name="About">The commitment of the chain that it happened to.</param>
/// <param name="Words">What happened, in the editors' words; null where the quotations say it.</param>
/// <param name="Value">The value, where a figure was reported or a target set, with the indicator that it is of.</param>
/// <param name="To">The new status.</param>
/// <param name="Quotations">The words.</param>
/// <param name="AddedAt">When a step of its status was added, UTC, which may be long after its day.</param>
public sealed record TimelineEvent(
    TimelineEventKind Kind,
    DateOnly On,
    RecordName About,
    string? Words,
    TimelineValue? Value,
    Status? To,
    IReadOnlyList<Quotation> Quotations,
    DateTime? AddedAt = null
);
