using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Commitments;

/// <summary>What an editor types about a commitment; kept as a draft together with the version that it was begun on.</summary>
public sealed class CommitmentForm
{
    /// <summary>The version that the editor saw.</summary>
    public int BasedOn { get; set; }
    /// <summary>The fields of that version.</summary>
    public CommitmentFields Opened { get; set; } = new();
    /// <summary>The fields as typed.</summary>
    public CommitmentFields Fields { get; set; } = new();
    /// <summary>Why they change.</summary>
    public string Why { get; set; } = "";
    /// <summary>Where the commitment stands now, if it stands elsewhere.</summary>
    public Status? To { get; set; }
    /// <summary>The day on which that came about.</summary>
    public DateOnly? On { get; set; }
    /// <summary>Why it stands there.</summary>
    public string Reason { get; set; } = "";

    /// <summary>An untouched form on a stored commitment.</summary>
    public static CommitmentForm Of(CommitmentToEdit stored) =>
        new() { BasedOn = stored.Version, Opened = stored.Fields with { }, Fields = stored.Fields with { } };

    /// <summary>
    /// Brings the form onto a later version: fields that the editor left alone take what stands now. Returns those that
    /// both sides changed, which the editor has to decide; until then the form stays based on the version where both began.
    /// </summary>
    internal IReadOnlyList<FormField> Rebase(CommitmentToEdit stands)
    {
        var both = new List<FormField>();
        foreach (var field in FormField.All)
        {
            if (field.IsSame(Fields, Opened))
            {
                field.Copy(stands.Fields, Fields);
            }
            else if (!field.IsSame(stands.Fields, Opened) && !field.IsSame(stands.Fields, Fields))
            {
                both.Add(field);
            }
        }

        if (both.Count == 0)
        {
            Settle(stands);
        }

        return both;
    }

    /// <summary>Every field is decided: from now on the form is based on what stands.</summary>
    internal void Settle(CommitmentToEdit stands) => (BasedOn, Opened) = (stands.Version, stands.Fields with { });
}

/// <summary>A field of a commitment's form: how to compare, copy and show it.</summary>
/// <param name="Name">Its label.</param>
/// <param name="IsSame">Whether two commitments agree in it.</param>
/// <param name="Copy">Copies it from the first to the second.</param>
/// <param name="Show">Its value in words.</param>
internal sealed record FormField(
    string Name,
    Func<CommitmentFields, CommitmentFields, bool> IsSame,
    Action<CommitmentFields, CommitmentFields> Copy,
    Func<CommitmentFields, WorkbenchChoices, string> Show)
{
    public static IReadOnlyList<FormField> All { get; } =
    [
        new("Title", (a, b) => a.Title == b.Title, (from, to) => to.Title = from.Title, (f, _) => f.Title),
        new("Goal", (a, b) => a.GoalId == b.GoalId, (from, to) => to.GoalId = from.GoalId, (f, c) => Label(c.Goals, f.GoalId)),
        new("Responsible body", (a, b) => a.ResponsibleId == b.ResponsibleId, (from, to) => to.ResponsibleId = from.ResponsibleId, (f, c) => Label(c.Actors, f.ResponsibleId)),
        new("Measured by", (a, b) => a.IndicatorId == b.IndicatorId, (from, to) => to.IndicatorId = from.IndicatorId, (f, c) => Label(c.Indicators, f.IndicatorId)),
        new("Initiative", (a, b) => a.InitiativeId == b.InitiativeId, (from, to) => to.InitiativeId = from.InitiativeId, (f, c) => Label(c.Initiatives, f.InitiativeId)),
        new("Due", (a, b) => a.Due == b.Due, (from, to) => to.Due = from.Due, (f, _) => f.Due is { } due ? Words.Day(due) : "—"),
        new("Note on the time stated", (a, b) => (a.Timeframe ?? "") == (b.Timeframe ?? ""), (from, to) => to.Timeframe = from.Timeframe, (f, _) => string.IsNullOrEmpty(f.Timeframe) ? "—" : f.Timeframe),
        new("Topics", (a, b) => a.TopicIds.ToHashSet().SetEquals(b.TopicIds), (from, to) => to.TopicIds = from.TopicIds, (f, c) => string.Join(", ", c.Topics.Where(t => f.TopicIds.Contains(t.Id)).Select(t => t.Label))),
        new("Earlier commitment", (a, b) => (a.FollowsId, a.Follows) == (b.FollowsId, b.Follows), (from, to) => (to.FollowsId, to.Follows) = (from.FollowsId, from.Follows), (f, c) => f.Follows is { } how ? $"{Words.Of(how)} “{Label(c.Commitments, f.FollowsId)}”" : "—"),
    ];

    private static string Label(IReadOnlyList<Choice> choices, Guid? id) => choices.FirstOrDefault(c => c.Id == id)?.Label ?? "—";
}
