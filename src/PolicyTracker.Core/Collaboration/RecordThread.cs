using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Collaboration;

/// <summary>Whether a thread waits for an answer.</summary>
public enum RecordThreadState
{
    /// <summary>It does.</summary>
    [JsonStringEnumMemberName("open")]
    Open,

    /// <summary>It is settled.</summary>
    [JsonStringEnumMemberName("settled")]
    Settled,
}

/// <summary>What editors say to each other about a record, or about quoted words. No reader sees it.</summary>
public sealed class RecordThread
{
    /// <summary>Its identity (UUID version 7).</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The kind of the record that it is about.</summary>
    public required RecordKind RecordKind { get; init; }

    /// <summary>The record.</summary>
    public required Guid RecordId { get; init; }

    /// <summary>The announcement, where it is about one or about words of it: both are read beside its text.</summary>
    public Guid? AnnouncementId { get; init; }

    /// <summary>The account that began it.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>Whether it waits for an answer.</summary>
    public RecordThreadState State { get; set; }

    /// <summary>When something was last said or changed in it, UTC.</summary>
    public required DateTime ChangedAt { get; set; }

    /// <summary>One more with each change: two who write at once are told of each other.</summary>
    public int Version { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<RecordThread>
    {
        public void Configure(EntityTypeBuilder<RecordThread> builder)
        {
            builder.Property(t => t.Id).ValueGeneratedNever();
            builder.Property(t => t.Version).IsConcurrencyToken();
            builder.HasIndex(t => new { t.RecordId, t.ChangedAt });
            builder.HasIndex(t => new { t.AnnouncementId, t.ChangedAt });
            builder.HasIndex(t => new { t.State, t.ChangedAt });
            builder.HasIndex(t => t.ChangedAt);
        }
    }
}
