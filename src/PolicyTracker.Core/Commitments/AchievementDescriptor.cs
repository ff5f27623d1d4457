using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Commitments;

/// <summary>What the program knows about achievements.</summary>
internal sealed class AchievementDescriptor : RecordDescriptor<Achievement>
{
    public override RecordKind Kind => RecordKind.Achievement;

    public override IReadOnlyList<RecordField> Fields { get; } =
    [
        new("title", IsNeeded: true),
        CommonFields.Slug,
        CommonFields.PillarId,
        new("goalId", FieldForm.Reference, RecordKind.Goal, LabelKey: "EvidenceForGoal"),
        new("commitmentId", FieldForm.Reference, RecordKind.Commitment, LabelKey: "EvidenceForCommitment"),
        new("indicatorId", FieldForm.Reference, RecordKind.Indicator, LabelKey: "EvidenceForIndicator"),
    ];

    public override bool NeedsQuotation => true;

    public override bool IsTyped => true;

    public override string OrderedWithin => nameof(Achievement.PillarId);

    internal override Comparison<KnownName> NameOrder => KnownName.ByName;

    /// <summary>It stands on its pillar's page, one that spans the pillars on the overview.</summary>
    public override string? PathTo(RecordLink record) =>
        record.Slug is { } slug
            ? $"{(record.PillarSlug is { } pillar ? $"/pillars/{pillar}" : "/")}?achievement={slug}#achievement-{slug}"
            : null;

    internal override IQueryable<RecordRow> Rows(TrackerDb db) =>
        from r in db.Set<Achievement>()
        join p in db.Set<Pillar>() on r.PillarId equals p.Id into ps
        from p in ps.DefaultIfEmpty()
        select new RecordRow
        {
            Id = r.Id,
            Label = r.Title,
            Slug = r.Slug,
            PillarSlug = p.Slug,
            Accent = p.Accent,
        };

    protected override void Map(EntityTypeBuilder<Achievement> map)
    {
        Belongs<Pillar>(map, nameof(Achievement.PillarId));
        Belongs<Goal>(map, nameof(Achievement.GoalId));
        Belongs<Indicator>(map, nameof(Achievement.IndicatorId));
        Belongs<Commitment>(map, nameof(Achievement.CommitmentId));
        map.HasIndex(a => new
            {
                a.PillarId,
                a.Order,
                a.Id,
            })
            .HasFilter(Stands);
        map.HasIndex(a => new
            {
                a.GoalId,
                a.CommitmentId,
                a.Order,
            })
            .HasFilter(Stands);
    }
}
