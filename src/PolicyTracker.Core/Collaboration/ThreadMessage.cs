using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PolicyTracker.Core.Collaboration;

/// <summary>What somebody did in a thread.</summary>
public enum ThreadAct
{
    /// <summary>They said something.</summary>
    [JsonStringEnumMemberName("said")]
    Said,

    /// <summary>They settled it.</summary>
    [JsonStringEnumMemberName("settled")]
    Settled,

    /// <summary>They opened it again.</summary>
    [JsonStringEnumMemberName("reopened")]
    Reopened,
}

/// <summary>One message of a thread, or that it was settled or opened again.</summary>
public sealed class ThreadMessage
{
    /// <summary>The longest text, in UTF-16 units.</summary>
    public const int MaxText = 4000;

    /// <summary>Its identity (UUID version 7, so that messages sort by it).</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The thread.</summary>
    public required Guid ThreadId { get; init; }

    /// <summary>The account of who wrote it.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The name of who wrote it.</summary>
    public required string By { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>What was done.</summary>
    public required ThreadAct Act { get; init; }

    /// <summary>The words, as plain text; empty where nothing was said, and where it was withdrawn.</summary>
    public required string Text { get; set; }

    /// <summary>When its author last changed it, UTC.</summary>
    public DateTime? EditedAt { get; set; }

    /// <summary>When its author withdrew it, UTC; the mark stays, the words don't.</summary>
    public DateTime? WithdrawnAt { get; set; }

    /// <summary>The accounts that it mentions.</summary>
    public List<Mention> Mentions { get; init; } = [];

    internal sealed class Mapping : IEntityTypeConfiguration<ThreadMessage>
    {
        public void Configure(EntityTypeBuilder<ThreadMessage> builder)
        {
            builder.Property(m => m.Id).ValueGeneratedNever();
            builder.HasOne<RecordThread>().WithMany().HasForeignKey(m => m.ThreadId);
            builder.HasMany(m => m.Mentions).WithOne().HasForeignKey(m => m.MessageId);
            builder.HasIndex(m => new { m.AccountId, m.ThreadId });
        }
    }
}
