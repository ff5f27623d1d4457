using System.Globalization;

namespace PolicyTracker.Core.Localization;

/// <summary>What each language says of itself, and how it writes dates and lists.</summary>
internal static class LanguageTexts
{
    public static TextResource Texts { get; } = new(typeof(LanguageTexts));

    /// <summary>The same in one language.</summary>
    public static TextResource In(string language) => new(typeof(LanguageTexts), CultureInfo.GetCultureInfo(language));
}
