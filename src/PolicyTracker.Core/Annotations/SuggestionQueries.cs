using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.History;
using PolicyTracker.Text.Anchoring;
using PolicyTracker.Text.Comparison;
using PolicyTracker.Text.Suggestions;

namespace PolicyTracker.Core.Annotations;

/// <summary>How a suggested commitment stands to one that is known.</summary>
public enum Relation
{
    /// <summary>Nothing like it is known.</summary>
    New,

    /// <summary>It says nearly the same.</summary>
    SameAs,

    /// <summary>It says something like it.</summary>
    Updates,
}

/// <summary>Words of a text that an editor may want to annotate, with what the tracker would make of them.</summary>
/// <param name="Words">The words, ready to be attached.</param>
/// <param name="Kind">Commitment or indicator.</param>
/// <param name="Pillar">The pillar that they seem to belong to.</param>
/// <param name="Goal">The goal of that pillar whose words are most like them.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Figure">The figure of an indicator.</param>
/// <param name="Relation">How a commitment stands to the known one that is most like it.</param>
/// <param name="Known">That commitment; null where nothing is like it.</param>
public sealed record SuggestedWords(MarkedWords Words, SuggestionKind Kind, Guid? Pillar, Guid? Goal, double Confidence, Figure? Figure, Relation Relation, Choice? Known);

/// <summary>What the program would annotate in a text, less what is annotated or was rejected.</summary>
public sealed class SuggestionQueries(IDbContextFactory<TrackerDb> contexts, SuggestionReader reader)
{
    // Likeness of wordings: measured on the seed's commitments, of which no two reach 0.55.
    private const double Same = 0.85, Like = 0.55;

    /// <summary>The suggestions for the newest text of an announcement, in its order; none where there is no such announcement.</summary>
    public async Task<IReadOnlyList<SuggestedWords>> ListAsync(string announcement, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var source = await db.SourceVersions.Where(v => db.Announcements.Any(n => n.Id == v.AnnouncementId && n.Slug == announcement)).OrderByDescending(v => v.Number).FirstOrDefaultAsync(cancel);
        if (source is null)
        {
            return [];
        }

        var annotated = await db.Annotations.Where(a => a.SourceVersionId == source.Id && a.State == AnnotationState.Accepted).Select(a => new { a.Start, a.End, a.SupportsKind }).ToListAsync(cancel);
        var rejected = (await db.Annotations.Where(a => a.State == AnnotationState.Rejected).Select(a => new { a.SupportsKind, a.Exact }).ToListAsync(cancel)).Select(r => (r.SupportsKind, r.Exact)).ToHashSet();
        var pillars = await db.Pillars.ToDictionaryAsync(p => p.Slug, p => p.Id, cancel);
        var goals = await db.Goals.Select(g => new { g.Id, g.PillarId, Words = g.Title + " " + g.Summary }).ToListAsync(cancel);
        var known = await (from a in db.Annotations where a.State == AnnotationState.Accepted && a.SupportsKind == RecordKind.Commitment join c in db.Commitments on a.SupportsId equals c.Id select new { c.Id, c.Title, a.Exact }).ToListAsync(cancel);
        return await Task.Run(() =>
        {
            var found = new List<SuggestedWords>();
            foreach (var s in reader.Read(source.Text, cancel))
            {
                var exact = source.Text[s.Start..s.End];
                var kind = KindOf(s);
                if (exact.Length > Annotation.MostCharacters || rejected.Contains((kind, exact))
                    || annotated.Exists(a => IsOf(a.SupportsKind, s.Kind) && 2 * (Math.Min(a.End, s.End) - Math.Max(a.Start, s.Start)) >= Math.Min(a.End - a.Start, s.End - s.Start)))
                {
                    continue;
                }

                Guid? pillar = s.Pillar is { } slug && pillars.TryGetValue(slug, out var id) ? id : null;
                var goal = s.Kind is SuggestionKind.Commitment && pillar is not null ? goals.Where(g => g.PillarId == pillar).MaxBy(g => Wording.Likeness(exact, g.Words))?.Id : null;
                var like = s.Kind is SuggestionKind.Commitment ? known.Select(k => (Known: k, Likeness: Wording.Likeness(exact, k.Exact))).Where(k => k.Likeness >= Like).OrderByDescending(k => k.Likeness).FirstOrDefault() : default;
                found.Add(new(new(source.Id, source.Sha256, source.Map.ToCodePoint(s.Start), source.Map.ToCodePoint(s.End), exact), s.Kind, pillar, goal, s.Confidence, s.Figure,
                    like.Known is null ? Relation.New : like.Likeness >= Same ? Relation.SameAs : Relation.Updates, like.Known is null ? null : new Choice(like.Known.Id, like.Known.Title)));
            }

            return found;
        }, cancel);
    }

    /// <summary>The kind of record that a suggestion would become.</summary>
    public static RecordKind KindOf(Suggestion suggestion)
    {
        ArgumentNullException.ThrowIfNull(suggestion);
        return suggestion.Figure is not { } figure ? RecordKind.Commitment : figure.IsTarget ? RecordKind.Target : RecordKind.Observation;
    }

    private static bool IsOf(RecordKind? supported, SuggestionKind kind) => kind is SuggestionKind.Commitment
        ? supported is RecordKind.Commitment or RecordKind.Achievement or RecordKind.StatusChange or RecordKind.Goal
        : supported is RecordKind.Observation or RecordKind.Target or RecordKind.Indicator;
}
