using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Jurisdictions;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Pillars;

/// <summary>What the program knows about pillars.</summary>
internal sealed class PillarDescriptor : RecordDescriptor<Pillar>
{
    public override RecordKind Kind => RecordKind.Pillar;

    public override IReadOnlyList<RecordField> Fields { get; } =
    [
        new("name", IsNeeded: true),
        CommonFields.NameZh,
        CommonFields.Slug,
        new("accent", FieldForm.Choice, Values: typeof(Accent), IsNeeded: true),
        CommonFields.Summary,
        CommonFields.JurisdictionId,
    ];

    public override bool IsStructure => true;

    public override string Path => "pillars";

    internal override IQueryable<RecordRow> Rows(TrackerDb db) =>
        from r in db.Set<Pillar>()
        select new RecordRow
        {
            Id = r.Id,
            Label = r.Name,
            Chinese = r.NameZh,
            Slug = r.Slug,
            PillarSlug = r.Slug,
            Accent = r.Accent,
            Order = r.Order,
        };

    protected override void Map(EntityTypeBuilder<Pillar> map) => Belongs<Jurisdiction>(map, nameof(Pillar.JurisdictionId));
}
