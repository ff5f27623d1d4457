using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Jurisdictions;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Text.Comparison;

namespace PolicyTracker.Core.Suggestions;

/// <summary>
/// Finds what the tracker knows that is like a suggestion. Every wording has to be looked at for it, so that they are kept in memory;
/// the store is asked only for the records that are found. Where an announcement belongs to a jurisdiction, nothing of another is
/// found for it.
/// </summary>
public sealed partial class SuggestionMatchQueries(IDbContextFactory<TrackerDb> contexts, KnownNames names, CommitmentIndex index)
{
    // Likeness of wordings: of the seed's commitments no two reach 0.55.
    private const double Same = 0.85,
        Like = 0.55;

    private readonly RecordCache<QuotedWords> _ofCommitments = QuotedWords.Of(RecordKind.Commitment);

    private readonly IndicatorMatcher _indicators = new();

    private readonly GoalMatcher _goals = new();

    /// <summary>What the tracker knows that is like a suggestion or named in it.</summary>
    public async Task<SuggestionMatches> FindAsync(SuggestionItem suggested, CancellationToken cancel = default) =>
        (await FindAsync([suggested], cancel))[0];

    /// <summary>What the tracker knows that is like each suggestion or named in it; the store is asked once for all of them.</summary>
    /// <returns>The links of each, in the order of the suggestions.</returns>
    public async Task<IReadOnlyList<SuggestionMatches>> FindAsync(
        IReadOnlyList<SuggestionItem> suggestions,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(suggestions);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var actors = await names.ReadAsync(db, RecordKind.Actor, cancel);
        var initiatives = await names.ReadAsync(db, RecordKind.Initiative, cancel);
        var topics = await names.ReadAsync(db, RecordKind.Topic, cancel);
        var terms = await names.ReadAsync(db, RecordKind.Term, cancel);
        var sortedActors = actors.OrderBy(a => a.English, StringComparer.Ordinal).ToList();
        var undertakings = suggestions
            .Where(s => s.Figure is null)
            .Distinct()
            .ToDictionary(s => s, s => new PreparedWording(s.Words.Exact));
        var sources = await SourcesAsync(db, suggestions, cancel);
        var beyond = await BeyondAsync(db, sources.Values.Select(s => s.Jurisdiction), actors, cancel);
        var indicators = await _indicators.FindAsync(
            db,
            [.. suggestions.Where(s => s.Figure is not null).Distinct()],
            (s, pillar) => !BeyondOf(s).Pillars.Contains(pillar),
            cancel
        );
        var matches = new Dictionary<SuggestionItem, (MatchKind Kind, KnownCommitment Known)>();
        foreach (var within in undertakings.GroupBy(u => BeyondOf(u.Key)))
        {
            await FindMatchesAsync(db, [.. within], within.Key.Commitments, matches, cancel);
        }

        var goals = await _goals.FindAsync(
            db,
            undertakings.Keys,
            s => matches.TryGetValue(s, out var match) ? match.Known.GoalId : null,
            (s, pillar) => !BeyondOf(s).Pillars.Contains(pillar),
            cancel
        );

        return [.. suggestions.Select(LinksOf)];

        OtherJurisdictions BeyondOf(SuggestionItem suggested) =>
            beyond[sources.GetValueOrDefault(suggested.Words.SourceVersionId)?.Jurisdiction ?? Guid.Empty];

        SuggestionMatches LinksOf(SuggestionItem suggested)
        {
            var (words, line) = (new NamedWords(suggested.Words.Exact), new NamedWords(suggested.Line));
            var others = BeyondOf(suggested).Bodies;
            var known = sortedActors.FindAll(a => !others.Contains(a.Id));
            var named = topics.Where(t => t.StandsIn(words)).ToList();
            var links = new SuggestionMatches
            {
                Initiative = initiatives.FirstOrDefault(i => i.StandsIn(words))?.Id,
                Topics = [.. named.Select(t => t.Id)],
                Named =
                [
                    .. Named("body", known, line),
                    .. Named("initiative", initiatives, line),
                    .. Named("topic", named, words),
                    .. Named("term", terms, words),
                ],
            };
            if (suggested.Figure is not null)
            {
                return links with { Indicator = indicators.GetValueOrDefault(suggested) };
            }

            var responsible = suggested.Details?.Responsible is { } body ? new NamedWords(body) : null;
            var bodies = known.FindAll(a => !a.IsPerson);
            var issuer = sources.GetValueOrDefault(suggested.Words.SourceVersionId)?.Issuer;
            var isKnown = matches.TryGetValue(suggested, out var match);
            return links with
            {
                Likely = goals[suggested],
                Match = isKnown ? match.Kind : MatchKind.New,
                Known = isKnown ? new(match.Known.Id, match.Known.Title, match.Known.Goal) : null,
                Responsible =
                    bodies.Find(b => responsible is not null && b.StandsIn(responsible))?.Id
                    ?? bodies.Find(b => b.StandsIn(line))?.Id
                    ?? (issuer is { } by && others.Contains(by) ? null : issuer),
            };
        }
    }

    private static IEnumerable<SelectOption> Named(string kind, IEnumerable<KnownName> names, NamedWords words) =>
        names.Where(n => n.StandsIn(words)).Select(n => new SelectOption(n.Id, n.English, kind));

    // Of each text who issued it, and whose policy it announces.
    private static async Task<Dictionary<Guid, Source>> SourcesAsync(
        TrackerDb db,
        IEnumerable<SuggestionItem> suggestions,
        CancellationToken cancel
    )
    {
        var versions = suggestions.Select(s => s.Words.SourceVersionId).Distinct().ToList();
        return versions.Count == 0
            ? []
            : await (
                from v in db.Set<SourceVersion>()
                where versions.Contains(v.Id)
                join n in db.Set<Announcement>() on v.AnnouncementId equals n.Id
                select new
                {
                    v.Id,
                    n.IssuerId,
                    n.JurisdictionId,
                }
            ).ToDictionaryAsync(v => v.Id, v => new Source(v.IssuerId, v.JurisdictionId), cancel);
    }

    // What is left out for announcements of each jurisdiction; under Guid.Empty nothing, for those that belong to none.
    private async Task<Dictionary<Guid, OtherJurisdictions>> BeyondAsync(
        TrackerDb db,
        IEnumerable<Guid?> jurisdictions,
        IReadOnlyList<KnownName> actors,
        CancellationToken cancel
    )
    {
        var beyond = new Dictionary<Guid, OtherJurisdictions> { [Guid.Empty] = OtherJurisdictions.None };
        foreach (var jurisdiction in jurisdictions.OfType<Guid>().Distinct())
        {
            var outline = await index.ReadAsync(db, cancel);
            var pillars = outline.PillarsBeyond(jurisdiction);
            var bodies = actors.Where(a => !JurisdictionFilter.IsShown(a.JurisdictionId, jurisdiction)).Select(a => a.Id).ToHashSet();
            var commitments = pillars.SelectMany(p => outline.OfPillar[p]);
            if (bodies.Count > 0)
            {
                // A goal that spans the pillars is anybody's; what another's body undertakes towards it is not.
                commitments = commitments.Concat(outline.OfPillar[null].Where(c => c.ResponsibleId is { } by && bodies.Contains(by)));
            }

            beyond[jurisdiction] = new(pillars, bodies, commitments.Select(c => c.Id).ToHashSet());
        }

        return beyond;
    }

    // Words may be quoted for a commitment that was removed: then the next like them are looked for.
    private async Task FindMatchesAsync(
        TrackerDb db,
        List<KeyValuePair<SuggestionItem, PreparedWording>> undertakings,
        IReadOnlySet<Guid> beyond,
        Dictionary<SuggestionItem, (MatchKind, KnownCommitment)> found,
        CancellationToken cancel
    )
    {
        var quotations = await _ofCommitments.ReadAsync(db, cancel);
        var removed = new HashSet<Guid>(beyond);
        for (var left = undertakings; left.Count > 0; )
        {
            var likes = left.Select(u =>
                    (u.Key, Best: u.Value.Best(quotations.Where(q => !removed.Contains(q.SupportsId)), q => q.Wording, Like))
                )
                .Where(u => u.Best.Item1 is not null)
                .ToDictionary(u => u.Key, u => (Quoted: u.Best.Item1!, Likeness: u.Best.Item2));
            var ids = likes.Values.Select(l => l.Quoted.SupportsId).Distinct().ToList();
            var known = await (
                from c in db.Set<Commitment>()
                where ids.Contains(c.Id)
                join g in db.Set<Goal>() on c.GoalId equals g.Id
                select new KnownCommitment(c.Id, c.Title, g.Id, g.Title)
            ).ToDictionaryAsync(c => c.Id, cancel);
            removed.UnionWith(ids.Where(id => !known.ContainsKey(id)));
            foreach (var (suggested, (quoted, likeness)) in likes.Where(l => known.ContainsKey(l.Value.Quoted.SupportsId)))
            {
                found[suggested] = (MatchOf(suggested, quoted.Exact, likeness), known[quoted.SupportsId]);
            }

            left.RemoveAll(u => !likes.ContainsKey(u.Key) || found.ContainsKey(u.Key));
        }
    }

    // Nearly the same words with another number say something else.
    private static MatchKind MatchOf(SuggestionItem suggested, string known, double likeness)
    {
        if (InPlaceOf().IsMatch(suggested.Lead))
        {
            return MatchKind.Replaces;
        }

        var isSame =
            likeness >= Same
            && Numbers().Matches(suggested.Words.Exact).Select(m => m.Value).SequenceEqual(Numbers().Matches(known).Select(m => m.Value));
        return isSame ? MatchKind.SameAs : MatchKind.Updates;
    }

    private sealed record Source(Guid Issuer, Guid? Jurisdiction);

    // What belongs to other jurisdictions than one.
    private sealed record OtherJurisdictions(IReadOnlySet<Guid?> Pillars, IReadOnlySet<Guid> Bodies, IReadOnlySet<Guid> Commitments)
    {
        public static OtherJurisdictions None { get; } = new(new HashSet<Guid?>(), new HashSet<Guid>(), new HashSet<Guid>());
    }

    private sealed record KnownCommitment(Guid Id, string Title, Guid GoalId, string Goal);

    [GeneratedRegex(@"\d[\d,.]*\d|\d")]
    private static partial Regex Numbers();

    [GeneratedRegex(
        @"\breplac(?:e|es|ed|ing)\b|\bsupersed|\binstead\s+of\b|\bin\s+place\s+of\b|代替|取代|替代|废止|不再",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex InPlaceOf();
}
