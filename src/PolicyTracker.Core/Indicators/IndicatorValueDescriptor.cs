using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Indicators;

/// <summary>What the program knows about observations and targets alike.</summary>
internal abstract class IndicatorValueDescriptor<T> : RecordDescriptor<T>
    where T : IndicatorValue
{
    public override IReadOnlyList<RecordField> Fields { get; } =
    [
        new("indicatorId", FieldForm.Reference, RecordKind.Indicator, IsTyped: false),
        new("period", FieldForm.Period, IsNeeded: true),
        new("value", FieldForm.Number, IsNeeded: true),
        new("comparator", FieldForm.Choice, Values: typeof(Comparator), IsNeeded: true),
        CommonFields.Note,
    ];

    public override bool NeedsQuotation => true;

    public override bool IsTyped => true;

    public override string? PathTo(RecordLink record) => RecordDescriptors.Of(RecordKind.Indicator).PathTo(record);

    internal override IQueryable<RecordRow> Rows(TrackerDb db) =>
        from o in db.Set<T>()
        join r in db.Set<Indicator>() on o.IndicatorId equals r.Id
        join p in db.Set<Pillar>() on r.PillarId equals p.Id into ps
        from p in ps.DefaultIfEmpty()
        select new RecordRow
        {
            Id = o.Id,
            Label = r.Name + ", " + (string)(object)o.Period, // as it is stored
            Slug = r.Slug,
            PillarSlug = p.Slug,
            Accent = p.Accent,
        };

    protected override void Map(EntityTypeBuilder<T> map) => Belongs<Indicator>(map, nameof(IndicatorValue.IndicatorId));
}

/// <summary>What the program knows about observations.</summary>
internal sealed class ObservationDescriptor : IndicatorValueDescriptor<Observation>
{
    public override RecordKind Kind => RecordKind.Observation;
}

/// <summary>What the program knows about targets.</summary>
internal sealed class TargetDescriptor : IndicatorValueDescriptor<Target>
{
    public override RecordKind Kind => RecordKind.Target;
}
