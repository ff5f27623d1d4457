namespace PolicyTracker.Text.Suggestions;

/// <summary>A word or mark of a sentence.</summary>
/// <param name="Start">UTF-16 position of its first character in the text.</param>
/// <param name="End">Behind its last.</param>
/// <param name="Lower">In small letters, with a straight apostrophe.</param>
/// <param name="Text">As it is written.</param>
internal readonly record struct SentenceWord(int Start, int End, string Lower, string Text);
