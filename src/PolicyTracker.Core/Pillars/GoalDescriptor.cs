using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Pillars;

/// <summary>What the program knows about goals.</summary>
internal sealed class GoalDescriptor : RecordDescriptor<Goal>
{
    public override RecordKind Kind => RecordKind.Goal;

    public override IReadOnlyList<RecordField> Fields { get; } =
    [new("title", IsNeeded: true), CommonFields.Slug, CommonFields.PillarId, CommonFields.Summary];

    public override bool NeedsQuotation => true;

    public override bool IsStructure => true;

    public override string OrderedWithin => nameof(Goal.PillarId);

    internal override RecordKind[] OrderedBy { get; } = [RecordKind.Pillar];

    /// <summary>
    /// It stands on its pillar's page, one that spans the pillars on the overview: on the part of it that holds the goal.
    /// </summary>
    public override string? PathTo(RecordLink record) =>
        record.Slug is { } slug ? $"{(record.PillarSlug is { } pillar ? $"/pillars/{pillar}" : "/")}?goal={slug}#goal-{slug}" : null;

    internal override IQueryable<RecordRow> Rows(TrackerDb db)
    {
        var ofNone = RecordTexts.Of("Goal.OfNoPillar");
        return from r in db.Set<Goal>()
            join p in db.Set<Pillar>() on r.PillarId equals p.Id into ps
            from p in ps.DefaultIfEmpty()
            select new RecordRow
            {
                Id = r.Id,
                Label = r.Title,
                Slug = r.Slug,
                PillarSlug = p.Slug,
                Accent = p.Accent,
                Group = p == null ? ofNone : p.Name,
                GroupOrder = p == null ? 0 : p.Order,
                Order = r.Order,
            };
    }

    protected override void Map(EntityTypeBuilder<Goal> map)
    {
        Belongs<Pillar>(map, nameof(Goal.PillarId));
        map.HasIndex(g => new
            {
                g.PillarId,
                g.Order,
                g.Id,
            })
            .IsUnique()
            .HasFilter(Stands); // unique, or SQLite sorts what follows
    }
}
