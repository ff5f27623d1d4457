using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Editing;

/// <summary>
/// An edit that was checked whole and not yet published: it waits for another editor. It holds each record as it is to be,
/// so that approving writes exactly what was looked at.
/// </summary>
public sealed class ProposedEdit
{
    /// <summary>Its identity.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The account that proposed it.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The name of that account.</summary>
    public required string By { get; init; }

    /// <summary>When it was proposed, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Why, the editor's words.</summary>
    public required string Why { get; init; }

    /// <summary>By which way it came in.</summary>
    public required EditOrigin Origin { get; init; }

    /// <summary>The records as they are to be: a JSON array of <see cref="ProposedRecord"/>.</summary>
    public required string Records { get; init; }

    /// <summary>Where it stands.</summary>
    public ProposalState State { get; set; }

    /// <summary>Who decided.</summary>
    public string? DecidedBy { get; set; }

    /// <summary>When it was decided, UTC.</summary>
    public DateTime? DecidedAt { get; set; }

    /// <summary>Why it was sent back.</summary>
    public string? Reason { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<ProposedEdit>
    {
        public void Configure(EntityTypeBuilder<ProposedEdit> builder) => builder.HasIndex(e => e.State);
    }
}
