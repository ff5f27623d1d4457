using System.Globalization;
using PolicyTracker.Core.Localization;

namespace PolicyTracker.Core.Tests.Localization;

/// <summary>A language is spoken until this is disposed.</summary>
internal sealed class Speaking : IDisposable
{
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo _words = CultureInfo.CurrentUICulture;

    public Speaking(string language)
    {
        var culture = Languages.CultureOf(language);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
    }

    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (_culture, _words);
}
