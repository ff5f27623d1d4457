using System.Globalization;

namespace PolicyTracker.Text.Meaning;

/// <summary>Numbers in one spelling: two say the same where their keys are the same.</summary>
internal static class NumberKey
{
    /// <summary>What is greater, or as great, is read by its digits alone.</summary>
    public const decimal Max = 1e15m;

    /// <summary>Of a number.</summary>
    public static string Of(decimal value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    /// <summary>Of which one in a row, not the number itself: the third is none of three.</summary>
    public static string OfOrdinal(decimal value) => "#" + Of(value);
}
