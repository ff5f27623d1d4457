using PolicyTracker.Text.Folding;

namespace PolicyTracker.Text.Meaning;

/// <summary>
/// Finds out whether two wordings say the same. They do where everything that differs is known to be harmless; what is not known
/// to be harmless is a change of content, whatever it may be. So no list need be whole.
/// </summary>
internal static partial class ChangeClassifier
{
    // Above this many cells all that differs counts as other words: sentences stay far below.
    private const long MaxCells = 1_000_000;

    /// <summary>The most severe difference of two stretches of folded text whose letters are not the same.</summary>
    public static ChangeSeverity MostSevere(FoldedText a, (int Start, int End) first, FoldedText b, (int Start, int End) second)
    {
        var (left, right) = (new Statement(a, first.Start, first.End), new Statement(b, second.Start, second.End));
        if (left.Units.Count == 0 || right.Units.Count == 0)
        {
            return ChangeSeverity.Content; // punctuation says nothing that could be compared
        }

        var change = Compare(left, right);
        if (change >= ChangeSeverity.Content && PageFurniture.Within(b, second) is { Count: > 0 } heads)
        {
            change = Least(change, Compare(left, right.Without(heads)));
        }

        if (change >= ChangeSeverity.Content && PageFurniture.Within(a, first) is { Count: > 0 } before)
        {
            change = Least(change, Compare(left.Without(before), right));
        }

        return change;
    }

    private static ChangeSeverity Least(ChangeSeverity whole, ChangeSeverity without) => without < ChangeSeverity.Content ? without : whole;

    private static ChangeSeverity Compare(Statement left, Statement right)
    {
        var (a, b) = (left.Units, right.Units);
        var (head, tailA, tailB) = (0, a.Count, b.Count);
        while (head < tailA && head < tailB && a[head].Key == b[head].Key)
        {
            head++;
        }

        while (tailA > head && tailB > head && a[tailA - 1].Key == b[tailB - 1].Key)
        {
            tailA--;
            tailB--;
        }

        var change = SameUnits(left, 0, right, 0, head);
        change = Max(change, SameUnits(left, tailA, right, tailB, a.Count - tailA));
        if (head == tailA && head == tailB)
        {
            return change;
        }

        var (n, m) = (tailA - head, tailB - head);
        if ((long)n * m > MaxCells)
        {
            return Named(left, head, tailA, right, head, tailB);
        }

        // best[i, j]: how many units of what is left from i and j on can be kept.
        var best = new int[n + 1, m + 1];
        for (var i = n - 1; i >= 0; i--)
        {
            for (var j = m - 1; j >= 0; j--)
            {
                best[i, j] = a[head + i].Key == b[head + j].Key ? best[i + 1, j + 1] + 1 : Math.Max(best[i + 1, j], best[i, j + 1]);
            }
        }

        for (int i = 0, j = 0; i < n || j < m; )
        {
            if (i < n && j < m && a[head + i].Key == b[head + j].Key)
            {
                change = Max(change, SameUnits(left, head + i++, right, head + j++, 1));
                continue;
            }

            var (fromA, fromB) = (head + i, head + j);
            while ((i < n || j < m) && !(i < n && j < m && a[head + i].Key == b[head + j].Key))
            {
                if (i < n && (j == m || best[i + 1, j] >= best[i, j + 1]))
                {
                    i++;
                }
                else
                {
                    j++;
                }
            }

            change = Max(change, Region(left, fromA, head + i, right, fromB, head + j));
        }

        return change;
    }

    // Units that say the same: whether they are set, written or spelt otherwise.
    private static ChangeSeverity SameUnits(Statement left, int i, Statement right, int j, int count)
    {
        var change = ChangeSeverity.Reformatted;
        for (var k = 0; k < count; k++)
        {
            var (x, y) = (left.Units[i + k], right.Units[j + k]);
            if (x.Kind is UnitKind.Han && y.Kind is UnitKind.Han && x.Length == y.Length && !left.Of(x).SequenceEqual(right.Of(y)))
            {
                change = Max(change, ChangeSeverity.Script);
            }
            else if (
                x.Kind is UnitKind.Word
                && y.Kind is UnitKind.Word
                && !left.Of(x).Equals(right.Of(y), StringComparison.OrdinalIgnoreCase)
            )
            {
                change = ChangeSeverity.Wording;
            }
        }

        return change;
    }

    // What differs between two units that are kept: harmless if it can be read as slips, spellings, articles and words that were
    // joined or broken, one behind the other; else a change of content.
    private static ChangeSeverity Region(Statement left, int fromA, int toA, Statement right, int fromB, int toB)
    {
        const int MaxUnits = 60,
            MaxJoined = 12;
        var (n, m) = (toA - fromA, toB - fromB);
        if (n > MaxUnits || m > MaxUnits)
        {
            return Named(left, fromA, toA, right, fromB, toB);
        }

        var reached = new ChangeSeverity?[n + 1, m + 1];
        reached[0, 0] = ChangeSeverity.Reformatted;
        for (var i = 0; i <= n; i++)
        {
            for (var j = 0; j <= m; j++)
            {
                if (reached[i, j] is not { } so)
                {
                    continue;
                }

                void Reach(int x, int y, ChangeSeverity change)
                {
                    var least = Max(so, change);
                    reached[x, y] = reached[x, y] is { } known && known < least ? known : least;
                }

                if (i < n && left.IsArticle(left.Units[fromA + i]))
                {
                    Reach(i + 1, j, ChangeSeverity.Wording);
                }

                if (j < m && right.IsArticle(right.Units[fromB + j]))
                {
                    Reach(i, j + 1, ChangeSeverity.Wording);
                }

                if (i == n || j == m)
                {
                    continue;
                }

                var (u, v) = (left.Units[fromA + i], right.Units[fromB + j]);
                if (u.Key == v.Key)
                {
                    Reach(i + 1, j + 1, ChangeSeverity.Reformatted);
                }
                else if (IsSpelled(left, u) && IsSpelled(right, v) && IsSlip(left, u, right, v))
                {
                    Reach(i + 1, j + 1, ChangeSeverity.Wording);
                }

                var isLike =
                    left.Of(u) is [var x0, ..] && right.Of(v) is [var y0, ..] && char.ToLowerInvariant(x0) == char.ToLowerInvariant(y0);
                for (var k = 1; isLike && k <= Math.Min(MaxJoined, n - i); k++)
                {
                    for (var l = 1; l <= Math.Min(MaxJoined, m - j); l++)
                    {
                        if (k + l > 2 && Joined(left, fromA + i, k, right, fromB + j, l) is { } joined)
                        {
                            Reach(i + k, j + l, joined);
                        }
                    }
                }
            }
        }

        return reached[n, m] ?? Named(left, fromA, toA, right, fromB, toB);
    }

    // A word, or a number in one word.
    private static bool IsSpelled(Statement text, ContentUnit unit) =>
        unit.Kind is UnitKind.Word || (unit.Kind is UnitKind.Number && !text.Of(unit).ContainsAnyExceptInRange('A', 'z'));

    private static bool IsSlip(Statement left, ContentUnit u, Statement right, ContentUnit v)
    {
        var (a, b) = (left.Of(u).ToString(), right.Of(v).ToString());
        return Spelling.IsSlip(
            a,
            b,
            left.IsUpper && right.IsUpper,
            word =>
                left.Occurs(word) + right.Occurs(word)
                > (word.Equals(a, StringComparison.OrdinalIgnoreCase) ? 1 : 0)
                    + (word.Equals(b, StringComparison.OrdinalIgnoreCase) ? 1 : 0)
        );
    }

    // The same letters and figures with other gaps between them.
    private static ChangeSeverity? Joined(Statement left, int i, int k, Statement right, int j, int l)
    {
        var (a, b) = (left.Letters(i, k), right.Letters(j, l));
        if (a.Length != b.Length || !a.Equals(b, StringComparison.Ordinal))
        {
            // A ligature that was lost leaves a gap: "Cra s" for "Crafts".
            return k == 1 && l == 2 && IsLostLigature(a, right.Letters(j, 1), right.Letters(j + 1, 1)) ? ChangeSeverity.Wording
                : l == 1 && k == 2 && IsLostLigature(b, left.Letters(i, 1), left.Letters(i + 1, 1)) ? ChangeSeverity.Wording
                : null;
        }

        var (figures, others) = (left.Figures(i, k), right.Figures(j, l));
        if (!figures.SequenceEqual(others) && !(figures.TrueForAll(f => f.Length == 1) || others.TrueForAll(f => f.Length == 1)))
        {
            return null; // "5 10" is no "510"; "2 0 3 1" is 2031
        }

        return IsReadTwoWays(left, i, k) && IsReadTwoWays(right, j, l) ? null : ChangeSeverity.Reformatted;
    }

    private static bool IsLostLigature(string whole, string before, string behind) =>
        whole.StartsWith(before, StringComparison.Ordinal)
        && whole.EndsWith(behind, StringComparison.Ordinal)
        && EnglishWords.IsCommon(whole)
        && whole.Length > before.Length + behind.Length
        && whole[before.Length..^behind.Length] is "ff" or "fi" or "fl" or "ffi" or "ffl" or "ft" or "tt" or "ti" or "tf" or "st" or "ct";

    // Whether all the pieces are words, and a small one among them could stand alone: "not able", or "notable"; "we're", or "were".
    private static bool IsReadTwoWays(Statement text, int i, int k)
    {
        var units = text.Units[i..(i + k)];
        return !text.IsBrokenByLine(units)
            && (
                k == 1
                    ? units[0].Kind is UnitKind.Word && EnglishWords.IsCommon(text.Letters(i, 1))
                    : (k == 2 && text.Of(units[1]) is ['\'', ..])
                        || units.Exists(u => Joinable.Contains(u.Key))
                            && units.TrueForAll(u => Joinable.Contains(u.Key) || (u.Kind is UnitKind.Word && EnglishWords.IsCommon(u.Key)))
            );
    }

    private static ChangeSeverity Max(ChangeSeverity a, ChangeSeverity b) => a > b ? a : b;
}
