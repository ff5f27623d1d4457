using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Core.Records;

/// <summary>One accepted edit, of one record or several; append-only. What it made of each record is a <see cref="Revision"/>.</summary>
public sealed class Edit : IWrittenByEdits
{
    /// <summary>Its number, from 1 without gaps.</summary>
    public required long Id { get; init; }

    /// <summary>When, UTC, to the millisecond; never before the edit of the number below.</summary>
    public required DateTime At { get; init; }

    /// <summary>The account that made it; null for the program itself.</summary>
    public required Guid? AccountId { get; init; }

    /// <summary>Who made it, by the name of that time.</summary>
    public required string By { get; init; }

    /// <summary>The account of the second editor who approved it; null where none was needed.</summary>
    public Guid? ApprovedById { get; init; }

    /// <summary>Who approved it, by the name of that time; null where nobody had to.</summary>
    public string? ApprovedBy { get; init; }

    /// <summary>Why, the editor's words.</summary>
    public required string Why { get; init; }

    /// <summary>By which way it came in.</summary>
    public required EditOrigin Origin { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Edit>
    {
        public void Configure(EntityTypeBuilder<Edit> builder)
        {
            builder.Property(e => e.Id).ValueGeneratedNever();
            builder.HasIndex(e => e.At);
            builder.HasIndex(e => new { e.By, e.Id });
        }
    }
}
