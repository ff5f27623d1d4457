using System.Text.Json.Serialization;

namespace PolicyTracker.Text.Suggestions;

/// <summary>What words seem to be.</summary>
public enum SuggestionKind
{
    /// <summary>An undertaking of a public body.</summary>
    [JsonStringEnumMemberName("commitment")]
    Commitment,

    /// <summary>A figure that measures something, reported or to be reached.</summary>
    [JsonStringEnumMemberName("indicator")]
    Indicator,
}

/// <summary>How a stated figure stands to the true one.</summary>
public enum FigureComparator
{
    /// <summary>It is the value.</summary>
    [JsonStringEnumMemberName("equal")]
    Equal,

    /// <summary>The value is this or more.</summary>
    [JsonStringEnumMemberName("at-least")]
    AtLeast,

    /// <summary>The value is this or less.</summary>
    [JsonStringEnumMemberName("at-most")]
    AtMost,

    /// <summary>The value is about this.</summary>
    [JsonStringEnumMemberName("about")]
    About,

    /// <summary>The value is more than this.</summary>
    [JsonStringEnumMemberName("more-than")]
    MoreThan,

    /// <summary>The value is less than this.</summary>
    [JsonStringEnumMemberName("less-than")]
    LessThan,

    /// <summary>The value is a little less than this.</summary>
    [JsonStringEnumMemberName("nearly")]
    Nearly,
}

/// <summary>A figure of a text.</summary>
/// <param name="Value">The value as a plain number: "15.4 trillion" is 15400000000000.</param>
/// <param name="Unit">ISO 4217 code of a currency, <c>percent</c>, <c>count</c>, or the unit's symbol.</param>
/// <param name="Period">The time that it is of; null where none is stated.</param>
/// <param name="IsTarget">Whether it is to be reached.</param>
/// <param name="Comparator">How it stands to the true value.</param>
/// <param name="Measures">What it measures, in words of the text; null where they do not tell.</param>
public sealed record Figure(
    decimal Value,
    string Unit,
    Period? Period,
    bool IsTarget,
    FigureComparator Comparator,
    string? Measures = null
);

/// <summary>What a commitment says of itself.</summary>
/// <param name="Verb">What it does; null where its verb is in no class.</param>
/// <param name="Responsible">The body that undertakes it, in words of the text; null where none is named beside it ("we", 我们).</param>
/// <param name="Due">The last day of the period by which it is to be carried out; null where none is stated.</param>
public sealed record CommitmentDetails(VerbClass? Verb, string? Responsible, DateOnly? Due);

/// <summary>Words that an editor may want to annotate.</summary>
/// <param name="Kind">What they seem to be.</param>
/// <param name="Place">Where they stand.</param>
/// <param name="Passage">UTF-16 position where the sentence begins that holds them.</param>
/// <param name="Pillar">Slug of the pillar that they seem to belong to; null where none fits.</param>
/// <param name="PillarConfidence">0 to 1: how often such an answer about the pillar is right.</param>
/// <param name="Confidence">0 to 1: how often such words are what they seem to be.</param>
/// <param name="Figure">The figure of an indicator; null for a commitment.</param>
/// <param name="Details">What a commitment says of itself; null for an indicator.</param>
/// <param name="IsProposed">Whether they come from a <see cref="ModelCandidate"/>, not from the rules.</param>
public sealed record Suggestion(
    SuggestionKind Kind,
    CharRange Place,
    int Passage,
    string? Pillar,
    double PillarConfidence,
    double Confidence,
    Figure? Figure = null,
    CommitmentDetails? Details = null,
    bool IsProposed = false
)
{
    /// <summary>Whether other words of the text are in the main the same: at least half of the shorter of the two is shared.</summary>
    /// <param name="other">Where they stand.</param>
    public bool IsAlso(CharRange other) =>
        2 * (Math.Min(Place.End, other.End) - Math.Max(Place.Start, other.Start)) >= Math.Min(Place.Length, other.Length);
}

/// <summary>Confidence in words: what "high" and "medium" are.</summary>
public static class Confidence
{
    /// <summary>From here on it is high.</summary>
    public const double High = 0.85;

    /// <summary>From here on it is medium.</summary>
    public const double Medium = 0.65;

    /// <summary>high, medium or low.</summary>
    public static string Of(double confidence) =>
        confidence >= High ? "high"
        : confidence >= Medium ? "medium"
        : "low";
}

/// <summary>Words of the text that something else than the rules takes for a commitment or an indicator.</summary>
/// <param name="Kind">What it takes them for.</param>
/// <param name="Place">Where they stand.</param>
/// <param name="Pillar">Slug of the pillar that it puts them under; null to leave that to the rules.</param>
/// <param name="Figure">The figure that it reads in the words of an indicator; used only where the rules read none in them.</param>
public sealed record ModelCandidate(SuggestionKind Kind, CharRange Place, string? Pillar, Figure? Figure);
