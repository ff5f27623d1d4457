using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using MudBlazor;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Web.App;

namespace PolicyTracker.Web.Tests.App;

/// <summary>What a reader's browser has to load.</summary>
public sealed partial class LightPagesTests(TrackerApplication app) : IClassFixture<TrackerApplication>
{
    private const int MaxBytes = 60_000;

    [Theory]
    [InlineData("/")]
    [InlineData("/pillars/core-sectors")]
    [InlineData("/pillars/core-sectors/summary")]
    [InlineData("/commitments")]
    [InlineData("/indicators")]
    [InlineData("/announcements/miit-press-conference-2023-03-01")]
    [InlineData("/glossary")]
    [InlineData("/rules")]
    [InlineData("/changes")]
    [InlineData("/nowhere")]
    public async Task A_reading_page_and_all_that_it_loads_are_60_KB_at_most(string path)
    {
        using var browser = Browser("br");
        var (page, bytes) = await GetAsync(browser, path);
        var parts = Loaded().Matches(page).Select(m => m.Groups[1].Value).ToList();
        Assert.DoesNotContain(
            parts,
            p => p.Contains("MudBlazor", StringComparison.Ordinal) || p.Contains("blazor", StringComparison.Ordinal)
        );
        Assert.Contains(parts, p => p.StartsWith("app.", StringComparison.Ordinal));
        foreach (var part in parts)
        {
            bytes += (await GetAsync(browser, "/" + part)).Bytes;
        }

        Assert.InRange(bytes, 1, MaxBytes);
    }

    [Theory]
    [InlineData("/commitments")]
    [InlineData("/pillars/core-sectors/summary.md")]
    [InlineData("/changes.atom")]
    [InlineData("/annotations.jsonld")]
    public async Task A_page_is_kept_in_each_way_that_browsers_ask_for_and_says_the_same_in_all(string path)
    {
        using var plain = Browser(null);
        var (text, length) = await GetAsync(plain, path);
        foreach (var encoding in new[] { "br", "gzip", "br" })
        {
            using var browser = Browser(encoding);
            var (unpacked, bytes) = await GetAsync(browser, path);
            Assert.Equal(text, unpacked);
            Assert.True(bytes < length / 2, $"{bytes} of {length} bytes, {encoding}");
        }

        Assert.Equal(text, (await GetAsync(plain, path)).Text);
    }

    [Fact]
    public async Task A_page_of_somebody_who_is_signed_in_is_not_compressed_for_its_length_would_tell_of_its_secrets()
    {
        await app.AddAccountAsync("light-reader", Roles.Editor);
        using var editor = Browser("br");
        await Forms.SignInAsync(editor, "light-reader");
        using var response = await editor.GetAsync("/commitments");
        Assert.Empty(response.Content.Headers.ContentEncoding);
        Assert.Contains("edit.", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void Both_kinds_of_pages_have_the_colours_of_one_theme()
    {
        foreach (Palette palette in new Palette[] { TrackerTheme.Theme.PaletteLight, TrackerTheme.Theme.PaletteDark })
        {
            Assert.Contains($"--paper:{palette.Background.Value};", TrackerTheme.Sheet, StringComparison.Ordinal);
            Assert.Contains($"--amber-wash:{palette.WarningLighten};", TrackerTheme.Sheet, StringComparison.Ordinal);
        }

        var sheets = Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "..", "..", "src", "PolicyTracker.Web", "wwwroot");
        var defined = Variable().Matches(TrackerTheme.Sheet).Select(m => m.Value).ToHashSet();
        var css = string.Concat(Directory.EnumerateFiles(sheets, "*.css").Select(File.ReadAllText));
        defined.UnionWith(Variable().Matches(css).Select(m => m.Value));
        Assert.Subset(defined, Used().Matches(css).Select(m => m.Groups[1].Value).ToHashSet());
    }

    private HttpClient Browser(string? encoding)
    {
        var browser = app.Browser();
        if (encoding is not null)
        {
            browser.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
        }

        return browser;
    }

    // What came, unpacked, and how many bytes went over the wire.
    private static async Task<(string Text, long Bytes)> GetAsync(HttpClient browser, string path)
    {
        using var response = await browser.GetAsync(path);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        await using Stream packed = new MemoryStream(bytes);
        await using Stream text = response.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "br" => new BrotliStream(packed, CompressionMode.Decompress),
            "gzip" => new GZipStream(packed, CompressionMode.Decompress),
            _ => packed,
        };
        using var reader = new StreamReader(text, Encoding.UTF8);
        return (State().Replace(await reader.ReadToEndAsync(), ""), bytes.Length);
    }

    [GeneratedRegex("<(?:link rel=\"(?:stylesheet|icon)\" href|script src)=\"([^\"]+)\"")]
    private static partial Regex Loaded();

    // Sealed anew with each answer.
    [GeneratedRegex("<!--Blazor-Server-Component-State:.*?-->")]
    private static partial Regex State();

    [GeneratedRegex("--[a-z0-9-]+(?=:)")]
    private static partial Regex Variable();

    [GeneratedRegex(@"var\((--[a-z0-9-]+)\)")]
    private static partial Regex Used();
}
