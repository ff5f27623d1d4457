using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Glossary;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Initiatives;
using PolicyTracker.Core.Records;
using PolicyTracker.Text.Comparison;

namespace PolicyTracker.Core.Annotations;

/// <summary>
/// Finds what the tracker knows that is like a suggestion. Every wording has to be looked at for it, so that they are kept in memory;
/// the store is asked only for the records that are found.
/// </summary>
public sealed partial class SuggestionLinkQueries(IDbContextFactory<TrackerDb> contexts, KnownNames names)
{
    // Likeness of wordings: of the seed's commitments no two reach 0.55.
    private const double Same = 0.85,
        Like = 0.55;

    // Of the words of an indicator's name, so many in any order.
    private const double SameThing = 0.6;

    private readonly RecordCache<QuotedWords> _ofCommitments = Quotations(RecordKind.Commitment);

    private readonly RecordCache<QuotedWords> _ofObservations = Quotations(RecordKind.Observation);

    private readonly RecordCache<GoalWords> _goals = new(
        RecordKind.Goal,
        g => g.Id,
        (a, b) => a.Order != b.Order ? a.Order.CompareTo(b.Order) : a.Id.CompareTo(b.Id),
        (db, ids) =>
            db
                .Goals.Where(g => g.PillarId != null && (ids == null || ids.Contains(g.Id)))
                .Select(g => new GoalWords(g.Id, g.PillarId!.Value, g.Order, g.Title, g.Title + " " + g.Summary))
    );

    private readonly RecordCache<IndicatorWords> _indicators = new(
        RecordKind.Indicator,
        i => i.Id,
        (a, b) => a.Id.CompareTo(b.Id),
        (db, ids) =>
            db.Indicators.Where(i => ids == null || ids.Contains(i.Id)).Select(i => new IndicatorWords(i.Id, i.Unit, i.Name, i.Definition))
    );

    /// <summary>What the tracker knows that is like a suggestion or named in it.</summary>
    public async Task<SuggestionLinks> FindAsync(SuggestedWords suggested, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(suggested);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var (words, line) = (new NamedWords(suggested.Words.Exact), new NamedWords(suggested.Line));
        var actors = await names.ReadAsync(db, RecordKind.Actor, cancel);
        var initiatives = await names.ReadAsync(db, RecordKind.Initiative, cancel);
        var topics = (await names.ReadAsync(db, RecordKind.Topic, cancel)).Where(t => t.StandsIn(words)).ToList();
        var terms = await names.ReadAsync(db, RecordKind.Term, cancel);
        var links = new SuggestionLinks
        {
            Initiative = initiatives.FirstOrDefault(i => i.StandsIn(words))?.Id,
            Topics = [.. topics.Select(t => t.Id)],
            Named =
            [
                .. Named("body", actors.OrderBy(a => a.English, StringComparer.Ordinal), line),
                .. Named("initiative", initiatives, line),
                .. Named("topic", topics, words),
                .. Named("term", terms, words),
            ],
        };
        if (suggested.Figure is { } figure)
        {
            return links with { Indicator = await IndicatorAsync(db, figure.Unit, figure.Measures ?? suggested.Words.Exact, cancel) };
        }

        var bodies = actors.Where(a => !a.IsPerson).OrderBy(a => a.English, StringComparer.Ordinal).ToList();
        var responsible = suggested.Pledge?.Responsible is { } named ? new NamedWords(named) : null;
        var wording = new PreparedWording(suggested.Words.Exact);
        var (relation, known) = await RelationAsync(db, suggested, wording, cancel);
        return links with
        {
            Goal = await GoalAsync(db, suggested, wording, cancel),
            Relation = relation,
            Known = known,
            Responsible =
                bodies.Find(b => responsible is not null && b.StandsIn(responsible))?.Id
                ?? bodies.Find(b => b.StandsIn(line))?.Id
                ?? await IssuerAsync(db, suggested, cancel),
        };
    }

    private static IEnumerable<SelectOption> Named(string kind, IEnumerable<KnownName> names, NamedWords words) =>
        names.Where(n => n.StandsIn(words)).Select(n => new SelectOption(n.Id, n.English, kind));

    private async Task<SelectOption?> GoalAsync(TrackerDb db, SuggestedWords suggested, PreparedWording wording, CancellationToken cancel)
    {
        if (
            suggested.Pillar is not { } pillar
            || await db.Pillars.Where(p => p.Id == pillar).Select(p => p.Name).FirstOrDefaultAsync(cancel) is not { } name
        )
        {
            return null;
        }

        var goals = await _goals.ReadAsync(db, cancel);
        var (best, _) = wording.Best(goals.Where(g => g.PillarId == pillar), g => g.Wording);
        return best is null ? null : new(best.Id, best.Title, name);
    }

    private static Task<Guid?> IssuerAsync(TrackerDb db, SuggestedWords suggested, CancellationToken cancel) =>
        (
            from v in db.SourceVersions
            where v.Id == suggested.Words.SourceVersionId
            join n in db.Announcements on v.AnnouncementId equals n.Id
            select (Guid?)n.IssuerId
        ).FirstOrDefaultAsync(cancel);

    private async Task<(Relation, SelectOption?)> RelationAsync(
        TrackerDb db,
        SuggestedWords suggested,
        PreparedWording wording,
        CancellationToken cancel
    )
    {
        var quotations = await _ofCommitments.ReadAsync(db, cancel);
        var removed = new HashSet<Guid>();
        while (wording.Best(quotations.Where(q => !removed.Contains(q.SupportsId)), q => q.Wording, Like) is ({ } like, var likeness))
        {
            var known = await (
                from c in db.Commitments
                where c.Id == like.SupportsId
                join g in db.Goals on c.GoalId equals g.Id
                select new SelectOption(c.Id, c.Title, g.Title)
            ).FirstOrDefaultAsync(cancel);
            if (known is null)
            {
                removed.Add(like.SupportsId);
                continue;
            }

            // Nearly the same words with another number say something else.
            var isSame =
                likeness >= Same
                && Numbers()
                    .Matches(suggested.Words.Exact)
                    .Select(m => m.Value)
                    .SequenceEqual(Numbers().Matches(like.Exact).Select(m => m.Value));
            return (
                InPlaceOf().IsMatch(suggested.Lead) ? Relation.Replaces
                : isSame ? Relation.SameAs
                : Relation.Updates,
                known
            );
        }

        return (Relation.New, null);
    }

    // That of the unit which is named or defined most like what is measured, or has a value that was quoted in such words.
    private async Task<KnownIndicator?> IndicatorAsync(TrackerDb db, string unit, string measures, CancellationToken cancel)
    {
        var parts = KnownName.Parts(measures).ToHashSet();
        var named = (await _indicators.ReadAsync(db, cancel))
            .Where(i => i.Unit == unit)
            .Select(i => (i.Id, Shared: Math.Max(KnownName.Shared(parts, i.NameParts), KnownName.Shared(parts, i.DefinitionParts))))
            .ToList();
        var quoted = (await _ofObservations.ReadAsync(db, cancel))
            .Select(q => (q.SupportsId, Shared: KnownName.Shared(parts, q.Parts)))
            .Where(q => q.Shared >= SameThing)
            .ToList();
        var observations = quoted.ConvertAll(q => q.SupportsId);
        var indicators = await db
            .Observations.Where(o => observations.Contains(o.Id))
            .ToDictionaryAsync(o => o.Id, o => o.IndicatorId, cancel);
        var ofUnit = named.Select(n => n.Id).ToHashSet();
        var byQuotation = quoted.Where(q => indicators.ContainsKey(q.SupportsId)).Select(q => (Id: indicators[q.SupportsId], q.Shared));
        var best = named
            .Concat(byQuotation.Where(q => ofUnit.Contains(q.Id)))
            .Where(i => i.Shared >= SameThing)
            .OrderByDescending(i => i.Shared)
            .Select(i => i.Id)
            .FirstOrDefault();
        return await db
            .Indicators.Where(i => i.Id == best)
            .Select(i => new KnownIndicator(i.Id, i.Name, i.Scale))
            .FirstOrDefaultAsync(cancel);
    }

    private static RecordCache<QuotedWords> Quotations(RecordKind of) =>
        new(
            RecordKind.Annotation,
            q => q.Id,
            (a, b) => a.Id.CompareTo(b.Id),
            (db, ids) =>
                db
                    .Annotations.Where(a =>
                        a.SupportsKind == of
                        && a.SupportsId != null
                        && a.State == AnnotationState.Accepted
                        && (ids == null || ids.Contains(a.Id))
                    )
                    .Select(a => new QuotedWords(a.Id, a.SupportsId!.Value, a.Exact))
        );

    private sealed record QuotedWords(Guid Id, Guid SupportsId, string Exact)
    {
        public PreparedWording Wording => field ??= new(Exact);

        public string[] Parts => field ??= KnownName.Parts(Exact);
    }

    private sealed record GoalWords(Guid Id, Guid PillarId, int Order, string Title, string Words)
    {
        public PreparedWording Wording => field ??= new(Words);
    }

    private sealed record IndicatorWords(Guid Id, string Unit, string Name, string Definition)
    {
        public string[] NameParts => field ??= KnownName.Parts(Name);

        public string[] DefinitionParts => field ??= KnownName.Parts(Definition);
    }

    [GeneratedRegex(@"\d[\d,.]*\d|\d")]
    private static partial Regex Numbers();

    [GeneratedRegex(
        @"\breplac(?:e|es|ed|ing)\b|\bsupersed|\binstead\s+of\b|\bin\s+place\s+of\b|代替|取代|替代|废止|不再",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex InPlaceOf();
}
