using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Initiatives;

/// <summary>What the program knows about initiatives.</summary>
internal sealed class InitiativeDescriptor : RecordDescriptor<Initiative>
{
    public override RecordKind Kind => RecordKind.Initiative;

    public override IReadOnlyList<RecordField> Fields { get; } =
    [
        new("name", IsNeeded: true),
        CommonFields.NameZh,
        CommonFields.Slug,
        new("initiativeKind", FieldForm.Choice, Values: typeof(InitiativeKind), IsNeeded: true),
        CommonFields.PillarId,
        CommonFields.Summary,
    ];

    public override bool IsStructure => true;

    public override string? PathTo(RecordLink record) => GlossaryPage(record);

    internal override IQueryable<RecordRow> Rows(TrackerDb db) =>
        from r in db.Set<Initiative>()
        join p in db.Set<Pillar>() on r.PillarId equals p.Id into ps
        from p in ps.DefaultIfEmpty()
        select new RecordRow
        {
            Id = r.Id,
            Label = r.Name,
            Chinese = r.NameZh,
            Slug = r.Slug,
            PillarSlug = p.Slug,
            Accent = p.Accent,
            Order = r.Order,
        };

    protected override void Map(EntityTypeBuilder<Initiative> map)
    {
        Belongs<Pillar>(map, nameof(Initiative.PillarId));
        map.HasIndex(i => new { i.Order, i.Id }).HasFilter(Stands);
    }
}
