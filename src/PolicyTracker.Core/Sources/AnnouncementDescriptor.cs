using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyTracker.Core.Actors;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Jurisdictions;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Sources;

/// <summary>What the program knows about announcements.</summary>
internal sealed class AnnouncementDescriptor : RecordDescriptor<Announcement>
{
    public override RecordKind Kind => RecordKind.Announcement;

    public override IReadOnlyList<RecordField> Fields { get; } =
    [
        new("title", IsNeeded: true),
        CommonFields.Slug,
        new("issuerId", FieldForm.Reference, RecordKind.Actor, IsNeeded: true),
        new("speakerId", FieldForm.Reference, RecordKind.Actor),
        new("announcementKind", FieldForm.Choice, Values: typeof(AnnouncementKind), IsNeeded: true),
        new("date", FieldForm.PartialDate, IsNeeded: true),
        new("dateBasis", FieldForm.Choice, Values: typeof(DateBasis), IsNeeded: true),
        new("dateNote", FieldForm.Text),
        new("language", IsNeeded: true),
        new("address"),
        new("licence", FieldForm.Text),
        CommonFields.Note,
        CommonFields.JurisdictionId,
    ];

    public override bool IsTyped => true;

    public override string Path => "announcements";

    internal override IQueryable<RecordRow> Rows(TrackerDb db) =>
        from r in db.Set<Announcement>()
        select new RecordRow
        {
            Id = r.Id,
            Label = r.Title,
            Slug = r.Slug,
        };

    internal override async Task<IReadOnlyList<(int Count, RecordKind Kind)>> UsesAsync(TrackerDb db, Guid id, CancellationToken cancel) =>
        [
            (
                await db.Set<Annotation>()
                    .CountAsync(a => db.Set<SourceVersion>().Any(v => v.Id == a.SourceVersionId && v.AnnouncementId == id), cancel),
                RecordKind.Annotation
            ),
        ];

    protected override void Map(EntityTypeBuilder<Announcement> map)
    {
        Belongs<Actor>(map, nameof(Announcement.IssuerId));
        Belongs<Actor>(map, nameof(Announcement.SpeakerId));
        Belongs<Jurisdiction>(map, nameof(Announcement.JurisdictionId));
        map.Property(a => a.Date).UsePropertyAccessMode(PropertyAccessMode.Property); // which keeps its first day
        map.HasIndex(a => a.FirstDay);
        map.HasIndex(a => new { a.FirstDay, a.Id }).HasFilter(Stands);
        map.HasIndex(a => new
            {
                a.JurisdictionId,
                a.FirstDay,
                a.Id,
            })
            .HasFilter(Stands);
    }
}
