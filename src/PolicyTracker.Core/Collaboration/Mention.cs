using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Core.Collaboration;

/// <summary>An account that a message of a thread mentions.</summary>
public sealed class Mention
{
    /// <summary>The message.</summary>
    public required Guid MessageId { get; init; }

    /// <summary>The account.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The name by which it was mentioned.</summary>
    public required string Name { get; init; }

    /// <summary>When whoever is mentioned has seen it, UTC; null until then.</summary>
    public DateTime? ReadAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Mention>
    {
        public void Configure(EntityTypeBuilder<Mention> builder)
        {
            builder.HasKey(m => new { m.MessageId, m.AccountId });
            builder.HasOne<Account>().WithMany().HasForeignKey(m => m.AccountId);
            builder.HasIndex(m => new { m.AccountId, m.ReadAt });
        }
    }
}
