using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Jurisdictions;

/// <summary>What the program knows about jurisdictions.</summary>
internal sealed class JurisdictionDescriptor : RecordDescriptor<Jurisdiction>
{
    public override RecordKind Kind => RecordKind.Jurisdiction;

    public override IReadOnlyList<RecordField> Fields { get; } =
    [new("name", IsNeeded: true), CommonFields.NameZh, CommonFields.Slug, new("code")];

    public override bool IsStructure => true;

    public override string? PathTo(RecordLink record) => record.Slug is { } slug ? $"/?{JurisdictionQueries.Parameter}={slug}" : null;

    internal override IQueryable<RecordRow> Rows(TrackerDb db) =>
        from r in db.Set<Jurisdiction>()
        select new RecordRow
        {
            Id = r.Id,
            Label = r.Name,
            Chinese = r.NameZh,
            Slug = r.Slug,
            Order = r.Order,
        };

    /// <summary>What is new and belongs to none belongs to the only jurisdiction that there is; where there are several, to none.</summary>
    internal override async Task DeriveAsync(TrackerDb db, CancellationToken cancel)
    {
        await NeedOwnCodesAsync(db, cancel);
        var unplaced = db
            .ChangeTracker.Entries<IHasJurisdiction>()
            .Where(e => e.State is EntityState.Added && e.Entity.JurisdictionId is null)
            .ToList();
        if (unplaced.Count > 0 && await StandingIdsAsync(db, cancel) is [var only])
        {
            unplaced.ForEach(e => e.Entity.JurisdictionId = only);
        }
    }

    protected override void Map(EntityTypeBuilder<Jurisdiction> map)
    {
        map.Property(j => j.Code).HasMaxLength(6);
        map.HasIndex(j => j.Code).IsUnique().HasFilter(Stands);
    }

    // What stands once the edit is made; two are enough to know that it is not the only one.
    private static async Task<List<Guid>> StandingIdsAsync(TrackerDb db, CancellationToken cancel)
    {
        var tracked = db.ChangeTracker.Entries<Jurisdiction>().Select(e => e.Entity).ToList();
        var known = tracked.ConvertAll(j => j.Id);
        var stored = await db.Set<Jurisdiction>().Where(j => !known.Contains(j.Id)).Select(j => j.Id).Take(2).ToListAsync(cancel);
        return [.. tracked.Where(j => j.RemovedAt is null).Select(j => j.Id), .. stored];
    }

    private static async Task NeedOwnCodesAsync(TrackerDb db, CancellationToken cancel)
    {
        var changed = db
            .ChangeTracker.Entries<Jurisdiction>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified && e.Entity is { RemovedAt: null, Code: not null })
            .Select(e => e.Entity)
            .ToList();
        if (changed.Count == 0)
        {
            return;
        }

        await db.Set<Jurisdiction>().LoadAsync(cancel); // a few: with those that the edit changes, as they will stand
        var standing = db.ChangeTracker.Entries<Jurisdiction>().Select(e => e.Entity).Where(j => j.RemovedAt is null).ToList();
        foreach (var one in changed)
        {
            if (standing.Find(j => j.Code == one.Code && j.Id != one.Id) is { } other)
            {
                throw Refusal.JurisdictionCodeTaken(one.Code!, other.Name);
            }
        }
    }
}
