using System.Text.RegularExpressions;

namespace PolicyTracker.Core;

/// <summary>Tells whether two web addresses lead to the same page.</summary>
internal static partial class WebAddress
{
    /// <summary>What of an address tells its page: without scheme, www, fragment, trailing slash, and parameters that only say who sent the reader.</summary>
    public static string Plain(string address)
    {
        var page = Scheme().Replace(address.Trim().Split('#')[0], "");
        return Campaign().Replace(page, "").TrimEnd('/', '?', '&').ToLowerInvariant();
    }

    [GeneratedRegex("^https?://(www\\.)?", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();

    [GeneratedRegex("(?<=[?&])(utm_[a-z]+|fbclid|gclid|spm)=[^&]*&?", RegexOptions.IgnoreCase)]
    private static partial Regex Campaign();
}
