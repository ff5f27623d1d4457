using System.Globalization;
using System.Resources;

namespace PolicyTracker.Core.Localization;

/// <summary>
/// The sentences of one noun by their keys, in the language of the current culture. They stand in the resource file beside the class
/// that is named like it: <c>PillarTexts.resx</c> beside <c>PillarTexts.cs</c>. docs/decisions/0039.
/// </summary>
/// <param name="noun">That class.</param>
/// <param name="culture">The language of a format that has only one; null for that of whoever reads.</param>
public sealed class TextResource(Type noun, CultureInfo? culture = null)
{
    private readonly ResourceManager _texts = new(noun);

    /// <summary>The sentence as it stands in the file, its places unfilled.</summary>
    /// <exception cref="InvalidOperationException">There is none under this key.</exception>
    public string this[string key] =>
        _texts.GetString(key, culture ?? CultureInfo.CurrentUICulture)
        ?? throw new InvalidOperationException($"{noun.Name} has no text for {key}.");

    /// <summary>The sentence, its places filled.</summary>
    /// <param name="key">The sentence's name.</param>
    /// <param name="arguments">What stands at {0}, {1} …; a value of an enumeration by its word.</param>
    /// <exception cref="InvalidOperationException">There is none under this key.</exception>
    public string this[string key, params object?[] arguments] => Fill(this[key], arguments);

    /// <summary>The sentence that goes with a number: <c>Goals.One</c> or <c>Goals.Other</c>, as the language counts.</summary>
    /// <param name="key">What the forms have in common: <c>Goals</c>.</param>
    /// <param name="count">The number, which stands at {0}.</param>
    /// <param name="more">What stands at {1}, {2} …</param>
    /// <exception cref="InvalidOperationException">There is none under this key.</exception>
    public string Count(string key, long count, params object?[] more)
    {
        ArgumentNullException.ThrowIfNull(more);
        return Fill(Form(key, count), [count, .. more]);
    }

    /// <summary>The sentence that goes with a number, its places unfilled.</summary>
    /// <exception cref="InvalidOperationException">There is none under this key.</exception>
    public string Form(string key, long count) => this[$"{key}.{Languages.PluralOf(culture ?? CultureInfo.CurrentUICulture, count)}"];

    private string Fill(string text, object?[] arguments) =>
        string.Format(culture ?? CultureInfo.CurrentCulture, text, [.. arguments.Select(a => a is Enum value ? EnumTexts.Of(value) : a)]);
}
