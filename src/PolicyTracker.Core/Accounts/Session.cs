using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Core.Accounts;

/// <summary>One browser in which an account is signed in. Its cookie is worth nothing once this row is gone.</summary>
public sealed class Session
{
    /// <summary>Its identity, which the cookie carries.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The account.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>What the browser called itself.</summary>
    public required string Browser { get; init; }

    /// <summary>When it signed in, UTC.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>When it was last seen, UTC, to about a minute.</summary>
    public DateTime SeenAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Session>
    {
        public void Configure(EntityTypeBuilder<Session> builder) => builder.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
    }
}
