using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Initiatives;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Announcements;

/// <summary>What the program knows about announcements.</summary>
internal sealed class AnnouncementDescriptor : RecordDescriptor<Announcement>
{
    public override RecordKind Kind => RecordKind.Announcement;

    public override IReadOnlyList<RecordField> Fields { get; } =
    [
        new("title", "Title", IsNeeded: true),
        CommonFields.Slug,
        new("issuerId", "Issuer", FieldForm.Reference, RecordKind.Actor, IsNeeded: true),
        new("speakerId", "Speaker", FieldForm.Reference, RecordKind.Actor),
        new("announcementKind", "Kind", FieldForm.Choice, Values: typeof(AnnouncementKind), IsNeeded: true),
        new("date", "Date (2007-11-05, or 2007-11 or 2007 where no more is known)", FieldForm.PartialDate, IsNeeded: true),
        new("dateBasis", "The date is", FieldForm.Choice, Values: typeof(DateBasis), IsNeeded: true),
        new("dateNote", "Note on the date", FieldForm.Text),
        new("language", "Language", IsNeeded: true),
        new("address", "Published at"),
        new("licence", "Licence", FieldForm.Text),
        CommonFields.Note,
    ];

    public override bool IsTyped => true;

    public override string Path => "announcements";

    internal override IQueryable<RecordRow> Rows(TrackerDb db) =>
        from r in db.Announcements
        select new RecordRow
        {
            Id = r.Id,
            Label = r.Title,
            Slug = r.Slug,
        };

    internal override async Task<IReadOnlyList<(int Count, string One)>> UsesAsync(TrackerDb db, Guid id, CancellationToken cancel) =>
        [
            (
                await db.Annotations.CountAsync(
                    a => db.SourceVersions.Any(v => v.Id == a.SourceVersionId && v.AnnouncementId == id),
                    cancel
                ),
                "quotation"
            ),
        ];

    protected override void Map(EntityTypeBuilder<Announcement> map)
    {
        Belongs<Actor>(map, nameof(Announcement.IssuerId));
        Belongs<Actor>(map, nameof(Announcement.SpeakerId));
        map.Property(a => a.Date).UsePropertyAccessMode(PropertyAccessMode.Property); // which keeps its first day
        map.HasIndex(a => a.FirstDay);
        map.HasIndex(a => new { a.FirstDay, a.Id }).HasFilter(Stands);
    }
}
