using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;

namespace PolicyTracker.Core.Suggestions;

/// <summary>Records what editors decide on suggestions.</summary>
public sealed class SuggestionEdits(RecordWriter writer, TimeProvider clock)
{
    /// <summary>
    /// Attaches a suggestion as it was offered, in one step. Only what is sure and makes nothing else goes that way; all the
    /// rest goes through a form, in which an editor sees what is made, and <see cref="AnnotationEdits.AttachAsync"/>.
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
                    && !await db.Set<Goal>().AnyAsync(g => g.Id == commitment.GoalId && g.PillarId == suggested.Pillar, cancel)
                )
                {
                    throw Refusal.GoalOfOtherPillar();
                }

                return await StatementWriter.QuoteAsync(db, suggested.Words, statement, AnnotationOrigin.Suggested, clock, cancel);
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
                var (source, place) = await StatementWriter.PlaceAsync(db, words, cancel);
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
}
