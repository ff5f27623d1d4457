using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Text.Comparison;

namespace PolicyTracker.Core.Suggestions;

/// <summary>Words that are quoted for a record.</summary>
internal sealed record QuotedWords(Guid Id, Guid SupportsId, string Exact)
{
    /// <summary>The words, ready to be compared.</summary>
    public PreparedWording Wording => field ??= new(Exact);

    /// <summary>The words, each once.</summary>
    public string[] Parts => field ??= KnownName.Parts(Exact);

    /// <summary>All that support records of a kind, kept in memory.</summary>
    public static RecordCache<QuotedWords> Of(RecordKind kind) =>
        new(
            RecordKind.Annotation,
            q => q.Id,
            (a, b) => a.Id.CompareTo(b.Id),
            (db, ids) =>
                db.Set<Annotation>()
                    .Where(a =>
                        a.SupportsKind == kind
                        && a.SupportsId != null
                        && a.State == AnnotationState.Accepted
                        && (ids == null || ids.Contains(a.Id))
                    )
                    .Select(a => new QuotedWords(a.Id, a.SupportsId!.Value, a.Exact))
        );
}
