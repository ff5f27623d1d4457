using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;
using PolicyTracker.Text;

namespace PolicyTracker.Core.Sources;

/// <summary>
/// An accepted quotation as pages show it: the words, what they support, and where they stand in which version
/// of the announcement. <paramref name="NotInVersion"/> is the version of which an editor found that it does not say them any
/// more; <paramref name="Origin"/> is who chose the words; <paramref name="SourceUrl"/> is where the announcement was published,
/// and <paramref name="Prefix"/> and <paramref name="Suffix"/> stand around the words there.
/// </summary>
public sealed record Quotation(
    Guid Id,
    Guid SupportsId,
    string Exact,
    CodePointRange Place,
    string AnnouncementSlug,
    string AnnouncementTitle,
    Period Date,
    DateBasis DateBasis,
    string Language,
    int Version,
    int Newest,
    int? NotInVersion,
    AnnotationOrigin Origin,
    string? SourceUrl = null,
    string Prefix = "",
    string Suffix = ""
)
{
    /// <summary>How the words stand to the newest version of their announcement.</summary>
    public QuotationAge Age => AgeOf(Version, Newest, NotInVersion);

    internal static QuotationAge AgeOf(int version, int newest, int? notInVersion) =>
        version == newest ? QuotationAge.Current
        : notInVersion == newest ? QuotationAge.Detached
        : QuotationAge.Unsettled;
}

/// <summary>How a quotation stands to the newest version of its announcement.</summary>
public enum QuotationAge
{
    /// <summary>The newest version says it.</summary>
    Current,

    /// <summary>An older version says it; nobody has decided yet what became of it.</summary>
    Unsettled,

    /// <summary>An older version says it, the newest does not: an editor looked.</summary>
    Detached,
}

internal static class QuotationReading
{
    /// <summary>The accepted quotations of the records <paramref name="ids"/> of one kind, oldest source first.</summary>
    public static async Task<ILookup<Guid, Quotation>> QuotationsAsync(
        this TrackerDb db,
        RecordKind kind,
        IReadOnlyCollection<Guid> ids,
        CancellationToken cancel
    )
    {
        var quotations =
            ids.Count == 0
                ? []
                : await (
                    from a in db.Set<Annotation>().AsNoTracking()
                    where
                        a.SupportsKind == kind
                        && a.SupportsId != null
                        && ids.Contains(a.SupportsId.Value)
                        && a.State == AnnotationState.Accepted
                    join v in db.Set<SourceVersion>() on a.SourceVersionId equals v.Id
                    join n in db.Set<Announcement>() on v.AnnouncementId equals n.Id
                    orderby n.FirstDay, a.Start, a.Id
                    select new Quotation(
                        a.Id,
                        a.SupportsId!.Value,
                        a.Exact,
                        new(a.StartCodePoint, a.EndCodePoint),
                        n.Slug,
                        n.Title,
                        n.Date,
                        n.DateBasis,
                        n.Language,
                        v.Number,
                        db.Set<SourceVersion>().Where(w => w.AnnouncementId == n.Id).Max(w => w.Number),
                        a.NotInVersion,
                        a.Origin,
                        n.Address,
                        a.Prefix,
                        a.Suffix
                    )
                ).ToListAsync(cancel);
        return quotations.ToLookup(q => q.SupportsId);
    }
}
