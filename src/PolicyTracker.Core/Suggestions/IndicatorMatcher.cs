using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Suggestions;

/// <summary>Finds the indicators that measure what suggested figures measure.</summary>
internal sealed class IndicatorMatcher
{
    // Of the words of an indicator's name, so many in any order.
    private const double SameThing = 0.6;

    private readonly RecordCache<QuotedWords> _ofObservations = QuotedWords.Of(RecordKind.Observation);

    private readonly RecordCache<IndicatorWords> _indicators = new(
        RecordKind.Indicator,
        i => i.Id,
        (a, b) => a.Id.CompareTo(b.Id),
        (db, ids) =>
            db.Set<Indicator>()
                .Where(i => ids == null || ids.Contains(i.Id))
                .Select(i => new IndicatorWords(i.Id, i.PillarId, i.Unit, i.Name, i.Definition))
    );

    /// <summary>
    /// For each figure that of the unit which is named or defined most like what is measured, or has a value that was quoted in such
    /// words; none where nothing is like it.
    /// </summary>
    /// <param name="db">The context.</param>
    /// <param name="measured">The figures.</param>
    /// <param name="isInside">Whether an indicator of a pillar, or of none, may be found for a figure.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<Dictionary<SuggestionItem, KnownIndicator>> FindAsync(
        TrackerDb db,
        List<SuggestionItem> measured,
        Func<SuggestionItem, Guid?, bool> isInside,
        CancellationToken cancel
    )
    {
        if (measured.Count == 0)
        {
            return [];
        }

        var all = await _indicators.ReadAsync(db, cancel);
        var quotations = await _ofObservations.ReadAsync(db, cancel);
        var parts = measured.ToDictionary(s => s, s => KnownName.Parts(s.Figure!.Measures ?? s.Words.Exact).ToHashSet());
        var quoted = measured.ToDictionary(
            s => s,
            s =>
                quotations
                    .Select(q => (q.SupportsId, Shared: KnownName.Shared(parts[s], q.Parts)))
                    .Where(q => q.Shared >= SameThing)
                    .ToList()
        );
        var observations = quoted.Values.SelectMany(q => q.Select(o => o.SupportsId)).Distinct().ToList();
        var indicators = await db.Set<Observation>()
            .Where(o => observations.Contains(o.Id))
            .ToDictionaryAsync(o => o.Id, o => o.IndicatorId, cancel);
        var best = measured.ToDictionary(
            s => s,
            s =>
            {
                var named = all.Where(i => i.Unit == s.Figure!.Unit && isInside(s, i.PillarId))
                    .Select(i =>
                        (i.Id, Shared: Math.Max(KnownName.Shared(parts[s], i.NameParts), KnownName.Shared(parts[s], i.DefinitionParts)))
                    )
                    .ToList();
                var ofUnit = named.Select(n => n.Id).ToHashSet();
                var byQuotation = quoted[s]
                    .Where(q => indicators.ContainsKey(q.SupportsId))
                    .Select(q => (Id: indicators[q.SupportsId], q.Shared))
                    .Where(q => ofUnit.Contains(q.Id));
                return named
                    .Concat(byQuotation)
                    .Where(i => i.Shared >= SameThing)
                    .OrderByDescending(i => i.Shared)
                    .Select(i => i.Id)
                    .FirstOrDefault();
            }
        );
        var ids = best.Values.Distinct().ToList();
        var known = await db.Set<Indicator>()
            .Where(i => ids.Contains(i.Id))
            .Select(i => new KnownIndicator(i.Id, i.Name, i.Scale))
            .ToDictionaryAsync(i => i.Id, cancel);
        return best.Where(b => known.ContainsKey(b.Value)).ToDictionary(b => b.Key, b => known[b.Value]);
    }

    private sealed record IndicatorWords(Guid Id, Guid? PillarId, string Unit, string Name, string Definition)
    {
        public string[] NameParts => field ??= KnownName.Parts(Name);

        public string[] DefinitionParts => field ??= KnownName.Parts(Definition);
    }
}
