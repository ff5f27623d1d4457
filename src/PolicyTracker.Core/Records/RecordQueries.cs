using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Core.Records;

/// <summary>What editors ask about records of any kind.</summary>
public sealed class RecordQueries(IDbContextFactory<TrackerDb> contexts, KnownNames names)
{
    /// <summary>The kinds that make up the structure of a tracker, each with its own form.</summary>
    public static IReadOnlyList<RecordKind> Structure { get; } = [.. RecordDescriptors.All.Where(d => d.IsStructure).Select(d => d.Kind)];

    /// <summary>
    /// The kinds that the general form edits: the structure, and what is said of sources, commitments, results and values.
    /// </summary>
    public static IReadOnlyList<RecordKind> Typed { get; } = [.. RecordDescriptors.All.Where(d => d.IsTyped).Select(d => d.Kind)];

    /// <summary>How many records a page of a list holds.</summary>
    public const int PageSize = 50;

    /// <summary>A page of the standing records of a kind, in the order in which they are shown.</summary>
    public Task<Page<RecordItem>> ListAsync(RecordKind kind, int page = 1, CancellationToken cancel = default) =>
        ListAsync(kind, new RecordOrdering(), page, cancel);

    /// <summary>A page of the standing records of a kind, those that are asked for, in the order that is asked for.</summary>
    public async Task<Page<RecordItem>> ListAsync(
        RecordKind kind,
        RecordOrdering ordering,
        int page = 1,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(ordering);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var descriptor = RecordDescriptors.Of(kind);
        var words = ordering.Words.Trim();
        var all = ordering.Of(words.Length > 0 ? await names.FindAsync(db, kind, words, cancel) : await names.ReadAsync(db, kind, cancel));
        page = Page.Within(page, all.Count, PageSize);
        List<Guid> ids = [.. all.Skip((page - 1) * PageSize).Take(PageSize).Select(n => n.Id)];
        var rows = await descriptor.Rows(db).AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancel);
        var versions = await descriptor
            .Standing(db)
            .Where(r => ids.Contains(r.Id))
            .Select(r => new { r.Id, r.Version })
            .ToDictionaryAsync(r => r.Id, r => r.Version, cancel);
        return new(
            [
                .. ids.Where(id => rows.ContainsKey(id) && versions.ContainsKey(id))
                    .Select(id => rows[id])
                    .Select(r => new RecordItem(r.Id, r.Label, r.Slug, versions[r.Id], r.Group, RecordLinks.LinkTo(kind, r))),
            ],
            all.Count,
            page,
            PageSize
        );
    }

    /// <summary>A record as an editor opens it; null where there is none of that kind, or it was removed.</summary>
    public async Task<RecordToEdit?> FindToEditAsync(RecordKind kind, Guid id, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var descriptor = RecordDescriptors.Of(kind);
        if (!descriptor.IsTyped || await descriptor.FindAsync(db, id, cancel) is not { RemovedAt: null } record)
        {
            return null;
        }

        var content = JsonNode.Parse(RecordContent.Of(db.Entry(record)))!.AsObject();
        var last = await db.Set<Revision>()
            .Where(r => r.RecordKind == kind && r.RecordId == id && r.RecordVersion == record.Version)
            .Select(r => new { r.Edit.By, r.Edit.At })
            .FirstAsync(cancel);
        return new(
            kind,
            id,
            record.Version,
            record.Label,
            descriptor.Fields.ToDictionary(
                f => f.Name,
                f => content[f.Name] is JsonArray several ? string.Join(' ', several) : RecordContent.TextOf(content, f)
            ),
            (await db.LinksAsync([(kind, id)], cancel)).GetValueOrDefault(id),
            last.By,
            last.At
        );
    }

    /// <summary>The record that has, or once had, that slug, as an editor opens it; null where there is none.</summary>
    public async Task<RecordToEdit?> FindToEditAsync(RecordKind kind, string slug, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var id =
            await RecordDescriptors.Of(kind).FindIdAsync(db, slug, isRemoved: false, cancel)
            ?? await db.Set<FormerSlug>()
                .Where(a => a.Kind == kind && a.Slug == slug)
                .Select(a => (Guid?)a.RecordId)
                .FirstOrDefaultAsync(cancel);
        return id is null ? null : await FindToEditAsync(kind, id.Value, cancel);
    }
}
