using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Sources;

/// <summary>What the program knows about annotations.</summary>
internal sealed class AnnotationDescriptor : RecordDescriptor<Annotation>
{
    public override RecordKind Kind => RecordKind.Annotation;

    public override IReadOnlyList<RecordField> Fields { get; } =
    [
        new("exact", FieldForm.Text, IsTyped: false),
        new("startCodePoint", IsTyped: false, IsStated: false),
        new("endCodePoint", IsTyped: false, IsStated: false),
        new("supportsId", FieldForm.Reference, IsTyped: false),
        new("comment", FieldForm.Text, IsTyped: false),
        new("state", FieldForm.Choice, Values: typeof(AnnotationState), IsTyped: false),
        new("notInVersion", IsTyped: false, IsStated: false),
    ];

    internal override bool IsSupported => false;

    internal override IReadOnlySet<string> SourceWords { get; } =
        new HashSet<string> { nameof(Annotation.Exact), nameof(Annotation.Prefix), nameof(Annotation.Suffix) };

    public override string? PathTo(RecordLink record) =>
        record.Slug is { } slug ? $"/announcements/{slug}?quote={record.Id}#q-{record.Id}" : null;

    internal override IQueryable<RecordRow> Rows(TrackerDb db) =>
        from a in db.Set<Annotation>()
        join v in db.Set<SourceVersion>() on a.SourceVersionId equals v.Id
        join r in db.Set<Announcement>() on v.AnnouncementId equals r.Id
        select new RecordRow
        {
            Id = a.Id,
            Label = r.Title,
            Slug = r.Slug,
        };

    protected override void Map(EntityTypeBuilder<Annotation> map)
    {
        Belongs<SourceVersion>(map, nameof(Annotation.SourceVersionId));
        map.Property(a => a.ForeignId).HasMaxLength(300);
        map.Property(a => a.ForeignDigest).HasMaxLength(64);
        map.HasIndex(a => a.SupportsId);
        map.HasIndex(a => a.ForeignId);
        map.HasIndex(a => new
            {
                a.SourceVersionId,
                a.State,
                a.Start,
                a.Id,
            })
            .HasFilter(Stands);
        map.HasIndex(a => new
            {
                a.SupportsKind,
                a.SupportsId,
                a.State,
            })
            .HasFilter(Stands); // none on kind and state alone: SQLite would take it for a list of identities
        map.HasIndex(a => new { a.State, a.Id }).HasFilter("\"State\" = 'rejected'"); // few
    }
}
