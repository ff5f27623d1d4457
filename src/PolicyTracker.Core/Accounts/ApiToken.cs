using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Core.Accounts;

/// <summary>A secret with which a program acts for an account, within scopes. Only a hash of it is kept.</summary>
public sealed class ApiToken
{
    /// <summary>What every token begins with, so that a leaked one is recognised.</summary>
    public const string Mark = "pt_";

    /// <summary>Its identity.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The account that it acts for.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>What its owner calls it.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the secret, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>What it may do, of <see cref="Scopes"/>, separated by spaces.</summary>
    public required string Scopes { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTime MadeAt { get; init; }

    /// <summary>Until when it works, UTC.</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>When it was last used, UTC, to about a minute.</summary>
    public DateTime? UsedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<ApiToken>
    {
        public void Configure(EntityTypeBuilder<ApiToken> builder)
        {
            builder.HasIndex(t => t.Hash).IsUnique();
            builder.HasOne<Account>().WithMany().HasForeignKey(t => t.AccountId);
        }
    }
}
