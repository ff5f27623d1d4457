using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Commitments;

/// <summary>What the program knows about topics.</summary>
internal sealed class TopicDescriptor : RecordDescriptor<Topic>
{
    public override RecordKind Kind => RecordKind.Topic;

    public override IReadOnlyList<RecordField> Fields { get; } = [new("name", IsNeeded: true), CommonFields.NameZh, CommonFields.Slug];

    public override bool IsStructure => true;

    public override string? PathTo(RecordLink record) => record.Slug is { } slug ? $"/commitments?topic={slug}" : null;

    internal override IQueryable<RecordRow> Rows(TrackerDb db) =>
        from r in db.Set<Topic>()
        select new RecordRow
        {
            Id = r.Id,
            Label = r.Name,
            Chinese = r.NameZh,
            Slug = r.Slug,
            Order = r.Order,
        };

    internal override async Task<IReadOnlyList<(int Count, RecordKind Kind)>> UsesAsync(TrackerDb db, Guid id, CancellationToken cancel) =>
        [
            (
                await db.Set<CommitmentTopic>()
                    .CountAsync(t => t.TopicId == id && db.Set<Commitment>().Any(c => c.Id == t.CommitmentId), cancel),
                RecordKind.Commitment
            ),
        ];

    internal override async Task MergeAsync(TrackerDb db, Guid from, Guid into, CancellationToken cancel)
    {
        foreach (var commitment in await db.Set<Commitment>().Where(c => c.Topics.Any(t => t.TopicId == from)).ToListAsync(cancel))
        {
            commitment.Topics.RemoveAll(t => t.TopicId == from);
            if (commitment.Topics.All(t => t.TopicId != into))
            {
                commitment.Topics.Add(new CommitmentTopic { CommitmentId = commitment.Id, TopicId = into });
            }
        }
    }
}
