using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Core.Records;

/// <summary>
/// A record as something to link to. <paramref name="Slug"/> and <paramref name="PillarSlug"/> are those of the page that
/// shows it: for an observation its indicator's, for a step in a status its commitment's. Both are null where it has no page.
/// </summary>
/// <param name="Kind">Which noun it is.</param>
/// <param name="Id">Its identity.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Slug">Names it in an address.</param>
/// <param name="PillarSlug">The pillar that it belongs to.</param>
/// <param name="Accent">The pillar's colour.</param>
public sealed record RecordLink(RecordKind Kind, Guid Id, string Label, string? Slug, string? PillarSlug, Accent Accent)
{
    /// <summary>Its Chinese name; null where it has none.</summary>
    public string? NameZh { get; init; }

    /// <summary>What it is called in the language of whoever reads.</summary>
    public string Shown => RecordNames.Shown(Label, NameZh);

    /// <summary>The address of the page that shows it; null where none does.</summary>
    public string? Address => RecordDescriptors.Find(Kind)?.PathTo(this);
}

internal static class RecordLinks
{
    /// <summary>Looks up the standing records among <paramref name="wanted"/>, with one query for each kind.</summary>
    public static async Task<Dictionary<Guid, RecordLink>> LinksAsync(
        this TrackerDb db,
        IEnumerable<(RecordKind Kind, Guid Id)> wanted,
        CancellationToken cancel
    )
    {
        var found = new Dictionary<Guid, RecordLink>();
        foreach (var kind in wanted.Distinct().GroupBy(w => w.Kind, w => w.Id))
        {
            List<Guid> ids = [.. kind];
            if (RecordDescriptors.Find(kind.Key)?.Rows(db).Where(r => ids.Contains(r.Id)) is { } query)
            {
                foreach (var row in await query.AsNoTracking().ToListAsync(cancel))
                {
                    found[row.Id] = LinkTo(kind.Key, row);
                }
            }
        }

        return found;
    }

    /// <summary>The link to a record whose row was read.</summary>
    public static RecordLink LinkTo(RecordKind kind, RecordRow row) =>
        new(kind, row.Id, row.Label, row.Slug, row.PillarSlug, row.Accent ?? Accent.Slate) { NameZh = row.Chinese };
}
