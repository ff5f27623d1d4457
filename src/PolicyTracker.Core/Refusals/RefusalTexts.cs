using System.Text.Json;
using PolicyTracker.Core.Localization;

namespace PolicyTracker.Core.Refusals;

/// <summary>The sentences of refusals, by their codes.</summary>
internal static class RefusalTexts
{
    private static readonly TextResource Texts = new(typeof(RefusalTexts));

    /// <summary>The code of a factory: <c>SlugTaken</c> gives <c>slug-taken</c>.</summary>
    public static string CodeOf(string factory) => JsonNamingPolicy.KebabCaseLower.ConvertName(factory);

    /// <summary>The sentence, in the language of the current culture.</summary>
    /// <exception cref="InvalidOperationException">There is none under this code.</exception>
    public static string Of(string code, IReadOnlyList<object?> arguments) => Texts[code, [.. arguments]];
}
