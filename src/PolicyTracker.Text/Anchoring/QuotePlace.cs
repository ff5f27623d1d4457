using PolicyTracker.Text.Meaning;
using PolicyTracker.Text.Words;

namespace PolicyTracker.Text.Anchoring;

/// <summary>A place where a quotation may stand, and how well it fits.</summary>
/// <param name="Start">Folded position.</param>
/// <param name="End">Behind the last.</param>
/// <param name="Before">Likeness of what stands before it to the prefix, 0 to 1; null where there is no prefix.</param>
/// <param name="After">The same of the suffix.</param>
internal sealed record QuotePlace(int Start, int End, double? Before, double? After)
{
    // A random stretch of English is 0.25 to 0.35 like another.
    private const double Agreeing = 0.6,
        Strong = 0.8;

    /// <summary>The mean likeness of the surroundings; null where none were given.</summary>
    public double? Context => Before is { } b && After is { } a ? (b + a) / 2 : Before ?? After;

    public int Given => (Before is null ? 0 : 1) + (After is null ? 0 : 1);

    public int AgreeingSides => Count(Agreeing);

    public int StrongSides => Count(Strong);

    private int Count(double least) => (Before >= least ? 1 : 0) + (After >= least ? 1 : 0);
}

/// <summary>A place where the letters differ.</summary>
/// <param name="Place">Where.</param>
/// <param name="Likeness">0 to 1, by characters or by words, whichever is kinder.</param>
/// <param name="Errors">Edit distance.</param>
/// <param name="Difference">Word by word.</param>
/// <param name="IsAtHint">Whether it is just where the quotation is said to stand.</param>
/// <param name="FindChange">Finds the most severe change.</param>
internal sealed record EditedPlace(
    QuotePlace Place,
    double Likeness,
    int Errors,
    WordDifference Difference,
    bool IsAtHint,
    Func<ChangeSeverity> FindChange
)
{
    // A quotation of so many characters says less than its surroundings.
    private const int LittleSaid = 32;

    private ChangeSeverity? _change;

    /// <summary>The most severe change; worked out when it is first asked for.</summary>
    public ChangeSeverity Change => _change ??= FindChange();

    /// <summary>Words count as much as what stands around them.</summary>
    public double Score => (Likeness + (Place.Context ?? Likeness)) / 2;

    /// <summary>What may be said of this place if it has no rival. What may say something else is never sure.</summary>
    /// <param name="length">Characters of the quotation, folded.</param>
    /// <param name="isShort">Whether it is so short that its like is found anywhere.</param>
    public AnchorState State(int length, bool isShort)
    {
        if (Place.AgreeingSides == 0 && Likeness < (Place.Given == 0 ? 0.5 : 0.75))
        {
            return AnchorState.Lost; // whatever differs
        }

        var all = Place.AgreeingSides == Place.Given;
        if (Change >= ChangeSeverity.Content)
        {
            var isProposed =
                Place.Given == 0
                    ? Likeness >= 0.6
                    : (all && Likeness >= 0.5)
                        || (Place.StrongSides > 0 && Likeness >= 0.6)
                        || (Likeness >= 0.9 && !isShort)
                        || (Place.StrongSides == 2 && length <= LittleSaid);
            return isProposed ? AnchorState.Ambiguous : AnchorState.Lost;
        }

        // The same words set otherwise are as good as the same letters; slips of spelling need surroundings, or a length of words.
        var isSame = Change is ChangeSeverity.Reformatted or ChangeSeverity.Script;
        var isSure =
            Place.AgreeingSides > 0 && !(isShort && !isSame) ? true
            : Place.Given > 0 ? IsAtHint || (isSame && !isShort) || (isShort && Place.StrongSides == Place.Given)
            : IsAtHint || isSame || (!isShort && Likeness >= 0.8);
        return isSure ? AnchorState.Edited
            : isShort && Place.Given > 0 && !isSame ? AnchorState.Lost
            : AnchorState.Ambiguous;
    }
}
