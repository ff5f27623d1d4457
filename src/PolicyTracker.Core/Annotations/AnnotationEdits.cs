using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Glossary;
using PolicyTracker.Core.History;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Records;
using PolicyTracker.Text;
using PolicyTracker.Text.Anchoring;

namespace PolicyTracker.Core.Annotations;

/// <summary>Attaches words of a source to what they support, and takes them off again.</summary>
public sealed class AnnotationEdits(RecordWriter writer, TimeProvider clock)
{
    /// <summary>Quotes marked words in support of a statement, which is made where it is new.</summary>
    /// <param name="by">Who edits.</param>
    /// <param name="words">The words.</param>
    /// <param name="statement">What they support.</param>
    /// <param name="origin">Who chose them.</param>
    /// <param name="confirmed">The messages of doubts about the words that the editor was told.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The annotation's identity.</returns>
    /// <exception cref="DoubtfulWords">The words were cut off from a negation, or do not state the value.</exception>
    /// <exception cref="Refusal">The words are not in the source at that place, or a rule says no.</exception>
    public Task<Guid> AttachAsync(
        Editor by,
        MarkedWords words,
        Statement statement,
        AnnotationOrigin origin = AnnotationOrigin.HandMade,
        IReadOnlyCollection<string>? confirmed = null,
        CancellationToken cancel = default
    ) =>
        writer.EditAsync(
            by,
            "Annotated",
            async db =>
            {
                db.Confirmed = new(confirmed ?? []);
                if (origin is AnnotationOrigin.Suggested && statement is ExistingStatement { Kind: RecordKind.Indicator })
                {
                    throw Refusal.SuggestionWithoutValue();
                }

                return await QuoteAsync(db, words, statement, origin, cancel);
            },
            cancel: cancel
        );

    /// <summary>
    /// Attaches a suggestion as it was offered, in one step. Only what is sure and makes nothing else goes that way; all the
    /// rest goes through a form, in which an editor sees what is made, and <see cref="AttachAsync"/>.
    /// </summary>
    /// <param name="by">Who edits.</param>
    /// <param name="suggested">The suggestion that was shown.</param>
    /// <param name="statement">What it becomes, as was shown.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The annotation's identity.</returns>
    /// <exception cref="DoubtfulWords">The words were cut off from a negation, or do not state the value.</exception>
    /// <exception cref="Refusal">It is not sure enough, makes more than itself, or files it where it was not shown.</exception>
    public async Task<Guid> AcceptAsync(Editor by, SuggestionItem suggested, Statement statement, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(suggested);
        if (suggested.WhyForm(statement) is { } why)
        {
            throw Refusal.SuggestionNeedsForm(why);
        }

        return await writer.EditAsync(
            by,
            "Annotated",
            async db =>
            {
                if (
                    statement is NewCommitment commitment
                    && !await db.Goals.AnyAsync(g => g.Id == commitment.GoalId && g.PillarId == suggested.Pillar, cancel)
                )
                {
                    throw Refusal.GoalOfOtherPillar();
                }

                return await QuoteAsync(db, suggested.Words, statement, AnnotationOrigin.Suggested, cancel);
            },
            cancel: cancel
        );
    }

    /// <summary>Records that suggested words are no record of a kind; the same words are not suggested as such again.</summary>
    /// <returns>The identity of the rejected annotation.</returns>
    /// <exception cref="Refusal">The words are not in the source at that place, or the editor may not edit.</exception>
    public Task<Guid> RejectAsync(Editor by, MarkedWords words, RecordKind kind, CancellationToken cancel = default) =>
        writer.EditAsync(
            by,
            EditReasons.Texts["SuggestionRejected", WireNames.Of(kind)],
            async db =>
            {
                var (source, place) = await PlaceAsync(db, words, cancel);
                var annotation = Annotation.At(source, place);
                (annotation.State, annotation.SupportsKind, annotation.Origin) = (
                    AnnotationState.Rejected,
                    kind,
                    AnnotationOrigin.Suggested
                );
                db.Add(annotation);
                return annotation.Id;
            },
            isPublication: false,
            cancel: cancel
        );

    /// <summary>Moves a quotation to other words of the same source or of the newest version of it, or changes its comment.</summary>
    /// <param name="by">Who edits.</param>
    /// <param name="id">The annotation.</param>
    /// <param name="basedOn">The version that the editor saw.</param>
    /// <param name="words">The new words; null to leave them.</param>
    /// <param name="comment">The comment as it shall be.</param>
    /// <param name="confirmed">The messages of doubts about the words that the editor was told.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="VersionConflict">Somebody changed it meanwhile.</exception>
    /// <exception cref="DoubtfulWords">The words were cut off from a negation, or do not state the value that they support.</exception>
    public Task<int> ChangeAsync(
        Editor by,
        Guid id,
        int basedOn,
        MarkedWords? words,
        string? comment,
        IReadOnlyCollection<string>? confirmed = null,
        CancellationToken cancel = default
    ) =>
        writer.EditAsync(
            by,
            EditReasons.Texts["AnnotationChanged"],
            async db =>
            {
                db.Confirmed = new(confirmed ?? []);
                var annotation = await FindAsync(db, id, basedOn, cancel);
                if (words is not null)
                {
                    var (source, place) = await PlaceAsync(db, words, cancel);
                    if (source.Id != annotation.SourceVersionId && source.Id != (await NewestAsync(db, annotation, cancel)).Id)
                    {
                        throw Refusal.OtherText();
                    }

                    annotation.MoveTo(source, place);
                }

                annotation.Comment = comment;
                RecordWriter.NeedChange(db, Refusal.QuotedAlready);
                return annotation.Version;
            },
            cancel: cancel
        );

    /// <summary>Records that the newest version of the announcement does not say the quoted words any more; they stay a quotation of the older text.</summary>
    /// <param name="by">Who edits.</param>
    /// <param name="id">The annotation.</param>
    /// <param name="basedOn">The version of it that the editor saw.</param>
    /// <param name="newest">The number of the version that the editor looked at.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="Refusal">The words are quoted from the newest version, or a newer one came in meanwhile.</exception>
    /// <exception cref="VersionConflict">Somebody changed the annotation meanwhile.</exception>
    public Task<int> DetachAsync(Editor by, Guid id, int basedOn, int newest, CancellationToken cancel = default) =>
        writer.EditAsync(
            by,
            EditReasons.Texts["NotSaid", newest],
            async db =>
            {
                var annotation = await FindAsync(db, id, basedOn, cancel);
                var source = await NewestAsync(db, annotation, cancel);
                if (source.Id == annotation.SourceVersionId || source.Number != newest)
                {
                    throw Refusal.NewerVersion(source.Number);
                }

                annotation.NotInVersion = newest;
                RecordWriter.NeedChange(db, () => Refusal.NotSaidAlready(newest));
                return annotation.Version;
            },
            cancel: cancel
        );

    /// <summary>Takes a quotation or comment out of view.</summary>
    /// <param name="by">Who edits.</param>
    /// <param name="id">The annotation.</param>
    /// <param name="basedOn">The version that the editor saw.</param>
    /// <param name="withStatement">Whether a statement that would be left without a quotation goes with it.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="Refusal">It is the last quotation of a statement, which is to stay.</exception>
    /// <exception cref="VersionConflict">Somebody changed it meanwhile.</exception>
    public Task<int> RemoveAsync(Editor by, Guid id, int basedOn, bool withStatement, CancellationToken cancel = default) =>
        writer.EditAsync(
            by,
            EditReasons.Texts["AnnotationRemoved"],
            async db =>
            {
                var annotation = await FindAsync(db, id, basedOn, cancel);
                writer.Remove(annotation);
                if (
                    withStatement
                    && annotation is { SupportsKind: { } kind, SupportsId: { } supported }
                    && !await db.Annotations.AnyAsync(
                        a => a.Id != id && a.SupportsId == supported && a.State == AnnotationState.Accepted,
                        cancel
                    )
                    && await RecordDescriptors.Of(kind).FindAsync(db, supported, cancel) is { NeedsQuotation: true, RemovedAt: null } bare
                )
                {
                    if (bare is Goal && await db.Commitments.AnyAsync(c => c.GoalId == bare.Id, cancel))
                    {
                        throw Refusal.GoalHasCommitments(bare.Label);
                    }

                    writer.Remove(bare);
                }

                return annotation.Version;
            },
            cancel: cancel
        );

    private async Task<Guid> QuoteAsync(
        TrackerDb db,
        MarkedWords words,
        Statement statement,
        AnnotationOrigin origin,
        CancellationToken cancel
    )
    {
        var (source, place) = await PlaceAsync(db, words, cancel);
        var annotation = Annotation.At(source, place);
        annotation.Origin = origin;
        if (statement is NewComment comment)
        {
            annotation.Comment = comment.Text;
        }
        else
        {
            (annotation.SupportsKind, annotation.SupportsId) = await SupportedAsync(db, statement, cancel);
        }

        if (statement is NewCommitment { Follows: Succession.Replaces, FollowsId: { } replaced } successor)
        {
            await CommitmentEdits.SupersedeAsync(db, replaced, successor.Title, annotation, source, clock, cancel);
        }

        db.Add(annotation);
        return annotation.Id;
    }

    private static async Task<Annotation> FindAsync(TrackerDb db, Guid id, int basedOn, CancellationToken cancel)
    {
        var annotation = await db.Annotations.FirstOrDefaultAsync(a => a.Id == id, cancel) ?? throw Refusal.AnnotationRemoved();
        await RecordWriter.CheckVersionAsync(db, annotation, basedOn, cancel);
        return annotation;
    }

    // Which is the newest version of the announcement that an annotation quotes.
    private static async Task<(Guid Id, int Number)> NewestAsync(TrackerDb db, Annotation annotation, CancellationToken cancel)
    {
        var newest = await (
            from v in db.SourceVersions
            join n in db.SourceVersions on v.AnnouncementId equals n.AnnouncementId
            where v.Id == annotation.SourceVersionId
            orderby n.Number descending
            select new { n.Id, n.Number }
        ).FirstAsync(cancel);
        return (newest.Id, newest.Number);
    }

    private static async Task<(SourceVersion Source, CharRange Place)> PlaceAsync(TrackerDb db, MarkedWords words, CancellationToken cancel)
    {
        var source = await db.Texts.FindAsync(db, words.SourceVersionId, cancel);
        if (source is null || source.Sha256 != words.Sha256)
        {
            throw Refusal.OtherTextMarked();
        }

        var place = source.Map.Holds(words.Place) ? source.Map.ToChars(words.Place) : default;
        var there = place.In(source.Text) ?? "";
        return there.Length > 0 && there == words.Exact
            ? (source, place)
            : throw Refusal.MarkedNotInSource(words.Place, words.Exact, there);
    }

    private async Task<(RecordKind, Guid)> SupportedAsync(TrackerDb db, Statement statement, CancellationToken cancel)
    {
        switch (statement)
        {
            case ExistingStatement existing when RecordDescriptors.Find(existing.Kind) is { IsSupported: true }:
                return (existing.Kind, existing.Id);
            case NewCommitment c:
                if (!await db.Goals.AnyAsync(g => g.Id == c.GoalId, cancel))
                {
                    throw Refusal.GoalMissing();
                }

                var commitment = new Commitment
                {
                    Slug = await FreeSlugAsync(db.Commitments, c.Title, "commitment"),
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
                        Slug = await FreeSlugAsync(db.Goals, g.Title, "goal"),
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
                        Slug = await FreeSlugAsync(db.Achievements, a.Title, "achievement"),
                        PillarId = a.PillarId,
                        Title = a.Title.Trim(),
                        CommitmentId = a.CommitmentId,
                        Order = await RecordOrder.NextAsync(db, RecordKind.Achievement, a.PillarId, cancel),
                    }
                );
            case NewStatusChange s:
                if (!await db.Commitments.AnyAsync(c => c.Id == s.CommitmentId, cancel))
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
                        Slug = await FreeSlugAsync(db.Terms, t.English, "term"),
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
                Slug = await FreeSlugAsync(db.Indicators, i.Name, "indicator"),
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
    private static async Task<string> FreeSlugAsync<T>(DbSet<T> records, string title, string fallback)
        where T : Record, IHasSlug
    {
        const int AtATime = 50;
        var slug = Slug.From(title ?? "", fallback);
        var kind = RecordDescriptors.Of(typeof(T)).Kind;
        var old = records.GetService<ICurrentDbContext>().Context.Set<FormerSlug>();
        for (var first = 1; ; first += AtATime)
        {
            List<string> asked = [.. Enumerable.Range(first, AtATime).Select(n => n == 1 ? slug : $"{slug}-{n}")];
            var taken = await records.IgnoreQueryFilters().Select(r => r.Slug).Where(s => asked.Contains(s)).ToListAsync();
            taken.AddRange(await old.Where(a => a.Kind == kind && asked.Contains(a.Slug)).Select(a => a.Slug).ToListAsync());
            if (asked.Find(s => !taken.Contains(s)) is { } free)
            {
                return free;
            }
        }
    }
}
