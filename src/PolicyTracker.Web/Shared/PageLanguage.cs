using System.Globalization;

namespace PolicyTracker.Web.Shared;

/// <summary>
/// The language of a page that stays open. What happens elsewhere is told in the language of whoever did it; what the page then does
/// goes on in its own.
/// </summary>
internal sealed class PageLanguage
{
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo _words = CultureInfo.CurrentUICulture;

    /// <summary>Does something in it.</summary>
    public async Task DoAsync(Func<Task> act)
    {
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (_culture, _words);
        await act();
    }
}
