using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PolicyTracker.Core.Collaboration;

/// <summary>An editor who has an announcement open, in one tab of a browser.</summary>
public sealed class Presence
{
    /// <summary>The tab.</summary>
    public required string Tab { get; init; }

    /// <summary>The editor's account.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The editor's name.</summary>
    public required string Name { get; init; }

    /// <summary>The slug of the announcement.</summary>
    public required string Place { get; init; }

    /// <summary>When the tab last gave a sign of life, UTC.</summary>
    public required DateTime SeenAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Presence>
    {
        public void Configure(EntityTypeBuilder<Presence> builder) => builder.HasKey(p => p.Tab);
    }
}
