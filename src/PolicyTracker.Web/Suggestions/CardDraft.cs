using PolicyTracker.Core.Records;
using PolicyTracker.Core.Suggestions;
using PolicyTracker.Web.Annotations;

namespace PolicyTracker.Web.Suggestions;

/// <summary>What an editor changed on the card of a suggestion that is not decided yet; kept as a draft.</summary>
/// <param name="Kind">What the words would become.</param>
/// <param name="Fields">The fields, with the words and their place.</param>
/// <param name="Answered">The questions that the editor answered.</param>
public sealed record CardDraft(RecordKind Kind, AnnotationForm Fields, IReadOnlyList<SuggestionQuestion> Answered)
{
    /// <summary>That of a card; null where nothing was changed on it.</summary>
    public static CardDraft? Of(SuggestionCard? card) =>
        card is { IsChanged: true } ? new(card.Suggested.Kind, card.Fields, [.. card.Answered]) : null;

    /// <summary>Tells which suggestion it is about.</summary>
    public SuggestionKey Key => new(Fields.Place, Kind);
}
