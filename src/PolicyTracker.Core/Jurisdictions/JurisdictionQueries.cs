using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Jurisdictions;

/// <summary>What pages ask about jurisdictions.</summary>
public sealed class JurisdictionQueries(IDbContextFactory<TrackerDb> contexts)
{
    /// <summary>The parameter of addresses that asks for one.</summary>
    public const string Parameter = "jurisdiction";

    /// <summary>Its value that asks for the records of all.</summary>
    public const string All = "all";

    /// <summary>Whose records a page shows.</summary>
    /// <param name="asked">The slug that is asked for, or one that it had before; <see cref="All"/>; null where none is asked for.</param>
    /// <param name="isWithin">
    /// Whether the page shows what belongs to one record already, such as the commitments of a body: then the records of all
    /// jurisdictions are shown unless one is asked for.
    /// </param>
    /// <param name="cancel">Gives up.</param>
    public async Task<JurisdictionScope> ChooseAsync(string? asked = null, bool isWithin = false, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var standing = await db.Set<Jurisdiction>()
            .OrderBy(j => j.Order)
            .ThenBy(j => j.Id)
            .Select(j => new { j.Id, Name = new RecordName(j.Slug, j.Name, j.NameZh) })
            .ToListAsync(cancel);
        List<RecordName> names = [.. standing.Select(j => j.Name)];
        if (asked == All || (asked is null && (isWithin || standing.Count == 0)))
        {
            var isOne = names.Count == 1;
            return new(names, isOne ? names[0] : null, null) { Asked = isOne ? null : asked };
        }

        var shown = asked is null ? standing[0] : standing.Find(j => j.Name.Slug == asked);
        if (shown is null && await FindAsync(db, asked!, cancel) is { } former)
        {
            shown = standing.Find(j => j.Id == former);
        }

        if (shown is null)
        {
            return new(names, null, Guid.Empty);
        }

        return names.Count == 1
            ? new(names, shown.Name, null)
            : new(names, shown.Name, shown.Id) { Asked = asked is null ? null : shown.Name.Slug };
    }

    /// <summary>The jurisdictions by name, in their order.</summary>
    public async Task<IReadOnlyList<RecordName>> NamesAsync(CancellationToken cancel = default) =>
        (await ChooseAsync(All, cancel: cancel)).All;

    /// <summary>The standing jurisdiction of a slug, or one that it had before; null where there is none.</summary>
    internal static async Task<Guid?> FindAsync(TrackerDb db, string slug, CancellationToken cancel) =>
        await db.Set<Jurisdiction>().Where(j => j.Slug == slug).Select(j => (Guid?)j.Id).FirstOrDefaultAsync(cancel)
        ?? await (
            from former in db.Set<FormerSlug>()
            where former.Kind == RecordKind.Jurisdiction && former.Slug == slug
            join j in db.Set<Jurisdiction>() on former.RecordId equals j.Id
            select (Guid?)j.Id
        ).FirstOrDefaultAsync(cancel);
}
