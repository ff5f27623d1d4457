namespace PolicyTracker.Text.Suggestions;

/// <summary>A sentence, or another stretch, within its text; positions are UTF-16 positions of the text.</summary>
/// <param name="Text">The whole text.</param>
/// <param name="Start">Where the stretch begins.</param>
/// <param name="End">Behind it.</param>
internal readonly record struct SentenceText(string Text, int Start, int End)
{
    /// <summary>Up to so many characters right before a position.</summary>
    public string Before(int at, int length) => Text[Math.Max(Start, at - length)..at];

    /// <summary>Up to so many characters from a position on.</summary>
    public string Behind(int at, int length) => Text[at..Math.Min(End, at + length)];

    /// <summary>Whether a Chinese character stands at a position.</summary>
    public bool IsHan(int at) => at >= 0 && at < Text.Length && Text[at] is >= '\u4E00' and <= '\u9FFF';
}
