namespace PolicyTracker.Text;

/// <summary>
/// A range of a text in Unicode code points, as it is stored, exported and shown: every program counts them alike.
/// <see cref="Anchoring.CodePointMap"/> converts.
/// </summary>
/// <param name="Start">Position of its first code point.</param>
/// <param name="End">Position behind its last code point.</param>
public readonly record struct CodePointRange(int Start, int End)
{
    /// <summary>How many code points it has.</summary>
    public int Length => End - Start;

    /// <summary>Whether the code point at a position is one of it.</summary>
    public bool Contains(int position) => position >= Start && position < End;

    /// <summary>Whether all of another range lies in it.</summary>
    public bool Contains(CodePointRange other) => other.Start >= Start && other.End <= End;

    /// <summary>Whether the two share a code point.</summary>
    public bool Overlaps(CodePointRange other) => other.Start < End && Start < other.End && Length > 0 && other.Length > 0;
}
