using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Core.History;

/// <summary>A record as editors list it; <paramref name="Group"/> is the record that it belongs to.</summary>
public sealed record RecordItem(Guid Id, string Label, string? Slug, int Version, string? Group, RecordRef? Page);

/// <summary>A record as an editor opens it: its fields as text (several references as their identities, a space between), and which version that is.</summary>
public sealed record RecordToEdit(RecordKind Kind, Guid Id, int Version, string Label, IReadOnlyDictionary<string, string?> Values, RecordRef? Page, string ChangedBy, DateTime ChangedAt);

/// <summary>What editors ask about records of any kind.</summary>
public sealed class RecordQueries(IDbContextFactory<TrackerDb> contexts)
{
    /// <summary>The kinds that make up the structure of a tracker, each with its own form.</summary>
    public static IReadOnlyList<RecordKind> Structure { get; } = [RecordKind.Pillar, RecordKind.Goal, RecordKind.Indicator, RecordKind.Initiative, RecordKind.Actor, RecordKind.Topic, RecordKind.Term];

    /// <summary>The kinds that the general form edits: the structure, and what is said of sources, commitments, results and values.</summary>
    public static IReadOnlyList<RecordKind> Typed { get; } = [.. Structure, RecordKind.Announcement, RecordKind.Commitment, RecordKind.Achievement, RecordKind.Observation, RecordKind.Target];

    /// <summary>The standing records of a kind, in the order in which they are shown.</summary>
    public async Task<IReadOnlyList<RecordItem>> ListAsync(RecordKind kind, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var records = (await RecordContent.All(db, kind).AsNoTracking().ToListAsync(cancel)).Cast<Record>().Where(r => r.RemovedAt is null).ToList();
        var pages = await db.RefsAsync(records.Select(r => (kind, r.Id)), cancel);
        var pillars = await db.Pillars.ToDictionaryAsync(p => p.Id, p => (p.Name, p.Order), cancel);
        (string? Name, int Order) GroupOf(Record r) => db.Entry(r).Properties.FirstOrDefault(p => p.Metadata.Name == "PillarId")?.CurrentValue is Guid id && pillars.TryGetValue(id, out var pillar) ? pillar : (null, 0);
        return [.. records.Select(r => (Record: r, Group: GroupOf(r)))
            .OrderBy(r => kind is RecordKind.Goal ? r.Group.Order : 0).ThenBy(r => OrderOf(db, r.Record)).ThenBy(r => r.Record.Label, StringComparer.OrdinalIgnoreCase)
            .Select(r => new RecordItem(r.Record.Id, r.Record.Label, pages.GetValueOrDefault(r.Record.Id)?.Slug, r.Record.Version, r.Group.Name, pages.GetValueOrDefault(r.Record.Id)))];
    }

    /// <summary>A record as an editor opens it; null where there is none of that kind, or it was removed.</summary>
    public async Task<RecordToEdit?> FindToEditAsync(RecordKind kind, Guid id, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (!Typed.Contains(kind) || await RecordContent.FindAsync(db, kind, id, cancel) is not { RemovedAt: null } record)
        {
            return null;
        }

        var content = JsonNode.Parse(RecordContent.Of(db.Entry(record)))!.AsObject();
        var last = await db.Revisions.AsNoTracking().FirstAsync(r => r.RecordKind == kind && r.RecordId == id && r.RecordVersion == record.Version, cancel);
        return new(kind, id, record.Version, record.Label, RecordFields.Of(kind).ToDictionary(f => f.Name, f => content[f.Name] is JsonArray several ? string.Join(' ', several) : RecordContent.TextOf(content, f)), (await db.RefsAsync([(kind, id)], cancel)).GetValueOrDefault(id), last.By, last.At);
    }

    /// <summary>The record that has, or once had, that slug, as an editor opens it; null where there is none.</summary>
    public async Task<RecordToEdit?> FindToEditAsync(RecordKind kind, string slug, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var id = await RecordContent.FindIdAsync(db, kind, slug, isRemoved: false, cancel) ?? await db.OldAddresses.Where(a => a.Kind == kind && a.Slug == slug).Select(a => (Guid?)a.RecordId).FirstOrDefaultAsync(cancel);
        return id is null ? null : await FindToEditAsync(kind, id.Value, cancel);
    }

    /// <summary>What the references of a kind of record may be chosen from, by the kind that they refer to.</summary>
    public async Task<IReadOnlyDictionary<RecordKind, IReadOnlyList<Choice>>> ChoicesAsync(RecordKind kind, CancellationToken cancel = default)
    {
        var choices = new Dictionary<RecordKind, IReadOnlyList<Choice>>();
        foreach (var of in RecordFields.Of(kind).Where(f => f is { IsTyped: true, Of: not null }).Select(f => f.Of!.Value).Append(kind).Distinct())
        {
            choices[of] = [.. (await ListAsync(of, cancel)).Select(r => new Choice(r.Id, r.Label))];
        }

        return choices;
    }

    internal static int OrderOf(TrackerDb db, Record record) => db.Entry(record).Properties.FirstOrDefault(p => p.Metadata.Name == "Order")?.CurrentValue as int? ?? 0;
}
