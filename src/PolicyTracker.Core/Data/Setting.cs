using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PolicyTracker.Core.Data;

/// <summary>Something that an administrator has set for the whole tracker.</summary>
public sealed class Setting
{
    /// <summary>Set to "yes" where another editor has to approve an edit before readers see it.</summary>
    public const string Approval = "approval";

    /// <summary>How the store was begun: one of <see cref="Data.StoreContent"/>.</summary>
    public const string StoreContent = "beginning";

    /// <summary>Which seed the store holds: SHA-256 of its files. A store that holds the one at hand is not seeded again.</summary>
    public const string Seed = "seed";

    /// <summary>The number and hash of the newest revision of the store that an upgrade carried over: its chain ended there.</summary>
    public const string FormerHead = "former-head";

    /// <summary>Which setting.</summary>
    public required string Name { get; init; }

    /// <summary>Its value.</summary>
    public required string Value { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Setting>
    {
        public void Configure(EntityTypeBuilder<Setting> builder) => builder.HasKey(s => s.Name);
    }
}
