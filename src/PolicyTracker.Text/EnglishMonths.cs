using System.Globalization;

namespace PolicyTracker.Text;

/// <summary>The English names of the months.</summary>
public static class EnglishMonths
{
    private static readonly string[] Lower = [.. DateTimeFormatInfo.InvariantInfo.MonthNames.Take(12).Select(n => n.ToLowerInvariant())];

    /// <summary>The twelve names in small letters, in order.</summary>
    public static IReadOnlyList<string> Names => Lower;

    /// <summary>
    /// The number, 1 to 12, of the first month whose name in small letters is the one that is looked for; 0 where none is.
    /// </summary>
    public static int NumberOf(Predicate<string> isName) => Array.FindIndex(Lower, isName) + 1;
}
