using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;

namespace PolicyTracker.Core.Annotations;

/// <summary>A text that an editor reads a second time without being shown what others marked in it.</summary>
public sealed class SecondReading
{
    /// <summary>The text.</summary>
    public required Guid SourceVersionId { get; init; }

    /// <summary>The account of who reads.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>The name of that account.</summary>
    public required string Name { get; init; }

    /// <summary>When it was finished, UTC; null until then.</summary>
    public DateTime? FinishedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<SecondReading>
    {
        public void Configure(EntityTypeBuilder<SecondReading> builder)
        {
            builder.HasKey(r => new { r.SourceVersionId, r.AccountId });
            builder.HasOne<SourceVersion>().WithMany().HasForeignKey(r => r.SourceVersionId);
        }
    }
}

/// <summary>That a sentence holds a kind of statement, as one of the two who are compared reads it.</summary>
public sealed class ReadingMark
{
    /// <summary>The text.</summary>
    public required Guid SourceVersionId { get; init; }

    /// <summary>The account of who reads a second time.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>Where the words of the sentence begin, in UTF-16 units.</summary>
    public required int Start { get; init; }

    /// <summary>The kind of statement.</summary>
    public required RecordKind Kind { get; init; }

    /// <summary>Whether it is of the record as it stood when the reading was finished; otherwise it is of who read.</summary>
    public required bool IsRecorded { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<ReadingMark>
    {
        public void Configure(EntityTypeBuilder<ReadingMark> builder)
        {
            builder.HasKey(m => new
            {
                m.SourceVersionId,
                m.AccountId,
                m.IsRecorded,
                m.Start,
                m.Kind,
            });
            builder.HasOne<SecondReading>().WithMany().HasForeignKey(m => new { m.SourceVersionId, m.AccountId });
        }
    }
}
