using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Text.Suggestions;

namespace PolicyTracker.Core.Suggestions;

/// <summary>Words of a text that an editor may want to annotate.</summary>
/// <param name="Words">The words, ready to be attached.</param>
/// <param name="Kind">The kind of record that they would become: a commitment, an observation or a target.</param>
/// <param name="Pillar">The pillar that they seem to belong to.</param>
/// <param name="PillarConfidence">0 to 1: how often such an answer about the pillar is right.</param>
/// <param name="Confidence">0 to 1: how often such words are what they seem to be.</param>
/// <param name="Figure">The figure of an observation or target.</param>
/// <param name="Details">What a commitment says of itself.</param>
/// <param name="Passage">Where the sentence begins that holds them; those of one sentence share it.</param>
/// <param name="IsProposed">Whether the operator's language model proposes them, not the rules.</param>
/// <param name="Lead">The sentence up to the end of the words.</param>
/// <param name="Line">The words with what stands around them up to the ends of their line, for the names in it.</param>
public sealed record SuggestionItem(
    MarkedWords Words,
    RecordKind Kind,
    Guid? Pillar,
    double PillarConfidence,
    double Confidence,
    Figure? Figure,
    CommitmentDetails? Details,
    int Passage,
    bool IsProposed,
    string Lead,
    string Line
)
{
    /// <summary>What that pillar is called.</summary>
    public string? PillarName { get; init; }
}
