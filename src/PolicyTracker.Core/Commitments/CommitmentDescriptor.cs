using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyTracker.Core.Actors;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Initiatives;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;

namespace PolicyTracker.Core.Commitments;

/// <summary>What the program knows about commitments.</summary>
internal sealed class CommitmentDescriptor : RecordDescriptor<Commitment>
{
    public override RecordKind Kind => RecordKind.Commitment;

    public override IReadOnlyList<RecordField> Fields { get; } =
    [
        new("title", IsNeeded: true),
        CommonFields.Slug,
        new("goalId", FieldForm.Reference, RecordKind.Goal, IsNeeded: true),
        new("responsibleId", FieldForm.Reference, RecordKind.Actor),
        new("initiativeId", FieldForm.Reference, RecordKind.Initiative),
        new("due", FieldForm.Date),
        new("timeframe"),
        new("indicatorId", FieldForm.Reference, RecordKind.Indicator, LabelKey: "MeasuredBy"),
        new("followsId", FieldForm.Reference, RecordKind.Commitment),
        new("follows", FieldForm.Choice, Values: typeof(Succession)),
        new("status", FieldForm.Choice, Values: typeof(Status), IsTyped: false, IsDerived: true, IsStated: false),
        new("topics", FieldForm.References, RecordKind.Topic),
    ];

    public override bool NeedsQuotation => true;

    public override bool IsTyped => true;

    public override string OrderedWithin => nameof(Commitment.GoalId);

    public override string Path => "commitments";

    internal override RecordKind[] OrderedBy { get; } = [RecordKind.Goal, RecordKind.Pillar];

    internal override IQueryable<RecordRow> Rows(TrackerDb db) =>
        from r in db.Set<Commitment>()
        join g in db.Set<Goal>() on r.GoalId equals g.Id
        join p in db.Set<Pillar>() on g.PillarId equals p.Id into ps
        from p in ps.DefaultIfEmpty()
        select new RecordRow
        {
            Id = r.Id,
            Label = r.Title,
            Slug = r.Slug,
            PillarSlug = p.Slug,
            Accent = p.Accent,
            Group = g.Title,
            GroupOrder = ((p == null ? 0 : p.Order) * 10000) + g.Order,
            Order = r.Order,
        };

    internal override IEnumerable<Guid> SeveralOf(Record record, RecordField field) =>
        ((Commitment)record).Topics.Select(t => t.TopicId).Order();

    internal override void SetSeveral(Record record, RecordField field, IReadOnlySet<Guid> wanted)
    {
        var commitment = (Commitment)record;
        commitment.Topics.RemoveAll(t => !wanted.Contains(t.TopicId));
        commitment.Topics.AddRange(
            wanted
                .Except(commitment.Topics.Select(t => t.TopicId))
                .ToList()
                .Select(t => new CommitmentTopic { CommitmentId = commitment.Id, TopicId = t })
        );
    }

    internal override Task DeriveAsync(TrackerDb db, CancellationToken cancel) => CommitmentStatus.DeriveAsync(db, cancel);

    // It stands in the place of the other since it was first said, in those words.
    internal override async Task TypedAsync(TrackerDb db, Record record, TimeProvider clock, CancellationToken cancel)
    {
        var successor = (Commitment)record;
        var entry = db.Entry(successor);
        if (
            successor.Follows is not Succession.Replaces
            || (!entry.Property(c => c.Follows).IsModified && !entry.Property(c => c.FollowsId).IsModified)
        )
        {
            return;
        }

        successor.Check(); // names the field that is missing
        var first = await (
            from a in db.Set<Annotation>()
            where a.SupportsId == successor.Id && a.State == AnnotationState.Accepted
            join v in db.Set<SourceVersion>() on a.SourceVersionId equals v.Id
            join n in db.Set<Announcement>() on v.AnnouncementId equals n.Id
            orderby n.FirstDay, a.Start, a.Id
            select new { Words = a, Source = v }
        ).FirstAsync(cancel);
        await CommitmentEdits.SupersedeAsync(db, successor.FollowsId!.Value, successor.Title, first.Words, first.Source, clock, cancel);
    }

    protected override void Map(EntityTypeBuilder<Commitment> map)
    {
        Belongs<Goal>(map, nameof(Commitment.GoalId));
        Belongs<Actor>(map, nameof(Commitment.ResponsibleId));
        Belongs<Initiative>(map, nameof(Commitment.InitiativeId));
        Belongs<Commitment>(map, nameof(Commitment.FollowsId));
        Belongs<Indicator>(map, nameof(Commitment.IndicatorId));
        map.HasMany(c => c.Topics).WithOne().HasForeignKey(t => t.CommitmentId);
        map.Navigation(c => c.Topics).AutoInclude(); // its content holds them: an edit of a commitment read without them would lose them
        map.HasIndex(c => new
            {
                c.GoalId,
                c.Order,
                c.Id,
            })
            .HasFilter(Stands);
        map.HasIndex(c => c.ResponsibleId).HasFilter(Stands);
    }
}
