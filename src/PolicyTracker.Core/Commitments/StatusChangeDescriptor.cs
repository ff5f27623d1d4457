using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Commitments;

/// <summary>What the program knows about steps in a status.</summary>
internal sealed class StatusChangeDescriptor : RecordDescriptor<StatusChange>
{
    public override RecordKind Kind => RecordKind.StatusChange;

    public override IReadOnlyList<RecordField> Fields { get; } =
    [
        new("commitmentId", FieldForm.Reference, RecordKind.Commitment, IsTyped: false),
        new("from", FieldForm.Choice, Values: typeof(Status), IsTyped: false),
        new("to", FieldForm.Choice, Values: typeof(Status), IsTyped: false),
        new("on", FieldForm.Date, IsTyped: false),
        new("reason", FieldForm.Text, IsTyped: false),
    ];

    internal override bool IsPart => true;

    public override string? PathTo(RecordLink record) => RecordDescriptors.Of(RecordKind.Commitment).PathTo(record);

    internal override IQueryable<RecordRow> Rows(TrackerDb db) =>
        from s in db.Set<StatusChange>()
        join r in db.Set<Commitment>() on s.CommitmentId equals r.Id
        join g in db.Set<Goal>() on r.GoalId equals g.Id
        join p in db.Set<Pillar>() on g.PillarId equals p.Id into ps
        from p in ps.DefaultIfEmpty()
        select new RecordRow
        {
            Id = s.Id,
            Label = r.Title,
            Slug = r.Slug,
            PillarSlug = p.Slug,
            Accent = p.Accent,
        };

    protected override void Map(EntityTypeBuilder<StatusChange> map) => Belongs<Commitment>(map, nameof(StatusChange.CommitmentId));
}
