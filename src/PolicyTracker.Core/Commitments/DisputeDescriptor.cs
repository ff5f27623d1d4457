using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Commitments;

/// <summary>What the program knows about disputes over a status.</summary>
internal sealed class DisputeDescriptor : RecordDescriptor<Dispute>
{
    public override RecordKind Kind => RecordKind.Dispute;

    public override IReadOnlyList<RecordField> Fields { get; } =
    [
        new("commitmentId", FieldForm.Reference, RecordKind.Commitment, IsTyped: false),
        new("status", FieldForm.Choice, Values: typeof(Status), IsTyped: false),
        new("on", FieldForm.Date, IsTyped: false),
        new("reason", FieldForm.Text, IsTyped: false),
        new("state", FieldForm.Choice, Values: typeof(DisputeState), IsTyped: false),
        new("settlement", FieldForm.Text, IsTyped: false),
    ];

    internal override bool IsPart => true;

    internal override bool IsSupported => false;

    public override string? PathTo(RecordLink record) => RecordDescriptors.Of(RecordKind.Commitment).PathTo(record);

    internal override IQueryable<RecordRow> Rows(TrackerDb db) =>
        from d in db.Set<Dispute>()
        join r in db.Set<Commitment>() on d.CommitmentId equals r.Id
        join g in db.Set<Goal>() on r.GoalId equals g.Id
        join p in db.Set<Pillar>() on g.PillarId equals p.Id into ps
        from p in ps.DefaultIfEmpty()
        select new RecordRow
        {
            Id = d.Id,
            Label = r.Title,
            Slug = r.Slug,
            PillarSlug = p.Slug,
            Accent = p.Accent,
        };

    internal override Task DeriveAsync(TrackerDb db, CancellationToken cancel) => CommitmentDisputes.DeriveAsync(db, cancel);

    internal override Task<bool> NeedsSecondEditorAsync(TrackerDb db, Guid? account, CancellationToken cancel) =>
        CommitmentDisputes.NeedsSecondEditorAsync(db, account, cancel);

    protected override void Map(EntityTypeBuilder<Dispute> map)
    {
        Belongs<Commitment>(map, nameof(Dispute.CommitmentId));
        Belongs<StatusChange>(map, nameof(Dispute.StepId));
        map.HasIndex(d => d.CommitmentId);
        map.HasIndex([nameof(Dispute.CommitmentId)], "IX_Disputes_Standing")
            .IsUnique()
            .HasFilter($"\"State\" = '{WireNames.Of(DisputeState.Standing)}' AND {Stands}");
    }
}
