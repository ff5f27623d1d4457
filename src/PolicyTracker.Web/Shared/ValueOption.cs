using PolicyTracker.Core;
using PolicyTracker.Core.Localization;

namespace PolicyTracker.Web.Shared;

/// <summary>One of the few values that a field offers.</summary>
/// <param name="Value">The value, as programs name it.</param>
/// <param name="Label">What editors know it as.</param>
public sealed record ValueOption(string Value, string Label)
{
    /// <summary>The values of an enumeration.</summary>
    public static IEnumerable<ValueOption> Of<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(v => new ValueOption(WireNames.Of(v), EnumTexts.Of(v)));
}
