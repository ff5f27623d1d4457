namespace PolicyTracker.Text.Anchoring;

internal static class SpanExtensions
{
    /// <summary>How many characters at the end of both are the same.</summary>
    public static int CommonSuffix(this ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var n = 0;
        while (n < a.Length && n < b.Length && a[^(n + 1)] == b[^(n + 1)])
        {
            n++;
        }

        return n;
    }
}
