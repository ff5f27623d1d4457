using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyTracker.Core.Sources;

namespace PolicyTracker.Core.Collaboration;

/// <summary>How far editors are with an announcement.</summary>
public enum WorkState
{
    /// <summary>Nobody has begun.</summary>
    [JsonStringEnumMemberName("new")]
    New,

    /// <summary>Somebody annotates it.</summary>
    [JsonStringEnumMemberName("in-progress")]
    InProgress,

    /// <summary>It is annotated.</summary>
    [JsonStringEnumMemberName("done")]
    Done,

    /// <summary>Another editor reads it a second time.</summary>
    [JsonStringEnumMemberName("second-reading")]
    SecondReading,
}

/// <summary>Who works on an announcement, and how far it is; without one it is new and nobody's.</summary>
public sealed class Assignment
{
    /// <summary>The announcement.</summary>
    public required Guid AnnouncementId { get; init; }

    /// <summary>How far it is.</summary>
    public WorkState State { get; set; }

    /// <summary>The account that works on it; null for nobody's.</summary>
    public Guid? AccountId { get; set; }

    /// <summary>The name of that account.</summary>
    public string? Name { get; set; }

    /// <summary>Who last changed this.</summary>
    public required string ChangedBy { get; set; }

    /// <summary>When, UTC.</summary>
    public required DateTime ChangedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Assignment>
    {
        public void Configure(EntityTypeBuilder<Assignment> builder)
        {
            builder.HasKey(a => a.AnnouncementId);
            builder.HasOne<Announcement>().WithOne().HasForeignKey<Assignment>(a => a.AnnouncementId);
        }
    }
}
