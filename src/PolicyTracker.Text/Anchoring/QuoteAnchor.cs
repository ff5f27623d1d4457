using System.Text.Json.Serialization;
using PolicyTracker.Text.Meaning;
using PolicyTracker.Text.Words;

namespace PolicyTracker.Text.Anchoring;

/// <summary>How sure the place of a quotation is.</summary>
public enum AnchorState
{
    /// <summary>The same words stand where they stood (or, where no place was named, in one place that fits).</summary>
    [JsonStringEnumMemberName("exact")]
    Exact,

    /// <summary>The same words stand elsewhere.</summary>
    [JsonStringEnumMemberName("moved")]
    Moved,

    /// <summary>Words differ; the place is sure.</summary>
    [JsonStringEnumMemberName("edited")]
    Edited,

    /// <summary>Two places fit alike, or the one place that fits says something else. The range is a proposal, no answer.</summary>
    [JsonStringEnumMemberName("ambiguous")]
    Ambiguous,

    /// <summary>No place fits.</summary>
    [JsonStringEnumMemberName("lost")]
    Lost,
}

/// <summary>Where a quotation stands in a text, or why it does not.</summary>
/// <param name="State">How sure the place is.</param>
/// <param name="Place">Where the words stand; null where there is no place to show.</param>
/// <param name="Score">0 to 1: how well the words and their surroundings fit.</param>
/// <param name="Change">The most severe thing that differs.</param>
/// <param name="Errors">The edit distance of the words, after folding, in UTF-16 units.</param>
/// <param name="Difference">
/// The quotation and the words found as runs of kept, removed and added words; empty where they are the same.
/// </param>
public sealed record QuoteAnchor(
    AnchorState State,
    CharRange? Place,
    double Score,
    ChangeSeverity Change,
    int Errors,
    IReadOnlyList<WordRun> Difference
)
{
    /// <summary>No place fits.</summary>
    public static QuoteAnchor Lost { get; } = new(AnchorState.Lost, null, 0, ChangeSeverity.None, 0, []);

    /// <summary>Whether the words may be shown at this place without asking an editor.</summary>
    public bool IsSure => State is AnchorState.Exact or AnchorState.Moved or AnchorState.Edited;
}
