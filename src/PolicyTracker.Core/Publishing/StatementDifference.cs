namespace PolicyTracker.Core.Publishing;

/// <summary>A statement that one summary has and another has otherwise, or not at all.</summary>
/// <param name="Before">The one of the first; null where only the second has one.</param>
/// <param name="After">The one of the second; null where only the first has one.</param>
internal sealed record StatementDifference(SummaryStatement? Before, SummaryStatement? After)
{
    // Beyond so many pairs of statements between the first and the last that differ, order is not looked at.
    private const long MaxPairs = 25_000_000;

    /// <summary>What differs, in the order of the second.</summary>
    public static IReadOnlyList<StatementDifference> Of(IReadOnlyList<SummaryStatement> before, IReadOnlyList<SummaryStatement> after)
    {
        var first = 0;
        while (first < before.Count && first < after.Count && before[first].SaysAs(after[first]))
        {
            first++;
        }

        var (a, b) = (before.Count, after.Count);
        while (a > first && b > first && before[a - 1].SaysAs(after[b - 1]))
        {
            (a, b) = (a - 1, b - 1);
        }

        var (was, stands) = (before.Take(a).Skip(first).ToList(), after.Take(b).Skip(first).ToList());
        return Pair((long)was.Count * stands.Count > MaxPairs ? Unordered(was, stands) : Ordered(was, stands));
    }

    // What is left over beside a longest common subsequence.
    private static List<StatementDifference> Ordered(List<SummaryStatement> was, List<SummaryStatement> stands)
    {
        var longest = new int[was.Count + 1, stands.Count + 1];
        for (var i = was.Count - 1; i >= 0; i--)
        {
            for (var j = stands.Count - 1; j >= 0; j--)
            {
                longest[i, j] = was[i].SaysAs(stands[j]) ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
            }
        }

        var found = new List<StatementDifference>();
        for (int i = 0, j = 0; i < was.Count || j < stands.Count; )
        {
            if (i < was.Count && j < stands.Count && was[i].SaysAs(stands[j]))
            {
                found.Add(new(null, null)); // the same: what stands on either side of it is no pair
                (i, j) = (i + 1, j + 1);
            }
            else if (i < was.Count && (j == stands.Count || longest[i + 1, j] >= longest[i, j + 1]))
            {
                found.Add(new(was[i++], null));
            }
            else
            {
                found.Add(new(null, stands[j++]));
            }
        }

        return found;
    }

    private static List<StatementDifference> Unordered(List<SummaryStatement> was, List<SummaryStatement> stands)
    {
        var counts = was.CountBy(s => (s.Kind, s.Text)).ToDictionary();
        var added = stands
            .Where(s => !counts.TryGetValue((s.Kind, s.Text), out var left) || (counts[(s.Kind, s.Text)] = left - 1) < 0)
            .ToList();
        var gone = was.Where(s =>
            counts.TryGetValue((s.Kind, s.Text), out var left) && left > 0 && (counts[(s.Kind, s.Text)] = left - 1) >= 0
        );
        return [.. gone.Select(s => new StatementDifference(s, null)), .. added.Select(s => new StatementDifference(null, s))];
    }

    // One that is gone and one of its kind that came in its place are one that was changed.
    private static List<StatementDifference> Pair(List<StatementDifference> run)
    {
        var paired = new List<StatementDifference>();
        var gone = new List<SummaryStatement>();
        foreach (var difference in run)
        {
            if (difference.After is { } came)
            {
                var match = gone.Find(g => g.Kind == came.Kind);
                gone.Remove(match!);
                paired.Add(new(match, came));
            }
            else if (difference.Before is { } left)
            {
                gone.Add(left);
            }
            else
            {
                Flush();
            }
        }

        Flush();
        return paired;

        void Flush()
        {
            paired.AddRange(gone.Select(g => new StatementDifference(g, null)));
            gone.Clear();
        }
    }
}
