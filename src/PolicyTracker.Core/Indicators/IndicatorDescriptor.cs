using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Indicators;

/// <summary>What the program knows about indicators.</summary>
internal sealed class IndicatorDescriptor : RecordDescriptor<Indicator>
{
    public override RecordKind Kind => RecordKind.Indicator;

    public override IReadOnlyList<RecordField> Fields { get; } =
    [
        new("name", IsNeeded: true),
        CommonFields.Slug,
        CommonFields.PillarId,
        new("definition", FieldForm.Text),
        new("unit", IsNeeded: true),
        new("scale", FieldForm.Number, IsNeeded: true),
        new("frequency"),
        new("direction", FieldForm.Choice, Values: typeof(Direction), IsNeeded: true),
    ];

    public override bool IsStructure => true;

    public override string OrderedWithin => nameof(Indicator.PillarId);

    public override string Path => "indicators";

    internal override Comparison<KnownName> NameOrder => KnownName.ByName;

    internal override IQueryable<RecordRow> Rows(TrackerDb db) =>
        from r in db.Set<Indicator>()
        join p in db.Set<Pillar>() on r.PillarId equals p.Id into ps
        from p in ps.DefaultIfEmpty()
        select new RecordRow
        {
            Id = r.Id,
            Label = r.Name,
            Slug = r.Slug,
            PillarSlug = p.Slug,
            Accent = p.Accent,
        };

    protected override void Map(EntityTypeBuilder<Indicator> map)
    {
        Belongs<Pillar>(map, nameof(Indicator.PillarId));
        map.HasIndex(i => new
            {
                i.PillarId,
                i.Order,
                i.Id,
            })
            .HasFilter(Stands);
        map.HasIndex(i => i.Unit).HasFilter(Stands);
    }
}
