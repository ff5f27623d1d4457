using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace PolicyTracker.Core.Records;

/// <summary>A slug that a record had, or that a record merged into it had: its pages lead to that record from now on.</summary>
public sealed class FormerSlug
{
    /// <summary>The kind of the record.</summary>
    public required RecordKind Kind { get; init; }

    /// <summary>The slug that it is not named by any more.</summary>
    public required string Slug { get; init; }

    /// <summary>The record to go to.</summary>
    public required Guid RecordId { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<FormerSlug>
    {
        public void Configure(EntityTypeBuilder<FormerSlug> builder)
        {
            builder.HasKey(s => new { s.Kind, s.Slug });
            builder.HasIndex(s => s.RecordId);
        }
    }
}
