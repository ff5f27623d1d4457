using System.Globalization;
using System.Text.Json.Serialization;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Core.Suggestions;
using PolicyTracker.Text;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Annotations;

/// <summary>What an editor types about marked words; kept as a draft, so every field is plain text or a choice.</summary>
public sealed partial class AnnotationForm
{
    /// <summary>The annotation being changed; null for a new one.</summary>
    public Guid? Annotation { get; set; }

    /// <summary>The version of it that the editor saw.</summary>
    public int BasedOn { get; set; }

    /// <summary>The marked words: their place in code points, and themselves.</summary>
    public int Start { get; set; }

    /// <summary>Behind the last marked character, in code points.</summary>
    public int End { get; set; }

    /// <summary>Both.</summary>
    [JsonIgnore]
    public CodePointRange Place
    {
        get => new(Start, End);
        set => (Start, End) = (value.Start, value.End);
    }

    /// <summary>The marked words.</summary>
    public string Exact { get; set; } = "";

    /// <summary>Whether the program suggested them.</summary>
    public AnnotationOrigin Origin { get; set; }

    /// <summary>
    /// What they support: commitment, existing-commitment, status, achievement, goal, existing-goal, value, term,
    /// existing-term, comment.
    /// </summary>
    public string Supports { get; set; } = "commitment";

    /// <summary>The record chosen, where it exists.</summary>
    public Guid? Existing { get; set; }

    /// <summary>Title, name or English term.</summary>
    public string Title { get; set; } = "";

    /// <summary>Definition, summary, note or comment.</summary>
    public string Note { get; set; } = "";

    /// <summary>The goal of a commitment.</summary>
    public Guid? Goal { get; set; }

    /// <summary>The pillar of a goal or new indicator.</summary>
    public Guid? Pillar { get; set; }

    /// <summary>The responsible body.</summary>
    public Guid? Responsible { get; set; }

    /// <summary>The initiative.</summary>
    public Guid? Initiative { get; set; }

    /// <summary>The topics.</summary>
    public List<Guid> Topics { get; set; } = [];

    /// <summary>The day by which it is due.</summary>
    public DateOnly? Due { get; set; }

    /// <summary>The earlier commitment that a new one follows.</summary>
    public Guid? FollowsId { get; set; }

    /// <summary>How it stands to that one.</summary>
    public Succession? Follows { get; set; }

    /// <summary>Where a commitment stands now.</summary>
    public Status? To { get; set; }

    /// <summary>The day on which that came about.</summary>
    public DateOnly? On { get; set; }

    /// <summary>Whether a value is a target.</summary>
    public bool IsTarget { get; set; }

    /// <summary>The indicator; null for a new one.</summary>
    public Guid? Indicator { get; set; }

    /// <summary>A new indicator's unit.</summary>
    public string Unit { get; set; } = "";

    /// <summary>A new indicator's scale.</summary>
    public string Scale { get; set; } = "1";

    /// <summary>The period of a value.</summary>
    public string Period { get; set; } = "";

    /// <summary>The value.</summary>
    public string Value { get; set; } = "";

    /// <summary>How the stated value stands to the true one.</summary>
    public Comparator Comparator { get; set; }

    /// <summary>The Chinese term.</summary>
    public string Chinese { get; set; } = "";

    /// <summary>Its pinyin.</summary>
    public string Pinyin { get; set; } = "";

    /// <summary>Whether the same words are quoted wherever they stand in the text.</summary>
    public bool IsEverywhere { get; set; }

    /// <summary>The annotation being changed as it was when the change began.</summary>
    public OpenedAnnotation? Opened { get; set; }

    /// <summary>The record that the words support, to be changed at the same place; null where it is none of those with a form.</summary>
    public SupportedRecord? Record { get; set; }

    /// <summary>What was read in the marked words and filled in; the editor may have changed it since. Null where nothing was.</summary>
    public AnnotationForm? Read { get; set; }

    /// <summary>What words can be said to support.</summary>
    internal static IReadOnlySet<string> Kinds { get; } =
        new HashSet<string>
        {
            "commitment",
            "existing-commitment",
            "status",
            "achievement",
            "goal",
            "existing-goal",
            "value",
            "term",
            "existing-term",
            "comment",
        };

    /// <summary>Whether something was typed about the words, beyond marking them and what was read in them.</summary>
    [JsonIgnore]
    public bool IsTyped =>
        Annotation is not null
        || Note.Length > 0
        || Typed.Zip(Read?.Typed ?? Typed.Select(_ => "")).Any(t => t.First.Length > 0 && t.First != t.Second);

    /// <summary>Whether nothing would be lost if it were filled anew.</summary>
    [JsonIgnore]
    public bool IsEmpty => Exact.Length == 0 && !IsTyped;

    private string[] Typed => [Title, Value, Period, Unit, Chinese, Pinyin];

    /// <summary>The statement that the fields describe.</summary>
    /// <exception cref="Refusal">A field is missing or not a number.</exception>
    public Statement ToStatement() =>
        Supports switch
        {
            "commitment" => new NewCommitment(
                Goal ?? throw Refusal.GoalMissing(),
                Title,
                Responsible,
                Initiative,
                Due,
                Text(Note),
                Topics,
                FollowsId,
                FollowsId is null ? null : Follows ?? Succession.Updates
            ),
            "goal" => new NewGoal(Pillar, Title, Text(Note)),
            "value" => new NewValue(
                IsTarget,
                Indicator,
                Indicator is null ? new NewIndicator(Pillar, Title, "", Unit, Number(Scale, "scale"), Direction.None) : null,
                PolicyTracker.Text.Period.Of(Period.Trim()),
                Number(Value, "value"),
                Comparator,
                Text(Note)
            ),
            "term" => new NewTerm(Title, Text(Chinese), Text(Pinyin), Note),
            "achievement" => new NewAchievement(Pillar, Title, Existing),
            "status" => new NewStatusChange(
                Existing ?? throw Refusal.CommitmentMissing(),
                To ?? throw Refusal.StatusMissing(),
                On ?? throw Refusal.StatusDayMissing(),
                Note
            ),
            "existing-commitment" => Chosen(RecordKind.Commitment),
            "existing-goal" => Chosen(RecordKind.Goal),
            "existing-term" => Chosen(RecordKind.Term),
            _ => new NewComment(Note),
        };

    private ExistingStatement Chosen(RecordKind kind) => new(kind, Existing ?? throw Refusal.SupportedMissing(kind));

    private static string? Text(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static decimal Number(string text, string field) =>
        decimal.TryParse(text.Trim(), NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Refusal.NoNumber(field, text, field);
}

/// <summary>An annotation as it was when somebody began to change it; positions in code points.</summary>
public sealed record OpenedAnnotation(int Start, int End, string Exact, string Comment);
