using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.History;

/// <summary>What an edit makes of a record.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Id">Its identity.</param>
/// <param name="Label">What it is called after the edit.</param>
/// <param name="Act">What is done.</param>
/// <param name="Fields">The fields that change.</param>
public sealed record RecordDifference(RecordKind Kind, Guid Id, string Label, RevisionAct Act, IReadOnlyList<FieldDifference> Fields);
