using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.History;

/// <summary>Which edits to list; null stands for any.</summary>
/// <param name="Kind">Of records of this kind.</param>
/// <param name="Act">That did this.</param>
/// <param name="By">By this editor, also where another approved it.</param>
/// <param name="From">On this day (UTC) or later.</param>
/// <param name="Until">On this day (UTC) or earlier.</param>
/// <param name="Words">Whose record is called so, or whose reason says so (capitals do not count).</param>
public sealed record ChangeFilter(
    RecordKind? Kind = null,
    RevisionAct? Act = null,
    string? By = null,
    DateOnly? From = null,
    DateOnly? Until = null,
    string? Words = null
);
