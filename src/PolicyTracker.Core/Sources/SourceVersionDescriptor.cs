using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Sources;

/// <summary>What the program knows about the texts of announcements.</summary>
internal sealed class SourceVersionDescriptor : RecordDescriptor<SourceVersion>
{
    public override RecordKind Kind => RecordKind.SourceVersion;

    public override IReadOnlyList<RecordField> Fields { get; } = [new("number", IsTyped: false), new("sha256", IsTyped: false)];

    internal override bool IsImmutable => true;

    internal override bool IsPart => true;

    internal override bool IsSupported => false;

    internal override IReadOnlySet<string> SourceWords { get; } = new HashSet<string> { nameof(SourceVersion.Text) };

    internal override IReadOnlySet<string> KeptOnce => SourceWords;

    public override string? PathTo(RecordLink record) => RecordDescriptors.Of(RecordKind.Announcement).PathTo(record);

    internal override IQueryable<RecordRow> Rows(TrackerDb db) =>
        from v in db.Set<SourceVersion>()
        join r in db.Set<Announcement>() on v.AnnouncementId equals r.Id
        select new RecordRow
        {
            Id = v.Id,
            Label = r.Title,
            Slug = r.Slug,
        };

    protected override void Map(EntityTypeBuilder<SourceVersion> map)
    {
        Belongs<Announcement>(map, nameof(SourceVersion.AnnouncementId));
        map.HasIndex(v => new { v.AnnouncementId, v.Number }).IsUnique();
        map.HasIndex(v => new
            {
                v.AnnouncementId,
                v.Number,
                v.Id,
            })
            .HasFilter(Stands); // the text stands before the rest of a row
    }
}
