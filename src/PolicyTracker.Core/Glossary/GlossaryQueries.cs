using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.History;
using PolicyTracker.Core.Initiatives;

namespace PolicyTracker.Core.Glossary;

/// <summary>A term; <paramref name="ChineseInSource"/> says whether a quotation of it carries the Chinese, which is the editors' otherwise.</summary>
public sealed record TermItem(string Slug, string English, string? Chinese, string? Pinyin, string Definition, bool ChineseInSource, IReadOnlyList<Quotation> Quotations);

/// <summary>An initiative, with the commitments that belong to it.</summary>
public sealed record InitiativeItem(string Slug, string Name, string? NameZh, InitiativeKind Kind, string? Summary, Named? Pillar, bool ChineseInSource, IReadOnlyList<Named> Commitments, IReadOnlyList<Quotation> Quotations);

/// <summary>A body or person.</summary>
public sealed record ActorItem(string Slug, string Name, string? NameZh, ActorKind Kind, string? Role, Named? PartOf, bool ChineseInSource, int Commitments, IReadOnlyList<Quotation> Quotations);

/// <summary>A tag, with how many commitments have it.</summary>
public sealed record TopicItem(string Slug, string Name, string? NameZh, int Commitments);

/// <summary>The names that the tracker uses; <paramref name="OldSlugs"/> are those that an entry had before, by its kind and its slug of today.</summary>
public sealed record GlossaryView(IReadOnlyList<TermItem> Terms, IReadOnlyList<InitiativeItem> Initiatives, IReadOnlyList<ActorItem> Actors, IReadOnlyList<TopicItem> Topics, ILookup<(RecordKind Kind, string Slug), string> OldSlugs);

/// <summary>What readers ask about names.</summary>
public sealed class GlossaryQueries(IDbContextFactory<TrackerDb> contexts)
{
    /// <summary>Everything the glossary shows.</summary>
    public async Task<GlossaryView> ReadAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var terms = await db.Terms.AsNoTracking().ToListAsync(cancel);
        var initiatives = await db.Initiatives.AsNoTracking().OrderBy(i => i.Order).ThenBy(i => i.Id).ToListAsync(cancel);
        var actors = await db.Actors.AsNoTracking().OrderBy(a => a.Id).ToListAsync(cancel);
        var pillars = await db.Pillars.AsNoTracking().ToDictionaryAsync(p => p.Id, p => new Named(p.Slug, p.Name), cancel);
        var ofInitiative = (await db.Commitments.Where(c => c.InitiativeId != null).OrderBy(c => c.Order)
            .Select(c => new { c.InitiativeId, c.Slug, c.Title }).ToListAsync(cancel)).ToLookup(c => c.InitiativeId!.Value, c => new Named(c.Slug, c.Title));
        var ofActor = await db.Commitments.Where(c => c.ResponsibleId != null).GroupBy(c => c.ResponsibleId!.Value)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var ofTopic = await db.Set<CommitmentTopic>().Where(t => db.Commitments.Any(c => c.Id == t.CommitmentId)).GroupBy(t => t.TopicId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var topics = await db.Topics.AsNoTracking().OrderBy(t => t.Order).ToListAsync(cancel);
        var termQuotes = await db.QuotationsAsync(RecordKind.Term, [.. terms.Select(t => t.Id)], cancel);
        var initiativeQuotes = await db.QuotationsAsync(RecordKind.Initiative, [.. initiatives.Select(t => t.Id)], cancel);
        var actorQuotes = await db.QuotationsAsync(RecordKind.Actor, [.. actors.Select(t => t.Id)], cancel);
        var actorNames = actors.ToDictionary(a => a.Id, a => new Named(a.Slug, a.Name));
        var today = terms.ToDictionary(t => t.Id, t => t.Slug).Concat(initiatives.ToDictionary(i => i.Id, i => i.Slug)).Concat(actors.ToDictionary(a => a.Id, a => a.Slug)).ToDictionary();
        var old = (await db.OldAddresses.AsNoTracking().Where(a => a.Kind == RecordKind.Term || a.Kind == RecordKind.Initiative || a.Kind == RecordKind.Actor).ToListAsync(cancel)).Where(a => today.ContainsKey(a.RecordId));
        return new(
            [.. terms.OrderBy(t => t.English, StringComparer.OrdinalIgnoreCase).Select(t => new TermItem(t.Slug, t.English, t.Chinese, t.Pinyin, t.Definition, Stands(t.Chinese, termQuotes[t.Id]), [.. termQuotes[t.Id]]))],
            [.. initiatives.Select(i => new InitiativeItem(i.Slug, i.Name, i.NameZh, i.InitiativeKind, i.Summary, i.PillarId is { } p ? pillars.GetValueOrDefault(p) : null, Stands(i.NameZh, initiativeQuotes[i.Id]), [.. ofInitiative[i.Id]], [.. initiativeQuotes[i.Id]]))],
            [.. actors.Select(a => new ActorItem(a.Slug, a.Name, a.NameZh, a.ActorKind, a.Role, a.PartOfId is { } p ? actorNames.GetValueOrDefault(p) : null, Stands(a.NameZh, actorQuotes[a.Id]), ofActor.GetValueOrDefault(a.Id), [.. actorQuotes[a.Id]]))],
            [.. topics.Select(t => new TopicItem(t.Slug, t.Name, t.NameZh, ofTopic.GetValueOrDefault(t.Id)))],
            old.ToLookup(a => (a.Kind, today[a.RecordId]), a => a.Slug));
    }

    private static bool Stands(string? chinese, IEnumerable<Quotation> quotations) =>
        !string.IsNullOrEmpty(chinese) && quotations.Any(q => q.Exact.Contains(chinese, StringComparison.Ordinal));
}
