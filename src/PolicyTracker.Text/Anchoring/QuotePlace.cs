using PolicyTracker.Text.Comparison;

namespace PolicyTracker.Text.Anchoring;

/// <summary>A place where a quotation may stand, and how well it fits.</summary>
/// <param name="Start">Folded position.</param>
/// <param name="End">Behind the last.</param>
/// <param name="Before">Likeness of what stands before it to the prefix, 0 to 1; null where there is no prefix.</param>
/// <param name="After">The same of the suffix.</param>
internal readonly record struct QuotePlace(int Start, int End, double? Before, double? After)
{
    // A random stretch of English is 0.25 to 0.35 like another.
    private const double Agreeing = 0.6, Strong = 0.8;

    /// <summary>The mean likeness of the surroundings; null where none were given.</summary>
    public double? Context => Before is { } b && After is { } a ? (b + a) / 2 : Before ?? After;

    public int Given => (Before is null ? 0 : 1) + (After is null ? 0 : 1);

    public int AgreeingSides => Count(Agreeing);

    public int StrongSides => Count(Strong);

    private int Count(double least) => (Before >= least ? 1 : 0) + (After >= least ? 1 : 0);
}

/// <summary>A place where the words differ.</summary>
/// <param name="Place">Where.</param>
/// <param name="Likeness">0 to 1, by characters or by words, whichever is kinder.</param>
/// <param name="Errors">Edit distance.</param>
/// <param name="Change">The gravest change.</param>
/// <param name="Foreign">How many words that carry meaning came or went.</param>
/// <param name="Difference">Word by word.</param>
internal sealed record EditedPlace(QuotePlace Place, double Likeness, int Errors, QuoteChange Change, double Foreign, WordDifference Difference)
{
    /// <summary>Words count as much as what stands around them.</summary>
    public double Score => (Likeness + (Place.Context ?? Likeness)) / 2;

    /// <summary>
    /// What may be said of this place if it has no rival. Another number, name or "not" is never sure; other words need
    /// surroundings that agree on every side, for neighbours in a list share one side; slips of spelling need one.
    /// </summary>
    public AnchorState State(bool isShort)
    {
        var all = Place.AgreeingSides == Place.Given;
        if (Change >= QuoteChange.Name)
        {
            return all && Likeness >= 0.5 ? AnchorState.Ambiguous : AnchorState.Lost;
        }

        if (Place.Given == 0)
        {
            return isShort || Likeness < 0.8 ? AnchorState.Lost : Foreign < 1 ? AnchorState.Edited : AnchorState.Ambiguous;
        }

        if (isShort)
        {
            return Place.StrongSides == Place.Given && Likeness >= 0.5 ? AnchorState.Edited : AnchorState.Lost;
        }

        return Foreign < 1
            ? Place.AgreeingSides > 0 && Likeness >= 0.6 ? AnchorState.Edited : Likeness >= 0.9 ? AnchorState.Ambiguous : AnchorState.Lost
            : all && Likeness >= 0.5 ? AnchorState.Edited
            : Place.StrongSides > 0 && Likeness >= 0.6 ? AnchorState.Ambiguous
            : AnchorState.Lost;
    }
}
