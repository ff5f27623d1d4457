using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Actors;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Initiatives;
using PolicyTracker.Core.Jurisdictions;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;

namespace PolicyTracker.Core.Glossary;

/// <summary>What readers ask about names.</summary>
public sealed class GlossaryQueries(IDbContextFactory<TrackerDb> contexts, KnownNames names, CommitmentIndex index)
{
    /// <summary>How many terms, and how many topics, a page holds.</summary>
    public const int PageSize = 50;

    /// <summary>How many initiatives, and how many bodies and persons: there is more to say of each.</summary>
    public const int LongPageSize = 10;

    /// <summary>How many of an initiative's commitments are named.</summary>
    public const int CommitmentsOfInitiative = 10;

    /// <summary>What the glossary shows.</summary>
    public async Task<GlossaryView> ReadAsync(GlossaryFilter? filter = null, CancellationToken cancel = default)
    {
        filter ??= new();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var terms = await PageAsync(db, RecordKind.Term, filter, cancel);
        var initiatives = await PageAsync(db, RecordKind.Initiative, filter, cancel);
        var actors = await PageAsync(db, RecordKind.Actor, filter, cancel);
        var topics = await PageAsync(db, RecordKind.Topic, filter, cancel);
        List<Guid> shown = [.. terms.Items, .. initiatives.Items, .. actors.Items];
        var outline = await index.ReadAsync(db, cancel);
        var old = await db.Set<FormerSlug>().Where(o => shown.Contains(o.RecordId)).ToListAsync(cancel);
        var today = await db.LinksAsync(old.Select(o => (o.Kind, o.RecordId)), cancel);
        return new(
            await TermsAsync(db, terms, cancel),
            await InitiativesAsync(db, initiatives, outline, cancel),
            await ActorsAsync(db, actors, outline, cancel),
            await ReadAsync(db.Set<Topic>(), topics, t => new TopicItem(t.Slug, t.Name, t.NameZh, CommitmentsOf(t)), cancel),
            old.Where(o => today.ContainsKey(o.RecordId)).ToLookup(o => (o.Kind, today[o.RecordId].Slug!), o => o.Slug)
        );

        int CommitmentsOf(Topic topic) =>
            filter.Jurisdiction is null
                ? outline.OfTopic[topic.Id].Count()
                : outline.Where(new(Topic: topic.Id, Jurisdiction: filter.Jurisdiction)).Count();
    }

    private async Task<Page<Guid>> PageAsync(TrackerDb db, RecordKind kind, GlossaryFilter filter, CancellationToken cancel)
    {
        var size = kind is RecordKind.Initiative or RecordKind.Actor ? LongPageSize : PageSize;
        var page = kind == filter.Kind ? filter.Page : 1;
        var isFiltered = !string.IsNullOrWhiteSpace(filter.Words);
        var found = isFiltered ? await names.FindAsync(db, kind, filter.Words!, cancel) : await names.ReadAsync(db, kind, cancel);
        if (kind is RecordKind.Actor && filter.Jurisdiction is { } jurisdiction)
        {
            found = [.. found.Where(n => JurisdictionFilter.IsShown(n.JurisdictionId, jurisdiction))];
        }

        if (!isFiltered && kind == filter.Kind && filter.Entry is { } entry)
        {
            var at = found.Select(n => n.Slug).Index().FirstOrDefault(n => n.Item == entry).Index;
            page = 1 + (at / size);
        }

        page = Page.Within(page, found.Count, size);
        return new([.. found.Skip((page - 1) * size).Take(size).Select(n => n.Id)], found.Count, page, size);
    }

    private static async Task<Page<TermItem>> TermsAsync(TrackerDb db, Page<Guid> page, CancellationToken cancel)
    {
        var quoted = await db.QuotationsAsync(RecordKind.Term, page.Items, cancel);
        return await ReadAsync(
            db.Set<Term>(),
            page,
            t => new TermItem(t.Slug, t.English, t.Chinese, t.Pinyin, t.Definition, Stands(t.Chinese, quoted[t.Id]), [.. quoted[t.Id]]),
            cancel
        );
    }

    private static async Task<Page<InitiativeItem>> InitiativesAsync(
        TrackerDb db,
        Page<Guid> page,
        CommitmentOutline outline,
        CancellationToken cancel
    )
    {
        var ids = page.Items;
        var pillars = await db.Set<Pillar>().ToDictionaryAsync(p => p.Id, p => new RecordName(p.Slug, p.Name, p.NameZh), cancel);
        var of = outline.OfInitiative;
        List<Guid> first = [.. ids.SelectMany(i => of[i].Take(CommitmentsOfInitiative)).Select(c => c.Id)];
        var titles = await db.Set<Commitment>()
            .Where(c => first.Contains(c.Id))
            .ToDictionaryAsync(c => c.Id, c => new RecordName(c.Slug, c.Title), cancel);
        var quoted = await db.QuotationsAsync(RecordKind.Initiative, ids, cancel);
        return await ReadAsync(
            db.Set<Initiative>(),
            page,
            i => new InitiativeItem(
                i.Slug,
                i.Name,
                i.NameZh,
                i.InitiativeKind,
                i.Summary,
                i.PillarId is { } p ? pillars.GetValueOrDefault(p) : null,
                Stands(i.NameZh, quoted[i.Id]),
                new(
                    [.. of[i.Id].Take(CommitmentsOfInitiative).Select(c => titles.GetValueOrDefault(c.Id)).OfType<RecordName>()],
                    of[i.Id].Count()
                ),
                [.. quoted[i.Id]]
            ),
            cancel
        );
    }

    private static async Task<Page<ActorItem>> ActorsAsync(
        TrackerDb db,
        Page<Guid> page,
        CommitmentOutline outline,
        CancellationToken cancel
    )
    {
        var ids = page.Items;
        var wholes = await db.Set<Actor>()
            .Where(w => db.Set<Actor>().Any(a => ids.Contains(a.Id) && a.PartOfId == w.Id))
            .ToDictionaryAsync(w => w.Id, w => new RecordName(w.Slug, w.Name, w.NameZh), cancel);
        var quoted = await db.QuotationsAsync(RecordKind.Actor, ids, cancel);
        return await ReadAsync(
            db.Set<Actor>(),
            page,
            a => new ActorItem(
                a.Slug,
                a.Name,
                a.NameZh,
                a.ActorKind,
                a.Role,
                a.PartOfId is { } p ? wholes.GetValueOrDefault(p) : null,
                Stands(a.NameZh, quoted[a.Id]),
                outline.OfBody[a.Id].Count(),
                [.. quoted[a.Id]]
            ),
            cancel
        );
    }

    // The records of a page, in its order, as it shows them.
    private static async Task<Page<TItem>> ReadAsync<T, TItem>(
        IQueryable<T> records,
        Page<Guid> page,
        Func<T, TItem> show,
        CancellationToken cancel
    )
        where T : Record
    {
        var ids = page.Items;
        var found = await records.Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, cancel);
        return new([.. ids.Where(found.ContainsKey).Select(id => show(found[id]))], page.Total, page.Number, page.Size);
    }

    private static bool Stands(string? chinese, IEnumerable<Quotation> quotations) =>
        !string.IsNullOrEmpty(chinese) && quotations.Any(q => q.Exact.Contains(chinese, StringComparison.Ordinal));
}
