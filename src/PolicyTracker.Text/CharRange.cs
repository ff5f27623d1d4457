namespace PolicyTracker.Text;

/// <summary>A range of a text in UTF-16 units, as strings of .NET and of browsers are indexed.</summary>
/// <param name="Start">Position of its first unit.</param>
/// <param name="End">Position behind its last unit.</param>
public readonly record struct CharRange(int Start, int End)
{
    /// <summary>How many units it has.</summary>
    public int Length => End - Start;

    /// <summary>Whether the unit at a position is one of it.</summary>
    public bool Contains(int position) => position >= Start && position < End;

    /// <summary>Whether all of another range lies in it.</summary>
    public bool Contains(CharRange other) => other.Start >= Start && other.End <= End;

    /// <summary>Whether the two share a unit.</summary>
    public bool Overlaps(CharRange other) => other.Start < End && Start < other.End && Length > 0 && other.Length > 0;

    /// <summary>Its words; null where it does not lie in the text, or is empty.</summary>
    public string? In(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Start >= 0 && Start < End && End <= text.Length ? text[Start..End] : null;
    }
}
