using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Jurisdictions;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Actors;

/// <summary>What the program knows about bodies and persons.</summary>
internal sealed class ActorDescriptor : RecordDescriptor<Actor>
{
    public override RecordKind Kind => RecordKind.Actor;

    public override IReadOnlyList<RecordField> Fields { get; } =
    [
        new("name", IsNeeded: true),
        CommonFields.NameZh,
        CommonFields.Slug,
        new("actorKind", FieldForm.Choice, Values: typeof(ActorKind), IsNeeded: true),
        new("role"),
        new("partOfId", FieldForm.Reference, RecordKind.Actor),
        CommonFields.JurisdictionId,
    ];

    public override bool IsStructure => true;

    public override string? PathTo(RecordLink record) => GlossaryPage(record);

    internal override IQueryable<RecordRow> Rows(TrackerDb db) =>
        from r in db.Set<Actor>()
        select new RecordRow
        {
            Id = r.Id,
            Label = r.Name,
            Chinese = r.NameZh,
            IsPerson = r.ActorKind == ActorKind.Person,
            Slug = r.Slug,
            JurisdictionId = r.JurisdictionId,
        };

    protected override void Map(EntityTypeBuilder<Actor> map)
    {
        Belongs<Actor>(map, nameof(Actor.PartOfId));
        Belongs<Jurisdiction>(map, nameof(Actor.JurisdictionId));
        map.HasIndex(a => new { a.Id, a.Slug }).HasFilter(Stands);
    }
}
