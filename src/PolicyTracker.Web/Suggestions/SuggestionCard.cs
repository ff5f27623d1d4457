using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Suggestions;
using PolicyTracker.Text;
using PolicyTracker.Text.Suggestions;
using PolicyTracker.Web.Annotations;

namespace PolicyTracker.Web.Suggestions;

/// <summary>
/// A suggestion as a small record that an editor can change in place. What is accepted is exactly what it shows; what the program only
/// guesses is empty until the editor chooses it.
/// </summary>
/// <param name="suggested">The suggestion.</param>
/// <param name="links">What the tracker knows of it.</param>
public sealed class SuggestionCard(SuggestionItem suggested, SuggestionMatches links)
{
    private readonly HashSet<SuggestionQuestion> _answered = [];

    /// <summary>The suggestion.</summary>
    public SuggestionItem Suggested => suggested;

    /// <summary>What the tracker knows of it.</summary>
    public SuggestionMatches Links => links;

    /// <summary>Tells it from others of the text.</summary>
    public SuggestionKey Key => SuggestionKey.Of(suggested);

    /// <summary>What it would become.</summary>
    public AnnotationForm Fields { get; private set; } = AnnotationForm.Of(suggested, links);

    /// <summary>The questions that the editor answered.</summary>
    public IReadOnlyCollection<SuggestionQuestion> Answered => _answered;

    /// <summary>What is being changed; null where nothing is.</summary>
    public CardField? Open { get; set; }

    /// <summary>Whether the editor changed something.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>What is still to be answered before it can be accepted, in the order of the card.</summary>
    public IReadOnlyList<SuggestionQuestion> Asked =>
        [
            .. Enum.GetValues<SuggestionQuestion>()
                .Where(q =>
                    q switch
                    {
                        SuggestionQuestion.Goal => Fields.Supports == "commitment" && Fields.Goal is null,
                        SuggestionQuestion.Indicator => Fields.Supports == "value" && Fields.Indicator is null && !_answered.Contains(q),
                        SuggestionQuestion.Period => Fields.Supports == "value" && !Period.Of(Fields.Period.Trim()).IsKnown,
                        _ => Fields.Supports == "commitment" && Fields.Follows is Succession.Replaces && !_answered.Contains(q),
                    }
                ),
        ];

    /// <summary>Whether it can be accepted among many: nothing is asked, and its words are surely what they seem to be.</summary>
    public bool IsSure => Asked.Count == 0 && (IsChanged || suggested.Confidence >= Confidence.High);

    /// <summary>Changes it.</summary>
    /// <param name="change">Sets fields.</param>
    /// <param name="answers">The question that this answers; null where it answers none.</param>
    public void Set(Action<AnnotationForm> change, SuggestionQuestion? answers = null)
    {
        ArgumentNullException.ThrowIfNull(change);
        change(Fields);
        IsChanged = true;
        if (answers is { } question)
        {
            _answered.Add(question);
        }
    }

    /// <summary>Files a commitment under one of the goals that are offered.</summary>
    /// <param name="place">Which of them, from 0; one that is not offered changes nothing.</param>
    /// <returns>Whether it was one.</returns>
    public bool ChooseGoal(int place)
    {
        if (Fields.Supports != "commitment" || place < 0 || place >= links.Likely.Goals.Count)
        {
            return false;
        }

        Set(f => f.Goal = links.Likely.Goals[place].Id, SuggestionQuestion.Goal);
        return true;
    }

    /// <summary>Goes on with what was changed on a card for the same words.</summary>
    public void Restore(CardDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        (Fields, IsChanged) = (draft.Fields, true);
        _answered.UnionWith(draft.Answered);
    }

    /// <summary>What it becomes, as it is shown.</summary>
    /// <exception cref="Refusal">A field is missing or not a number.</exception>
    public Statement ToStatement() => Fields.ToStatement();
}
