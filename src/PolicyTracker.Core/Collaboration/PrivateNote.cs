using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Collaboration;

/// <summary>What an editor notes about a record for themselves; nobody else reads it, in no page, file or answer.</summary>
public sealed class PrivateNote
{
    /// <summary>The longest text, in UTF-16 units.</summary>
    public const int MaxText = 4000;

    /// <summary>The account of its author.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The kind of the record that it is about.</summary>
    public required RecordKind RecordKind { get; init; }

    /// <summary>The record.</summary>
    public required Guid RecordId { get; init; }

    /// <summary>The words, as plain text.</summary>
    public required string Text { get; set; }

    /// <summary>When it was last saved, UTC.</summary>
    public required DateTime SavedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<PrivateNote>
    {
        public void Configure(EntityTypeBuilder<PrivateNote> builder)
        {
            builder.HasKey(n => new
            {
                n.AccountId,
                n.RecordKind,
                n.RecordId,
            });
            builder.HasOne<Account>().WithMany().HasForeignKey(n => n.AccountId);
        }
    }
}
