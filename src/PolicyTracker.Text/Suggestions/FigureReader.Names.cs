namespace PolicyTracker.Text.Suggestions;

// The same words for whoever holds a value against what is quoted for it.
internal static partial class FigureReader
{
    /// <summary>What a scale multiplies by.</summary>
    public static IReadOnlyDictionary<string, decimal> ScaleNames => Scales;

    /// <summary>The unit that a name or sign stands for.</summary>
    public static IReadOnlyDictionary<string, string> UnitNames => Units;

    /// <summary>Units that are written as themselves.</summary>
    public static IReadOnlySet<string> UnitSymbols => Symbols;
}
