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
public sealed class AnnotationForm
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

    /// <summary>The annotation being changed as it was when the change began.</summary>
    public OpenedAnnotation? Opened { get; set; }

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

    /// <summary>Whether something was typed about the words, beyond marking them.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsTyped => Annotation is not null || new[] { Title, Note, Value, Period, Unit, Chinese, Pinyin }.Any(t => t.Length > 0);

    /// <summary>Whether nothing would be lost if it were filled anew.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsEmpty => Annotation is null && Exact.Length == 0 && Title.Length == 0 && Note.Length == 0;

    /// <summary>The form as a suggestion would have it. What it can't know is left empty.</summary>
    public static AnnotationForm Of(SuggestionItem suggested, SuggestionMatches links)
    {
        ArgumentNullException.ThrowIfNull(suggested);
        ArgumentNullException.ThrowIfNull(links);
        var form = new AnnotationForm
        {
            Start = suggested.Words.Place.Start,
            End = suggested.Words.Place.End,
            Exact = suggested.Words.Exact,
            Origin = AnnotationOrigin.Suggested,
            Pillar = suggested.Pillar,
        };
        if (suggested.Figure is { } figure)
        {
            var scale =
                links.Indicator is { } indicator ? indicator.Scale
                : figure.Unit is "percent" ? 1m
                : Array.Find([1_000_000_000_000m, 1_000_000_000m, 1_000_000m], s => figure.Value >= s) is > 0 and var large ? large
                : 1m;
            (form.Supports, form.IsTarget, form.Unit, form.Period) = (
                "value",
                figure.IsTarget,
                figure.Unit,
                figure.Period.ToString() ?? ""
            );
            (form.Scale, form.Value) = (
                scale.ToString(CultureInfo.InvariantCulture),
                (figure.Value / scale).ToString("0.############", CultureInfo.InvariantCulture)
            );
            (form.Indicator, form.Title) = (
                links.Indicator?.Id,
                links.Indicator is null && figure.Measures is { } name ? DisplayText.Sentence(name) : ""
            );
            form.Comparator = Enum.Parse<Comparator>(figure.Comparator.ToString());
        }
        else if (links is { Match: MatchKind.SameAs, Known: { } known })
        {
            (form.Supports, form.Existing) = ("existing-commitment", known.Id);
        }
        else
        {
            var words = string.Join(' ', suggested.Words.Exact.Split(null as char[], StringSplitOptions.RemoveEmptyEntries));
            var end =
                words.Length <= 200 ? words.Length
                : words.LastIndexOf(' ', 200) is > 0 and var space ? space
                : char.IsHighSurrogate(words[199]) ? 199
                : 200;
            (form.Title, form.Goal) = (
                DisplayText.Sentence(words[..end]),
                suggested.PillarConfidence >= PolicyTracker.Text.Suggestions.Confidence.Medium ? links.Goal?.Id : null
            ); // else it is for the editor to choose
            (form.Due, form.Responsible, form.Initiative, form.Topics) = (
                suggested.Details?.Due,
                links.Responsible,
                links.Initiative,
                [.. links.Topics]
            );
            (form.FollowsId, form.Follows) = links.Match switch
            {
                MatchKind.Updates => (links.Known?.Id, Succession.Updates),
                MatchKind.Replaces => (links.Known?.Id, Succession.Replaces),
                _ => ((Guid?)null, (Succession?)null),
            };
        }

        return form;
    }

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
