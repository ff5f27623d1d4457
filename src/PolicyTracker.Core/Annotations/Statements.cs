using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Records;
using PolicyTracker.Text;

namespace PolicyTracker.Core.Annotations;

/// <summary>What marked words are to support.</summary>
public abstract record Statement;

/// <summary>A record that exists.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Id">Its identity.</param>
public sealed record ExistingStatement(RecordKind Kind, Guid Id) : Statement;

/// <summary>A commitment to be made.</summary>
/// <param name="GoalId">The goal that it serves.</param>
/// <param name="Title">The editors' words for it.</param>
/// <param name="ResponsibleId">The body that answers for it.</param>
/// <param name="InitiativeId">The initiative that it belongs to.</param>
/// <param name="Due">The day by which it is due, if stated.</param>
/// <param name="Timeframe">A note on the time stated.</param>
/// <param name="TopicIds">Its topics.</param>
/// <param name="FollowsId">The earlier commitment that it follows.</param>
/// <param name="Follows">How it stands to that one; one that is replaced is superseded from the day of the announcement.</param>
public sealed record NewCommitment(
    Guid GoalId,
    string Title,
    Guid? ResponsibleId,
    Guid? InitiativeId,
    DateOnly? Due,
    string? Timeframe,
    IReadOnlyList<Guid> TopicIds,
    Guid? FollowsId = null,
    Succession? Follows = null
) : Statement;

/// <summary>A result to be recorded as the source states it.</summary>
/// <param name="PillarId">The pillar; null where it spans pillars.</param>
/// <param name="Title">The editors' words for it.</param>
/// <param name="CommitmentId">The commitment that it is evidence for, if one is known.</param>
public sealed record NewAchievement(Guid? PillarId, string Title, Guid? CommitmentId) : Statement;

/// <summary>A step in a commitment's status, with the marked words as its evidence.</summary>
/// <param name="CommitmentId">The commitment.</param>
/// <param name="To">Where it stood from then on.</param>
/// <param name="On">The day on which that came about; not in the future.</param>
/// <param name="Reason">Why, the editors' words.</param>
public sealed record NewStatusChange(Guid CommitmentId, Status To, DateOnly On, string Reason) : Statement;

/// <summary>A goal to be made.</summary>
/// <param name="PillarId">The pillar; null where it spans pillars.</param>
/// <param name="Title">The editors' words for it.</param>
/// <param name="Summary">A sentence on it.</param>
public sealed record NewGoal(Guid? PillarId, string Title, string? Summary) : Statement;

/// <summary>A value of an indicator to be recorded, as reported (observation) or to be reached (target).</summary>
/// <param name="IsTarget">Whether it is to be reached.</param>
/// <param name="IndicatorId">The indicator; null to make <paramref name="NewIndicator"/>.</param>
/// <param name="NewIndicator">The indicator to be made where none is named.</param>
/// <param name="Period">The time that it is of.</param>
/// <param name="Value">The value, in the indicator's unit and scale.</param>
/// <param name="Comparator">How the stated value stands to the true one.</param>
/// <param name="Note">The editors' note.</param>
public sealed record NewValue(
    bool IsTarget,
    Guid? IndicatorId,
    NewIndicator? NewIndicator,
    Period Period,
    decimal Value,
    Comparator Comparator,
    string? Note
) : Statement;

/// <summary>An indicator to be made with its first value.</summary>
/// <param name="PillarId">The pillar; null where it spans pillars.</param>
/// <param name="Name">The editors' words for it.</param>
/// <param name="Definition">What is measured.</param>
/// <param name="Unit">Unit.</param>
/// <param name="Scale">What values are multiplied by.</param>
/// <param name="Direction">Which way it is wanted to go.</param>
public sealed record NewIndicator(Guid? PillarId, string Name, string Definition, string Unit, decimal Scale, Direction Direction);

/// <summary>A glossary entry to be made.</summary>
/// <param name="English">The English term.</param>
/// <param name="Chinese">The Chinese term.</param>
/// <param name="Pinyin">Its pinyin.</param>
/// <param name="Definition">What it means.</param>
public sealed record NewTerm(string English, string? Chinese, string? Pinyin, string Definition) : Statement;

/// <summary>A comment on the words; supports no record.</summary>
/// <param name="Text">The comment.</param>
public sealed record NewComment(string Text) : Statement;
