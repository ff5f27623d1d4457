using PolicyTracker.Text.Folding;

namespace PolicyTracker.Text.Comparison;

/// <summary>How alike two wordings are.</summary>
public static class Wording
{
    /// <summary>1 for the same words, 0 for none in common, by words (Chinese by characters) in their order; white space, width and quotation marks do not count.</summary>
    public static double Likeness(string a, string b)
    {
        var (first, second) = (FoldedText.Of(a).Text, FoldedText.Of(b).Text);
        return WordDifference.Of(first, Token.Of(first, 0, first.Length), second, Token.Of(second, 0, second.Length)).Similarity;
    }
}
