using System.Text.RegularExpressions;

namespace PolicyTracker.Core;

/// <summary>Tells whether two web addresses lead to the same page.</summary>
internal static partial class WebAddress
{
    /// <summary>
    /// What of an address tells its page: without scheme, user, www, port of the scheme, fragment, trailing slash, and parameters
    /// that only say who sent the reader; escapes and dots in the path resolved.
    /// </summary>
    public static string Plain(string address)
    {
        var page = address.Trim().Split('#')[0];
        if (Uri.TryCreate(page, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
        {
            var port = uri.IsDefaultPort ? "" : $":{uri.Port}";
            page = $"{uri.IdnHost.TrimEnd('.')}{port}{Slashes().Replace(uri.AbsolutePath, "/")}{uri.Query}";
        }

        return Campaign().Replace(Www().Replace(page, ""), "").TrimEnd('/', '?', '&').ToLowerInvariant();
    }

    [GeneratedRegex("^(https?://)?(www\\.)?", RegexOptions.IgnoreCase)]
    private static partial Regex Www();

    [GeneratedRegex("/{2,}")]
    private static partial Regex Slashes();

    [GeneratedRegex("(?<=[?&])(utm_[a-z]+|fbclid|gclid|msclkid|yclid|igshid|mc_[ce]id|spm)=[^&]*&?", RegexOptions.IgnoreCase)]
    private static partial Regex Campaign();
}
