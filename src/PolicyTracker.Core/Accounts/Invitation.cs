using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PolicyTracker.Core.Accounts;

/// <summary>A link with which one person makes an account. Only a hash of it is kept.</summary>
public sealed class Invitation
{
    /// <summary>Its identity.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>SHA-256 of the link's secret, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>The role that the account gets.</summary>
    public required string Role { get; init; }

    /// <summary>Whom it is for, the administrator's note.</summary>
    public required string For { get; init; }

    /// <summary>Who invited.</summary>
    public required string By { get; init; }

    /// <summary>Until when it works, UTC.</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>When it was used, UTC; null while it was not.</summary>
    public DateTime? UsedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Invitation>
    {
        public void Configure(EntityTypeBuilder<Invitation> builder) => builder.HasIndex(i => i.Hash).IsUnique();
    }
}
