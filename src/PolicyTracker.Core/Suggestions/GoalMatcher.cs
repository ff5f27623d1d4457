using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Records;
using PolicyTracker.Text.Suggestions;

namespace PolicyTracker.Core.Suggestions;

/// <summary>Finds the goals that suggested undertakings may serve.</summary>
internal sealed class GoalMatcher
{
    /// <summary>How many are offered for one.</summary>
    public const int MaxOffered = 3;

    // What a goal shares of its words with an undertaking, and how far it leads the next one, to be taken without asking: so are 18 of
    // the seed's 22 commitments, all of them rightly.
    private const double SureShare = 0.25;
    private const double SureLead = 0.15;

    // A goal of the pillar that the words seem to belong to comes before others that share this much more.
    private const double OfPillar = 0.2;

    private readonly RecordCache<GoalWords> _goals = new(
        RecordKind.Goal,
        g => g.Id,
        (a, b) => a.Order != b.Order ? a.Order.CompareTo(b.Order) : a.Id.CompareTo(b.Id),
        (db, ids) =>
            db.Set<Goal>()
                .Where(g => g.PillarId != null && (ids == null || ids.Contains(g.Id)))
                .Select(g => new GoalWords(g.Id, g.PillarId!.Value, g.Order, g.Title, g.Title + " " + g.Summary))
    );

    /// <summary>
    /// For each undertaking the goals that share most words with it: of its pillar where that is sure, of all pillars otherwise.
    /// </summary>
    /// <param name="db">The context.</param>
    /// <param name="undertakings">The undertakings.</param>
    /// <param name="ofKnown">The goal of the commitment that an undertaking is like; null where it is like none.</param>
    /// <param name="isInside">Whether a pillar's goals may be found for an undertaking.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<Dictionary<SuggestionItem, LikelyGoals>> FindAsync(
        TrackerDb db,
        IReadOnlyCollection<SuggestionItem> undertakings,
        Func<SuggestionItem, Guid?> ofKnown,
        Func<SuggestionItem, Guid, bool> isInside,
        CancellationToken cancel
    )
    {
        if (undertakings.Count == 0)
        {
            return [];
        }

        var pillars = await db.Set<Pillar>().Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
        var goals = await _goals.ReadAsync(db, cancel);
        return undertakings.ToDictionary(s => s, s => Likely(s, [.. goals.Where(IsOffered(s))]));

        Func<GoalWords, bool> IsOffered(SuggestionItem suggested)
        {
            var within = suggested.PillarConfidence >= Confidence.High ? suggested.Pillar : null;
            return g => pillars.ContainsKey(g.PillarId) && isInside(suggested, g.PillarId) && (within is null || g.PillarId == within);
        }

        LikelyGoals Likely(SuggestionItem suggested, List<GoalWords> offered)
        {
            var parts = KnownName.Parts(suggested.Words.Exact).ToHashSet();
            var known = ofKnown(suggested);
            var shares = offered
                .Select(g => (Goal: g, Share: KnownName.Shared(parts, g.Parts), IsOfPillar: g.PillarId == suggested.Pillar))
                .OrderByDescending(g => g.Goal.Id == known)
                .ThenByDescending(g => g.Share + (g.IsOfPillar ? OfPillar : 0))
                .Take(MaxOffered)
                .ToList();
            if (shares.Count == 0)
            {
                return LikelyGoals.None;
            }

            var next = shares.Count > 1 ? shares[1].Share : 0;
            var isSure =
                suggested.PillarConfidence >= Confidence.High
                && shares[0].IsOfPillar
                && (shares[0].Goal.Id == known || (shares[0].Share >= SureShare && shares[0].Share - next >= SureLead));
            return new([.. shares.Select(s => new SelectOption(s.Goal.Id, s.Goal.Title, pillars[s.Goal.PillarId]))], isSure);
        }
    }

    private sealed record GoalWords(Guid Id, Guid PillarId, int Order, string Title, string Words)
    {
        public string[] Parts => field ??= KnownName.Parts(Words);
    }
}
