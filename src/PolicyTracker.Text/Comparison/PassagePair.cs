using PolicyTracker.Text.Meaning;
using PolicyTracker.Text.Words;

namespace PolicyTracker.Text.Comparison;

/// <summary>A passage of one text set beside its like in the other.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="From">Its number among the passages of the first text; -1 where there is none.</param>
/// <param name="To">Its number among the passages of the second text; -1 where there is none.</param>
/// <param name="IsMoved">Whether it stands in another place among the passages; a reworded one may have moved as well.</param>
/// <param name="Similarity">1 for the same words, 0 for no likeness.</param>
/// <param name="Change">The most severe thing that differs: another number weighs more than another word.</param>
/// <param name="Difference">What differs, word by word; empty unless it was reworded.</param>
public sealed record PassagePair(
    PassageChange Kind,
    int From,
    int To,
    bool IsMoved,
    double Similarity,
    ChangeSeverity Change,
    IReadOnlyList<WordRun> Difference
);
