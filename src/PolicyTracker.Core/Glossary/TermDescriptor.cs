using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Glossary;

/// <summary>What the program knows about terms.</summary>
internal sealed class TermDescriptor : RecordDescriptor<Term>
{
    public override RecordKind Kind => RecordKind.Term;

    public override IReadOnlyList<RecordField> Fields { get; } =
    [new("english", IsNeeded: true), new("chinese"), new("pinyin"), CommonFields.Slug, new("definition", FieldForm.Text)];

    public override bool NeedsQuotation => true;

    public override bool IsStructure => true;

    public override string? PathTo(RecordLink record) => GlossaryPage(record);

    internal override IQueryable<RecordRow> Rows(TrackerDb db) =>
        from r in db.Set<Term>()
        select new RecordRow
        {
            Id = r.Id,
            Label = r.English,
            Chinese = r.Chinese,
            Pinyin = r.Pinyin,
            Slug = r.Slug,
        };

    protected override void Map(EntityTypeBuilder<Term> map) => map.HasIndex(t => new { t.Slug, t.Id }).HasFilter(Stands);
}
