using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyTracker.Core.Records;
using PolicyTracker.Text;

namespace PolicyTracker.Core.Commitments;

/// <summary>Where a commitment stands. "Overdue" is not among them: it is derived from the due date.</summary>
public enum Status
{
    /// <summary>Said, nothing more known.</summary>
    [JsonStringEnumMemberName("announced")]
    Announced,

    /// <summary>Work on it has been reported.</summary>
    [JsonStringEnumMemberName("in-progress")]
    InProgress,

    /// <summary>Done as said.</summary>
    [JsonStringEnumMemberName("delivered")]
    Delivered,

    /// <summary>Done in part.</summary>
    [JsonStringEnumMemberName("partly-delivered")]
    PartlyDelivered,

    /// <summary>No progress reported where some was due.</summary>
    [JsonStringEnumMemberName("stalled")]
    Stalled,

    /// <summary>A later commitment stands in its place.</summary>
    [JsonStringEnumMemberName("superseded")]
    Superseded,

    /// <summary>Taken back by the body that made it.</summary>
    [JsonStringEnumMemberName("withdrawn")]
    Withdrawn,
}

/// <summary>One undertaking by a public body, always with at least one quotation.</summary>
public sealed class Commitment : Record, IHasSlug, IOrdered
{
    /// <summary>Its part of an address.</summary>
    public required string Slug { get; set; }

    /// <summary>The goal that it serves.</summary>
    public required Guid GoalId { get; set; }

    /// <summary>The editors' words for it.</summary>
    public required string Title { get; set; }

    /// <summary>The body that answers for it.</summary>
    public Guid? ResponsibleId { get; set; }

    /// <summary>The initiative that it belongs to, if one is named.</summary>
    public Guid? InitiativeId { get; set; }

    /// <summary>The day by which it is due, if one is stated.</summary>
    public DateOnly? Due { get; set; }

    /// <summary>The editors' note on the time stated.</summary>
    public string? Timeframe { get; set; }

    /// <summary>The indicator by which it is measured, if there is one.</summary>
    public Guid? IndicatorId { get; set; }

    /// <summary>The earlier commitment that it follows, if one is known.</summary>
    public Guid? FollowsId { get; set; }

    /// <summary>How it stands to that one; null where it follows none.</summary>
    public Succession? Follows { get; set; }

    /// <summary>
    /// Where it stands: kept for filters and counts, set by <see cref="CommitmentStatus"/> from its <see cref="StatusChange"/>s
    /// and by nothing else.
    /// </summary>
    public Status Status { get; internal set; }

    /// <summary>Place among the commitments of its goal, from 1.</summary>
    public int Order { get; set; }

    /// <summary>The topics that its words touch.</summary>
    public List<CommitmentTopic> Topics { get; init; } = [];

    /// <inheritdoc/>
    public override string Label => Title;

    /// <summary>Whether a commitment with this due date and status is late on <paramref name="today"/>.</summary>
    public static bool IsOverdue(DateOnly? due, Status status, DateOnly today) =>
        due < today && status is (Status.Announced or Status.InProgress or Status.PartlyDelivered or Status.Stalled);

    /// <inheritdoc/>
    public override void Check()
    {
        NeedSlug(Slug);
        Need(Title, RuleTexts.Texts["CommitmentTitle"]);
        Limit(Timeframe, RuleTexts.Texts["NoteOnTheTime"], 500);
        if (Due is { Year: < Period.EarliestYear } due)
        {
            throw Refusal.DueYear(due);
        }

        if ((FollowsId is null) != (Follows is null) || FollowsId == Id)
        {
            throw Refusal.HalfSuccession();
        }
    }
}

/// <summary>A topic of a commitment.</summary>
public sealed class CommitmentTopic : IRecordPart
{
    /// <summary>The commitment.</summary>
    public Guid CommitmentId { get; init; }

    /// <summary>The topic.</summary>
    public Guid TopicId { get; init; }

    Guid IRecordPart.RecordId => CommitmentId;

    internal sealed class Mapping : IEntityTypeConfiguration<CommitmentTopic>
    {
        public void Configure(EntityTypeBuilder<CommitmentTopic> builder)
        {
            builder.ToTable(nameof(CommitmentTopic));
            builder.HasKey(t => new { t.CommitmentId, t.TopicId });
            builder.HasOne<Topic>().WithMany().HasForeignKey(t => t.TopicId).OnDelete(DeleteBehavior.Restrict);
        }
    }
}
