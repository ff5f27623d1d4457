using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Suggestions;

/// <summary>What the tracker knows that a suggestion is like or names.</summary>
public sealed record SuggestionMatches
{
    /// <summary>The goals that it may serve.</summary>
    public LikelyGoals Likely { get; init; } = LikelyGoals.None;

    /// <summary>The likeliest of them; null where none is known.</summary>
    public SelectOption? Goal => Likely.Goals.Count > 0 ? Likely.Goals[0] : null;

    /// <summary>How a commitment stands to the known one that is most like it.</summary>
    public MatchKind Match { get; init; }

    /// <summary>That commitment, with its goal as its <see cref="SelectOption.Group"/>; null where nothing is like it.</summary>
    public SelectOption? Known { get; init; }

    /// <summary>The body that it names, else one that its line names, else the one that issued the announcement.</summary>
    public Guid? Responsible { get; init; }

    /// <summary>The initiative that its words name.</summary>
    public Guid? Initiative { get; init; }

    /// <summary>The topics that its words name.</summary>
    public IReadOnlyList<Guid> Topics { get; init; } = [];

    /// <summary>The indicator that measures what a figure measures, in the same unit.</summary>
    public KnownIndicator? Indicator { get; init; }

    /// <summary>
    /// What its words, and of bodies and initiatives its line, name, with the kind of record as
    /// <see cref="SelectOption.Group"/>.
    /// </summary>
    public IReadOnlyList<SelectOption> Named { get; init; } = [];

    /// <summary>What has to be asked before the suggestion can become a statement, whether it was answered or not.</summary>
    /// <param name="statement">What it would become.</param>
    public IReadOnlyList<SuggestionQuestion> Questions(Statement statement)
    {
        var questions = new List<SuggestionQuestion>();
        switch (statement)
        {
            case NewCommitment commitment:
                if (!Likely.IsSure || commitment.GoalId != Goal?.Id)
                {
                    questions.Add(SuggestionQuestion.Goal);
                }

                if (commitment.Follows is Succession.Replaces)
                {
                    questions.Add(SuggestionQuestion.Supersedes);
                }

                break;
            case NewValue value:
                if (value.IndicatorId is null || value.IndicatorId != Indicator?.Id)
                {
                    questions.Add(SuggestionQuestion.Indicator);
                }

                if (!value.Period.IsKnown)
                {
                    questions.Add(SuggestionQuestion.Period);
                }

                break;
        }

        return questions;
    }
}
