using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Rules;

/// <summary>What the program knows about editorial rules.</summary>
internal sealed class EditorialRuleDescriptor : RecordDescriptor<EditorialRule>
{
    public override RecordKind Kind => RecordKind.EditorialRule;

    public override IReadOnlyList<RecordField> Fields { get; } =
    [
        new("title", IsNeeded: true),
        CommonFields.Slug,
        new("status", FieldForm.Choice, Values: typeof(Status), LabelKey: "StatesMeaningOf"),
        new("text", FieldForm.Text, IsNeeded: true, LabelKey: "TextOfRule"),
    ];

    public override bool IsStructure => true;

    public override string? PathTo(RecordLink record) => record.Slug is { } slug ? $"/rules#{slug}" : null;

    internal override bool IsSupported => false;

    internal override IQueryable<RecordRow> Rows(TrackerDb db) =>
        from r in db.Set<EditorialRule>()
        select new RecordRow
        {
            Id = r.Id,
            Label = r.Title,
            Slug = r.Slug,
            Order = r.Order,
        };

    /// <summary>A status has one meaning.</summary>
    internal override async Task DeriveAsync(TrackerDb db, CancellationToken cancel)
    {
        var stating = db
            .ChangeTracker.Entries<EditorialRule>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified && e.Entity is { RemovedAt: null, Status: not null })
            .Select(e => e.Entity)
            .ToList();
        if (stating.Count == 0)
        {
            return;
        }

        await db.Set<EditorialRule>().LoadAsync(cancel); // a few: with those that the edit changes, as they will stand
        var standing = db.ChangeTracker.Entries<EditorialRule>().Select(e => e.Entity).Where(r => r.RemovedAt is null).ToList();
        foreach (var rule in stating)
        {
            if (standing.Find(r => r.Status == rule.Status && r.Id != rule.Id) is { } other)
            {
                throw Refusal.StatusHasRule(rule.Status!.Value, other.Title);
            }
        }
    }

    protected override void Map(EntityTypeBuilder<EditorialRule> map) => map.HasIndex(r => r.Status).IsUnique().HasFilter(Stands);
}
