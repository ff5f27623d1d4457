using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Collaboration;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Glossary;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Text;

namespace PolicyTracker.Core.Annotations;

/// <summary>Makes what marked words are to support, and quotes them for it: inside an edit, which checks the rest.</summary>
internal static class StatementWriter
{
    /// <summary>Quotes marked words in support of a statement, which is made where it is new.</summary>
    /// <returns>The annotation's identity.</returns>
    /// <exception cref="Refusal">The words are not in the source at that place, or what they support is not there.</exception>
    public static async Task<Guid> QuoteAsync(
        TrackerDb db,
        Editor by,
        MarkedWords words,
        Statement statement,
        AnnotationOrigin origin,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        var (source, place) = await PlaceAsync(db, by, words, cancel);
        var annotation = Annotation.At(source, place);
        annotation.Origin = origin;
        if (statement is NewComment comment)
        {
            annotation.Comment = comment.Text;
        }
        else
        {
            (annotation.SupportsKind, annotation.SupportsId) = await SupportedAsync(db, statement, clock, cancel);
        }

        if (statement is NewCommitment { Follows: Succession.Replaces, FollowsId: { } replaced } successor)
        {
            await CommitmentEdits.SupersedeAsync(db, replaced, successor.Title, annotation, source, clock, cancel);
        }

        db.Add(annotation);
        return annotation.Id;
    }

    /// <summary>The text that words were marked in, and where they stand in it.</summary>
    /// <exception cref="Refusal">They do not, another text was shown, or who marked them has yet to read it a second time.</exception>
    public static async Task<(SourceVersion Source, CharRange Place)> PlaceAsync(
        TrackerDb db,
        Editor by,
        MarkedWords words,
        CancellationToken cancel
    )
    {
        var source = await db.FindTextAsync(words.SourceVersionId, cancel);
        if (source is null || source.Sha256 != words.Sha256)
        {
            throw Refusal.OtherTextMarked();
        }

        if (await db.IsSecondReaderAsync(by, source.AnnouncementId, cancel))
        {
            throw Refusal.SecondReaderMarks();
        }

        var place = source.Map.Holds(words.Place) ? source.Map.ToChars(words.Place) : default;
        var there = place.In(source.Text) ?? "";
        return there.Length > 0 && there == words.Exact
            ? (source, place)
            : throw Refusal.MarkedNotInSource(words.Place, words.Exact, there);
    }

    private static async Task<(RecordKind, Guid)> SupportedAsync(
        TrackerDb db,
        Statement statement,
        TimeProvider clock,
        CancellationToken cancel
    )
    {
        switch (statement)
        {
            case ExistingStatement existing when RecordDescriptors.Find(existing.Kind) is { IsSupported: true }:
                return (existing.Kind, existing.Id);
            case NewCommitment c:
                if (!await db.Set<Goal>().AnyAsync(g => g.Id == c.GoalId, cancel))
                {
                    throw Refusal.GoalMissing();
                }

                var commitment = new Commitment
                {
                    Slug = await FreeSlugAsync<Commitment>(db, c.Title, "commitment"),
                    GoalId = c.GoalId,
                    Title = c.Title.Trim(),
                    ResponsibleId = c.ResponsibleId,
                    InitiativeId = c.InitiativeId,
                    Due = c.Due,
                    Timeframe = c.Timeframe,
                    FollowsId = c.FollowsId,
                    Follows = c.Follows,
                    Order = await RecordOrder.NextAsync(db, RecordKind.Commitment, c.GoalId, cancel),
                };
                commitment.Topics.AddRange(
                    c.TopicIds.Distinct().Select(t => new CommitmentTopic { CommitmentId = commitment.Id, TopicId = t })
                );
                return Added(db, commitment);
            case NewGoal g:
                return Added(
                    db,
                    new Goal
                    {
                        Slug = await FreeSlugAsync<Goal>(db, g.Title, "goal"),
                        PillarId = g.PillarId,
                        Title = g.Title.Trim(),
                        Summary = g.Summary,
                        Order = await RecordOrder.NextAsync(db, RecordKind.Goal, g.PillarId, cancel),
                    }
                );
            case NewAchievement a:
                return Added(
                    db,
                    new Achievement
                    {
                        Slug = await FreeSlugAsync<Achievement>(db, a.Title, "achievement"),
                        PillarId = a.PillarId,
                        Title = a.Title.Trim(),
                        CommitmentId = a.CommitmentId,
                        Order = await RecordOrder.NextAsync(db, RecordKind.Achievement, a.PillarId, cancel),
                    }
                );
            case NewStatusChange s:
                if (!await db.Set<Commitment>().AnyAsync(c => c.Id == s.CommitmentId, cancel))
                {
                    throw Refusal.CommitmentRemoved();
                }

                var step = await CommitmentEdits.StepAsync(db, s.CommitmentId, s.To, s.On, s.Reason, clock, cancel);
                return (RecordKind.StatusChange, step.Id);
            case NewTerm t:
                return Added(
                    db,
                    new Term
                    {
                        Slug = await FreeSlugAsync<Term>(db, t.English, "term"),
                        English = t.English.Trim(),
                        Chinese = t.Chinese,
                        Pinyin = t.Pinyin,
                        Definition = t.Definition.Trim(),
                    }
                );
            case NewValue v:
                var indicator = v.IndicatorId ?? await AddIndicatorAsync(db, v.NewIndicator, cancel);
                return v.IsTarget
                    ? Added(
                        db,
                        new Target
                        {
                            IndicatorId = indicator,
                            Period = v.Period,
                            Value = v.Value,
                            Comparator = v.Comparator,
                            Note = v.Note,
                        }
                    )
                    : Added(
                        db,
                        new Observation
                        {
                            IndicatorId = indicator,
                            Period = v.Period,
                            Value = v.Value,
                            Comparator = v.Comparator,
                            Note = v.Note,
                        }
                    );
            default:
                throw Refusal.NotSupportable();
        }
    }

    private static async Task<Guid> AddIndicatorAsync(TrackerDb db, NewIndicator? made, CancellationToken cancel)
    {
        var i = made ?? throw Refusal.IndicatorMissing();
        return Added(
            db,
            new Indicator
            {
                Slug = await FreeSlugAsync<Indicator>(db, i.Name, "indicator"),
                PillarId = i.PillarId,
                Name = i.Name.Trim(),
                Definition = i.Definition.Trim(),
                Unit = i.Unit.Trim(),
                Scale = i.Scale,
                Direction = i.Direction,
                Order = await RecordOrder.NextAsync(db, RecordKind.Indicator, i.PillarId, cancel),
            }
        ).Id;
    }

    private static (RecordKind Kind, Guid Id) Added(TrackerDb db, Record record)
    {
        db.Add(record);
        return (record.Kind, record.Id);
    }

    // Slugs of removed records stay taken: their addresses must never lead to something else. Some are asked for at a time, by an index.
    private static async Task<string> FreeSlugAsync<T>(TrackerDb db, string title, string fallback)
        where T : Record, IHasSlug
    {
        const int AtATime = 50;
        var slug = Slug.From(title ?? "", fallback);
        var kind = RecordDescriptors.Of(typeof(T)).Kind;
        for (var first = 1; ; first += AtATime)
        {
            List<string> asked = [.. Enumerable.Range(first, AtATime).Select(n => n == 1 ? slug : $"{slug}-{n}")];
            var taken = await db.Set<T>().IgnoreQueryFilters().Select(r => r.Slug).Where(s => asked.Contains(s)).ToListAsync();
            taken.AddRange(
                await db.Set<FormerSlug>().Where(a => a.Kind == kind && asked.Contains(a.Slug)).Select(a => a.Slug).ToListAsync()
            );
            if (asked.Find(s => !taken.Contains(s)) is { } free)
            {
                return free;
            }
        }
    }
}
