using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Core.Collaboration;

/// <summary>What an editor has typed and not yet saved as a record. Drafts have no history.</summary>
public sealed class Draft
{
    /// <summary>The editor's account.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>What is being typed, such as <c>annotate/computing-power-plan</c>.</summary>
    public required string Key { get; init; }

    /// <summary>The tab of the browser in which it is typed: two tabs never write over each other's draft.</summary>
    public required string Tab { get; init; }

    /// <summary>The form's fields, as JSON.</summary>
    public required string Content { get; set; }

    /// <summary>When it was last kept, UTC.</summary>
    public required DateTime SavedAt { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Draft>
    {
        public void Configure(EntityTypeBuilder<Draft> builder)
        {
            builder.HasKey(d => new
            {
                d.AccountId,
                d.Key,
                d.Tab,
            });
            builder.HasOne<Account>().WithMany().HasForeignKey(d => d.AccountId);
        }
    }
}
