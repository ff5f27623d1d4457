using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;

namespace PolicyTracker.Core.Annotations;

/// <summary>Attaches words of a source to what they support, and takes them off again.</summary>
public sealed class AnnotationEdits(RecordWriter writer, DisputeQueries disputes, TimeProvider clock)
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

                return await StatementWriter.QuoteAsync(db, by, words, statement, origin, clock, cancel);
            },
            cancel: cancel
        );

    /// <summary>Whether what was just attached in support of a statement waits because a status that it would change is disputed.</summary>
    public async Task<bool> WaitsAsync(Statement statement, CancellationToken cancel = default) =>
        statement is NewStatusChange { CommitmentId: var commitment } && await disputes.FindAsync(commitment, cancel) is not null;

    /// <summary>
    /// Quotes the same words at several places of a text in support of one statement, which is made where it is new: one edit, taken
    /// back as one.
    /// </summary>
    /// <param name="by">Who edits.</param>
    /// <param name="places">The words at each place, at least one.</param>
    /// <param name="statement">What they support.</param>
    /// <param name="confirmed">The messages of doubts about the words that the editor was told.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>How many places are quoted.</returns>
    /// <exception cref="DoubtfulWords">Words were cut off from a negation, or do not state the value.</exception>
    /// <exception cref="Refusal">The words are not in the source at one of the places, or a rule says no; none is quoted then.</exception>
    public Task<int> AttachAllAsync(
        Editor by,
        IReadOnlyList<MarkedWords> places,
        Statement statement,
        IReadOnlyCollection<string>? confirmed = null,
        CancellationToken cancel = default
    ) =>
        writer.EditAsync(
            by,
            "Annotated",
            async db =>
            {
                db.Confirmed = new(confirmed ?? []);
                await StatementWriter.QuoteAsync(db, by, places[0], statement, AnnotationOrigin.HandMade, clock, cancel);
                var first = db.Set<Annotation>().Local.Single(a => db.Entry(a).State is EntityState.Added);
                foreach (var words in places.Skip(1))
                {
                    var (source, place) = await StatementWriter.PlaceAsync(db, by, words, cancel);
                    var annotation = Annotation.At(source, place);
                    (annotation.SupportsKind, annotation.SupportsId, annotation.Comment) = (
                        first.SupportsKind,
                        first.SupportsId,
                        first.Comment
                    );
                    db.Add(annotation);
                }

                return places.Count;
            },
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
                    var (source, place) = await StatementWriter.PlaceAsync(db, by, words, cancel);
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

    /// <summary>
    /// Records that the newest version of the announcement does not say the quoted words any more; they stay a quotation of the
    /// older text.
    /// </summary>
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
                    && !await db.Set<Annotation>()
                        .AnyAsync(a => a.Id != id && a.SupportsId == supported && a.State == AnnotationState.Accepted, cancel)
                    && await RecordDescriptors.Of(kind).FindAsync(db, supported, cancel) is { NeedsQuotation: true, RemovedAt: null } bare
                )
                {
                    if (bare is Goal && await db.Set<Commitment>().AnyAsync(c => c.GoalId == bare.Id, cancel))
                    {
                        throw Refusal.GoalHasCommitments(bare.Label);
                    }

                    writer.Remove(bare);
                }

                return annotation.Version;
            },
            cancel: cancel
        );

    private static async Task<Annotation> FindAsync(TrackerDb db, Guid id, int basedOn, CancellationToken cancel)
    {
        var annotation = await db.Set<Annotation>().FirstOrDefaultAsync(a => a.Id == id, cancel) ?? throw Refusal.AnnotationRemoved();
        await RecordWriter.CheckVersionAsync(db, annotation, basedOn, cancel);
        return annotation;
    }

    // Which is the newest version of the announcement that an annotation quotes.
    private static async Task<(Guid Id, int Number)> NewestAsync(TrackerDb db, Annotation annotation, CancellationToken cancel)
    {
        var newest = await (
            from v in db.Set<SourceVersion>()
            join n in db.Set<SourceVersion>() on v.AnnouncementId equals n.AnnouncementId
            where v.Id == annotation.SourceVersionId
            orderby n.Number descending
            select new { n.Id, n.Number }
        ).FirstAsync(cancel);
        return (newest.Id, newest.Number);
    }
}
