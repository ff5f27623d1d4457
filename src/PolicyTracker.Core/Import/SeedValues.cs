using System.Globalization;

namespace PolicyTracker.Core.Import;

/// <summary>What stands as text in a seed file, as values.</summary>
internal static class SeedValues
{
    /// <summary>The member of an enumeration that a word names.</summary>
    /// <exception cref="Refusal">There is none.</exception>
    public static T Word<T>(string text)
        where T : struct, Enum =>
        WireNames.Parse<T>(text) ?? throw Refusal.SeedWord(text, string.Join(", ", Enum.GetValues<T>().Select(v => WireNames.Of(v))));

    /// <summary>A day.</summary>
    /// <exception cref="Refusal">It is none.</exception>
    public static DateOnly Day(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw Refusal.SeedDay(text);

    /// <summary>A number.</summary>
    /// <exception cref="Refusal">It is none.</exception>
    public static decimal Number(string text) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : throw Refusal.SeedNumber(text);
}
