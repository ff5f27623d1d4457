using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Glossary;
using PolicyTracker.Core.History;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Initiatives;
using PolicyTracker.Text.Comparison;

namespace PolicyTracker.Core.Annotations;

/// <summary>Finds what the tracker knows that is like a suggestion.</summary>
public sealed partial class SuggestionLinkQueries(IDbContextFactory<TrackerDb> contexts)
{
    // Likeness of wordings: of the seed's commitments no two reach 0.55.
    private const double Same = 0.85, Like = 0.55;

    // Of the words of an indicator's name, so many in any order.
    private const double SameThing = 0.6;

    /// <summary>What the tracker knows that is like a suggestion or named in it.</summary>
    public async Task<SuggestionLinks> FindAsync(SuggestedWords suggested, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(suggested);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (words, line) = (new NamedWords(suggested.Words.Exact), new NamedWords(suggested.Line));
        var actors = await db.Actors.OrderBy(a => a.Name).Select(a => new { a.ActorKind, Name = new KnownName(a.Id, a.Name, a.NameZh) }).ToListAsync(cancel);
        var initiatives = await db.Initiatives.OrderBy(i => i.Order).Select(i => new KnownName(i.Id, i.Name, i.NameZh)).ToListAsync(cancel);
        var topics = await db.Topics.OrderBy(t => t.Order).Select(t => new KnownName(t.Id, t.Name, t.NameZh)).ToListAsync(cancel);
        var terms = await db.Terms.OrderBy(t => t.English).Select(t => new KnownName(t.Id, t.English, t.Chinese)).ToListAsync(cancel);
        var links = new SuggestionLinks
        {
            Initiative = initiatives.Find(i => i.StandsIn(words))?.Id,
            Topics = [.. topics.Where(t => t.StandsIn(words)).Select(t => t.Id)],
            Named = [.. Named("body", actors.Select(a => a.Name), line), .. Named("initiative", initiatives, line), .. Named("topic", topics, words), .. Named("term", terms, words)],
        };
        if (suggested.Figure is { } figure)
        {
            return links with { Indicator = await IndicatorAsync(db, figure.Unit, figure.Measures ?? suggested.Words.Exact, cancel) };
        }

        var bodies = actors.Where(a => a.ActorKind != ActorKind.Person).Select(a => a.Name).ToList();
        var responsible = suggested.Pledge?.Responsible is { } named ? new NamedWords(named) : null;
        var (relation, known) = await RelationAsync(db, suggested, cancel);
        return links with
        {
            Goal = await GoalAsync(db, suggested, cancel),
            Relation = relation,
            Known = known,
            Responsible = bodies.Find(b => responsible is not null && b.StandsIn(responsible))?.Id ?? bodies.Find(b => b.StandsIn(line))?.Id ?? await IssuerAsync(db, suggested, cancel),
        };
    }

    private static IEnumerable<Choice> Named(string kind, IEnumerable<KnownName> names, NamedWords words) => names.Where(n => n.StandsIn(words)).Select(n => new Choice(n.Id, n.English, kind));

    private static async Task<Choice?> GoalAsync(TrackerDb db, SuggestedWords suggested, CancellationToken cancel)
    {
        var goals = await db.Goals.Where(g => g.PillarId == suggested.Pillar && suggested.Pillar != null)
            .Join(db.Pillars, g => g.PillarId, p => p.Id, (g, p) => new { g.Id, g.Title, Pillar = p.Name, Words = g.Title + " " + g.Summary }).ToListAsync(cancel);
        return goals.MaxBy(g => Wording.Likeness(suggested.Words.Exact, g.Words)) is { } best ? new(best.Id, best.Title, best.Pillar) : null;
    }

    private static Task<Guid?> IssuerAsync(TrackerDb db, SuggestedWords suggested, CancellationToken cancel) =>
        (from v in db.SourceVersions where v.Id == suggested.Words.SourceVersionId join n in db.Announcements on v.AnnouncementId equals n.Id select (Guid?)n.IssuerId).FirstOrDefaultAsync(cancel);

    private static async Task<(Relation, Choice?)> RelationAsync(TrackerDb db, SuggestedWords suggested, CancellationToken cancel)
    {
        var known = await (
            from a in db.Annotations
            where a.State == AnnotationState.Accepted && a.SupportsKind == RecordKind.Commitment
            join c in db.Commitments on a.SupportsId equals c.Id
            join g in db.Goals on c.GoalId equals g.Id
            select new { c.Id, c.Title, Goal = g.Title, a.Exact }).ToListAsync(cancel);
        var like = known.Select(k => (Known: k, Likeness: Wording.Likeness(suggested.Words.Exact, k.Exact))).Where(k => k.Likeness >= Like).OrderByDescending(k => k.Likeness).FirstOrDefault();
        if (like.Known is null)
        {
            return (Relation.New, null);
        }

        // Nearly the same words with another number say something else.
        var isSame = like.Likeness >= Same && Numbers().Matches(suggested.Words.Exact).Select(m => m.Value).SequenceEqual(Numbers().Matches(like.Known.Exact).Select(m => m.Value));
        return (InPlaceOf().IsMatch(suggested.Lead) ? Relation.Replaces : isSame ? Relation.SameAs : Relation.Updates, new(like.Known.Id, like.Known.Title, like.Known.Goal));
    }

    private static async Task<KnownIndicator?> IndicatorAsync(TrackerDb db, string unit, string measures, CancellationToken cancel)
    {
        var known = await db.Indicators.Where(i => i.Unit == unit).Select(i => new { i.Id, i.Name, i.Definition, i.Scale }).ToListAsync(cancel);
        var quoted = await (from a in db.Annotations
                            where a.State == AnnotationState.Accepted
                            join o in db.Observations on a.SupportsId equals o.Id
                            select new { o.IndicatorId, a.Exact }).ToListAsync(cancel);
        var (best, shared) = known.Select(i => (Indicator: i, Shared: new[] { i.Name, i.Definition }.Concat(quoted.Where(q => q.IndicatorId == i.Id).Select(q => q.Exact)).Max(words => KnownName.Shared(measures, words))))
            .OrderByDescending(i => i.Shared).FirstOrDefault();
        return best is not null && shared >= SameThing ? new(best.Id, best.Name, best.Scale) : null;
    }

    [GeneratedRegex(@"\d[\d,.]*\d|\d")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"\breplac(?:e|es|ed|ing)\b|\bsupersed|\binstead\s+of\b|\bin\s+place\s+of\b|代替|取代|替代|废止|不再", RegexOptions.IgnoreCase)]
    private static partial Regex InPlaceOf();
}
