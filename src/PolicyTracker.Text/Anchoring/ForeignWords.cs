using PolicyTracker.Text.Comparison;

namespace PolicyTracker.Text.Anchoring;

/// <summary>Counts the words that carry meaning and came or went without a like one in their place.</summary>
internal static class ForeignWords
{
    private static readonly HashSet<string> Small = [.. "the a an and or of in on at to for from with by as is are be been was were will its their this that these those it they we our such also than then into over under both each all any which who while when where".Split(' ')];

    // Characters that hold a Chinese sentence together.
    private const string SmallHan = "的了和与及等在为对将也并以其中";

    /// <summary>The number of such words; a Chinese character counts half.</summary>
    public static double In(string a, string b, WordDifference difference)
    {
        var foreign = 0.0;
        var (removed, added) = (new List<string>(), new List<string>());
        foreach (var (fate, token) in difference.Tokens)
        {
            var word = (fate == Fate.Removed ? a : b)[token.Start..token.End];
            if (fate == Fate.Kept)
            {
                foreign += Unpaired(removed, added);
                removed.Clear();
                added.Clear();
            }
            else if (token.Kind is TokenKind.Han)
            {
                foreign += SmallHan.Contains(word, StringComparison.Ordinal) ? 0 : 0.5;
            }
            else if (token.Kind is TokenKind.Word && !Small.Contains(word))
            {
                (fate == Fate.Removed ? removed : added).Add(word);
            }
        }

        return foreign + Unpaired(removed, added);
    }

    // "factory" and "factories" are a pair; "factories" and "workshops" are not.
    private static int Unpaired(List<string> removed, List<string> added)
    {
        var left = added.ToList();
        var count = 0;
        foreach (var word in removed)
        {
            var like = left.FindIndex(x => EditDistance.Similarity(word, x) >= 0.5);
            if (like >= 0)
            {
                left.RemoveAt(like);
            }
            else
            {
                count += word.Length >= 3 ? 1 : 0;
            }
        }

        return count + left.Count(w => w.Length >= 3);
    }
}
