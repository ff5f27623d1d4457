using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Text;

namespace PolicyTracker.Core.Annotations;

/// <summary>An accepted annotation with its selectors, for those who take annotations elsewhere.</summary>
public sealed record AnnotationItem(
    Guid Id,
    DateTime ChangedAt,
    string Exact,
    string Prefix,
    string Suffix,
    CodePointRange Place,
    string AnnouncementSlug,
    int SourceVersion,
    string Language,
    RecordLink? Supports,
    string? Comment,
    AnnotationOrigin Origin
);
