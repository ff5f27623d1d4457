namespace PolicyTracker.Core;

/// <summary>A page of a list: its items, how many there are in all, and which page it is (from 1).</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, int Total, int Number, int Size)
{
    /// <summary>How many pages there are, at least 1.</summary>
    public int Pages => Math.Max(1, (Total + Size - 1) / Size);
}

/// <summary>The first of a list, and how many there are in all: whoever shows it can say that there are more.</summary>
public sealed record Part<T>(IReadOnlyList<T> Items, int Total)
{
    /// <summary>How many are not among <see cref="Items"/>.</summary>
    public int More => Total - Items.Count;
}

internal static class Page
{
    /// <summary>The page that is asked for, or the nearest that there is.</summary>
    public static int Within(int page, int total, int size) => Math.Clamp(page, 1, Math.Max(1, (total + size - 1) / size));

    /// <summary>Where a page lies in lists that follow one another: of which of them so many are left out and so many taken.</summary>
    public static IEnumerable<(TList List, int Skip, int Take)> Across<TList>(
        IEnumerable<(TList List, int Count)> lists,
        int skip,
        int take
    )
    {
        foreach (var (list, count) in lists)
        {
            var taken = Math.Clamp(count - skip, 0, take);
            if (taken > 0)
            {
                yield return (list, skip, taken);
            }

            skip = Math.Max(0, skip - count);
            take -= taken;
        }
    }
}
