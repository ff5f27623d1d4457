using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;

namespace PolicyTracker.Core.Suggestions;

/// <summary>Records what editors decide on suggestions.</summary>
public sealed class SuggestionEdits(RecordWriter writer, TimeProvider clock)
{
    /// <summary>
    /// Attaches a suggestion as it was shown, in one step. What the program only guesses, and what accepting would make besides, has
    /// to have been asked and answered.
    /// </summary>
    /// <param name="by">Who edits.</param>
    /// <param name="suggested">The suggestion that was shown.</param>
    /// <param name="links">What was shown of what the tracker knows of it.</param>
    /// <param name="statement">What it becomes, as was shown.</param>
    /// <param name="answered">The questions that the editor answered.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The annotation's identity.</returns>
    /// <exception cref="DoubtfulWords">The words were cut off from a negation, or do not state the value.</exception>
    /// <exception cref="Refusal">A question is left, or a rule says no.</exception>
    public Task<Guid> AcceptAsync(
        Editor by,
        SuggestionItem suggested,
        SuggestionMatches links,
        Statement statement,
        IReadOnlyCollection<SuggestionQuestion> answered,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(suggested);
        ArgumentNullException.ThrowIfNull(links);
        ArgumentNullException.ThrowIfNull(answered);
        return writer.EditAsync(
            by,
            "Annotated",
            db =>
            {
                if (suggested.Figure is not null && statement is not NewValue)
                {
                    throw Refusal.SuggestionWithoutValue();
                }

                var left = links.Questions(statement).Where(q => !answered.Contains(q) || q is SuggestionQuestion.Period).ToList();
                return left.Count > 0
                    ? throw Refusal.SuggestionAsks(left[0], FieldOf(left[0]))
                    : StatementWriter.QuoteAsync(db, by, suggested.Words, statement, AnnotationOrigin.Suggested, clock, cancel);
            },
            cancel: cancel
        );
    }

    /// <summary>Records that suggested words are no record of a kind; the same words are not suggested as such again.</summary>
    /// <param name="by">Who edits.</param>
    /// <param name="words">The words.</param>
    /// <param name="kind">What they are no record of.</param>
    /// <param name="reason">Why, for those who wonder later; null where it goes without saying.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The identity of the rejected annotation.</returns>
    /// <exception cref="Refusal">The words are not in the source at that place, or the editor may not edit.</exception>
    public Task<Guid> RejectAsync(
        Editor by,
        MarkedWords words,
        RecordKind kind,
        string? reason = null,
        CancellationToken cancel = default
    ) =>
        writer.EditAsync(
            by,
            string.IsNullOrWhiteSpace(reason)
                ? EditReasons.Texts["SuggestionRejected", WireNames.Of(kind)]
                : EditReasons.Texts["SuggestionRejectedFor", WireNames.Of(kind), reason.Trim()],
            async db =>
            {
                var (source, place) = await StatementWriter.PlaceAsync(db, by, words, cancel);
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

    /// <summary>Takes a rejection back: the words are suggested again, in every text.</summary>
    /// <param name="by">Who edits.</param>
    /// <param name="rejected">The rejected annotation.</param>
    /// <param name="basedOn">The version of it that the editor saw.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="VersionConflict">Somebody changed it meanwhile.</exception>
    /// <exception cref="Refusal">It was taken back meanwhile.</exception>
    public Task<Guid> OfferAgainAsync(Editor by, Guid rejected, int basedOn, CancellationToken cancel = default) =>
        writer.EditAsync(
            by,
            EditReasons.Texts["OfferedAgain"],
            async db =>
            {
                var annotation =
                    await db.Set<Annotation>().FirstOrDefaultAsync(a => a.Id == rejected && a.State == AnnotationState.Rejected, cancel)
                    ?? throw Refusal.AnnotationRemoved();
                await RecordWriter.CheckVersionAsync(db, annotation, basedOn, cancel);
                writer.Remove(annotation);
                return annotation.Id;
            },
            isPublication: false,
            cancel: cancel
        );

    private static string FieldOf(SuggestionQuestion question) =>
        question switch
        {
            SuggestionQuestion.Goal => "goal",
            SuggestionQuestion.Indicator => "indicator",
            SuggestionQuestion.Period => "period",
            _ => "follows",
        };
}
