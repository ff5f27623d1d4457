namespace PolicyTracker.Text.Anchoring;

/// <summary>
/// Converts positions of one text between UTF-16 code units (what .NET strings and the program use) and
/// Unicode code points (what the W3C Web Annotation model, files and the command line use).
/// Building it reads the text once; each conversion is a binary search over the text's surrogate pairs.
/// </summary>
public sealed class CodePointMap
{
    private readonly int _length;
    private readonly List<int> _pairs = []; // UTF-16 positions of the high surrogate of each pair, ascending

    /// <summary>Reads <paramref name="text"/> once. A lone surrogate counts as one code point.</summary>
    public CodePointMap(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _length = text.Length;
        for (var i = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDBFF'); i >= 0 && i + 1 < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i], text[i + 1]))
            {
                _pairs.Add(i++);
            }
        }
    }

    /// <summary>The text's length in code points.</summary>
    public int Length => _length - _pairs.Count;

    /// <summary>Whether a range is one of the text, and not empty.</summary>
    public bool Holds(CodePointRange range) => range.Start >= 0 && range.Length > 0 && range.End <= Length;

    /// <summary>A range of UTF-16 units in code points.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside the text, or cut between the halves of a surrogate pair.</exception>
    public CodePointRange ToCodePoints(CharRange range) => new(ToCodePoint(range.Start), ToCodePoint(range.End));

    /// <summary>A range of code points in UTF-16 units.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside the text.</exception>
    public CharRange ToChars(CodePointRange range) => new(ToUtf16(range.Start), ToUtf16(range.End));

    /// <summary>The code-point position of a UTF-16 position (0 to the text's length, inclusive).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside the text, or between the halves of a surrogate pair.</exception>
    public int ToCodePoint(int utf16)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(utf16);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(utf16, _length);
        var pairsBefore = _pairs.BinarySearch(utf16 - 1);
        if (pairsBefore >= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(utf16), utf16, "The position cuts a surrogate pair in two.");
        }

        return utf16 - ~pairsBefore;
    }

    /// <summary>The UTF-16 position of a code-point position (0 to <see cref="Length"/>, inclusive).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Outside the text.</exception>
    public int ToUtf16(int codePoint)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(codePoint);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(codePoint, Length);
        // The k-th pair (from 0) stands at code point _pairs[k] - k; pairs that start before codePoint add one unit each.
        int low = 0,
            high = _pairs.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_pairs[middle] - middle < codePoint)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return codePoint + low;
    }
}
