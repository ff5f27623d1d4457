using System.Net;
using System.Text.RegularExpressions;

namespace PolicyTracker.Web.Tests.App;

/// <summary>What a browser without script does with a page's forms.</summary>
internal static partial class Forms
{
    /// <summary>Fills in and sends a form of a page, by the name of what handles it or by the address that it goes to.</summary>
    public static async Task<HttpResponseMessage> PostFormAsync(
        this HttpClient browser,
        string path,
        string form,
        params (string Name, string Value)[] fields
    ) => await browser.PostFormAsync(path, form, null, fields);

    public static async Task<HttpResponseMessage> PostFormAsync(
        this HttpClient browser,
        string path,
        string form,
        string? action,
        params (string Name, string Value)[] fields
    )
    {
        var page = await browser.GetStringAsync(path);
        var found = Form()
            .Matches(page)
            .Select(m => m.Value)
            .FirstOrDefault(f =>
                action is null
                    ? f.Contains($"name=\"_handler\" value=\"{form}\"", StringComparison.Ordinal)
                    : f.Contains($"action=\"{action}\"", StringComparison.Ordinal)
            );
        Assert.True(found is not null, $"{path} has no form “{form}”.");
        var hidden = Hidden()
            .Matches(found)
            .Select(m => (m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value)))
            .Where(h => fields.All(f => f.Name != h.Item1));
        return await browser.PostAsync(
            action ?? path,
            new FormUrlEncodedContent(hidden.Concat(fields).Select(f => new KeyValuePair<string, string>(f.Item1, f.Item2)))
        );
    }

    /// <summary>The hidden fields of a form of a page that was read already.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Hidden(string page, string form)
    {
        var found = Form()
            .Matches(page)
            .Select(m => m.Value)
            .First(f => f.Contains($"name=\"_handler\" value=\"{form}\"", StringComparison.Ordinal));
        return Hidden()
            .Matches(found)
            .Select(m => new KeyValuePair<string, string>(m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value)));
    }

    public static Task<HttpResponseMessage> SignInAsync(
        this HttpClient browser,
        string name,
        string password = TrackerApplication.Password
    ) => browser.PostFormAsync("/account/sign-in", "sign-in", ("Input.Name", name), ("Input.Password", password));

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\"(?: value=\"([^\"]*)\")?")]
    private static partial Regex Hidden();
}
