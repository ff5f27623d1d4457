using PolicyTracker.Text.Folding;
using PolicyTracker.Text.Words;

namespace PolicyTracker.Text.Comparison;

/// <summary>How alike two wordings are.</summary>
public static class Wording
{
    /// <summary>
    /// 1 for the same words, 0 for none in common, by words (Chinese by characters) in their order; white space, width and
    /// quotation marks do not count.
    /// </summary>
    public static double Likeness(string a, string b)
    {
        var (first, second) = (FoldedText.Of(a).Text, FoldedText.Of(b).Text);
        return WordDifference.Of(first, Token.Of(first, 0, first.Length), second, Token.Of(second, 0, second.Length)).Similarity;
    }

    /// <summary>
    /// What became of the words from <paramref name="a"/> to <paramref name="b"/>, in reading order; empty where they are the
    /// same to the letter. Where only capitals or spaces differ, the whole counts as replaced.
    /// </summary>
    public static IReadOnlyList<WordRun> Difference(string a, string b)
    {
        if (a == b)
        {
            return [];
        }

        var (first, second) = (FoldedText.Of(a), FoldedText.Of(b));
        var runs = WordDifference
            .Of(first.Text, Token.Of(first.Text, 0, first.Text.Length), second.Text, Token.Of(second.Text, 0, second.Text.Length))
            .Runs(first, second);
        return runs.Exists(r => r.Kind is not DiffKind.Kept) ? runs : [new(DiffKind.Removed, a), new(DiffKind.Added, b)];
    }
}
