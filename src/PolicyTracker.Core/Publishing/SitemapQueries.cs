using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Publishing;

/// <summary>The records that have a page of their own, for search engines.</summary>
public sealed class SitemapQueries(IDbContextFactory<TrackerDb> contexts)
{
    /// <summary>How many pages one list names at most, as sitemaps.org asks.</summary>
    public const int MaxListed = 50_000;

    private static readonly RecordDescriptor[] Kinds = [.. RecordDescriptors.All.Where(d => d.Path is not null)];

    /// <summary>How many there are.</summary>
    public async Task<int> CountAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var count = 0;
        foreach (var kind in Kinds)
        {
            count += await kind.Standing(db).CountAsync(cancel);
        }

        return count;
    }

    /// <summary>Some of them, kind by kind, the oldest first, as they are read.</summary>
    /// <param name="skip">How many to leave out.</param>
    /// <param name="take">How many at most.</param>
    /// <param name="cancel">Gives up.</param>
    public async IAsyncEnumerable<SitemapEntry> ReadAsync(int skip, int take, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        foreach (var kind in Kinds)
        {
            if (take == 0)
            {
                yield break;
            }

            var count = await kind.Standing(db).CountAsync(cancel);
            if (skip >= count)
            {
                skip -= count;
                continue;
            }

            var rows = kind.Standing(db)
                .OrderBy(r => r.Id)
                .Skip(skip)
                .Take(take)
                .Select(r => new { ((IHasSlug)r).Slug, r.ChangedAt })
                .AsAsyncEnumerable();
            await foreach (var row in rows.WithCancellation(cancel))
            {
                yield return new($"/{kind.Path}/{row.Slug}", row.ChangedAt);
                take--;
            }

            skip = 0;
        }
    }
}
