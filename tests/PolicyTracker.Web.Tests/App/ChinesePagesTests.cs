using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;
using PolicyTracker.Web.Tests.Accounts;

namespace PolicyTracker.Web.Tests.App;

/// <summary>Who reads Chinese finds no English sentence but those of records, which are marked as English or are what the store holds.</summary>
public sealed partial class ChinesePagesTests(AccessMatrixTests.Tracker tracker) : IClassFixture<AccessMatrixTests.Tracker>
{
    private static readonly string[] Read =
    [
        "title",
        "aria-label",
        "alt",
        "placeholder",
        "label",
        "data-label",
        "data-done",
        "data-fault",
        "data-text",
    ];

    public static TheoryData<string> Pages { get; } =
    [
        .. AccessMatrixTests
            .All.Where(r => r.StartsWith("GET ", StringComparison.Ordinal))
            .Select(r => r["GET ".Length..])
            .Where(r => !r.Contains('.', StringComparison.Ordinal) && !r.StartsWith("/api", StringComparison.Ordinal)),
    ];

    [Theory, MemberData(nameof(Pages))]
    public async Task A_page_in_Chinese_has_no_English_sentence(string route)
    {
        var path = await tracker.FillAsync(route);
        var recorded = await RecordedAsync();
        foreach (var (who, browser) in tracker.Browsers.Where(b => b.Who is "anonymous" or "admin"))
        {
            using var asked = new HttpRequestMessage(HttpMethod.Get, path);
            asked.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue("zh-CN"));
            asked.Headers.Accept.ParseAdd("text/html");
            using var answer = await browser.SendAsync(asked);
            if (answer.Content.Headers.ContentType?.MediaType != "text/html")
            {
                continue;
            }

            var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
            Assert.Equal("zh-Hans", page.DocumentElement.GetAttribute("lang"));
            var english = Shown(page.DocumentElement)
                .Select(t => Without(t, recorded))
                .Where(t => English().IsMatch(t))
                .Distinct()
                .ToList();
            Assert.True(english.Count == 0, $"{path} as {who}:\n{string.Join('\n', english)}");
        }
    }

    // What is read of a page where it is in its own language: texts, and attributes that are read out.
    private static IEnumerable<string> Shown(IElement element)
    {
        if (
            element.LocalName is "script" or "style" or "code" or "kbd" or "template"
            || element.GetAttribute("lang") is { } language && !language.StartsWith("zh-Hans", StringComparison.Ordinal)
        )
        {
            yield break;
        }

        foreach (var read in Read.Select(element.GetAttribute).OfType<string>())
        {
            yield return read;
        }

        foreach (var node in element.ChildNodes)
        {
            foreach (
                var text in node is IElement child ? Shown(child)
                : node is IText own ? [own.Data]
                : []
            )
            {
                yield return text;
            }
        }
    }

    private static string Without(string text, IReadOnlyList<string> recorded)
    {
        foreach (var words in recorded.Where(w => text.Contains(w, StringComparison.Ordinal)))
        {
            text = text.Replace(words, "…", StringComparison.Ordinal);
        }

        // Commands, and the names of formats and programs.
        return Named().Replace(text, "…");
    }

    // Every text that the store holds, the longest first.
    private async Task<IReadOnlyList<string>> RecordedAsync()
    {
        await using var db = await tracker.App.Get<IDbContextFactory<TrackerDb>>().CreateDbContextAsync();
        var revisions = await db.Set<Revision>().Select(r => new { r.Label, r.Content }).ToListAsync();
        return
        [
            .. revisions
                .SelectMany(r =>
                    JsonDocument
                        .Parse(r.Content)
                        .RootElement.EnumerateObject()
                        .Select(p => p.Value)
                        .Where(v => v.ValueKind is JsonValueKind.String)
                        .Select(v => v.GetString()!)
                        .Append(r.Label)
                )
                .Select(w => w.Trim())
                .Where(w => w.Contains(' ', StringComparison.Ordinal))
                .Distinct()
                .OrderByDescending(w => w.Length),
        ];
    }

    [GeneratedRegex("[A-Za-z][A-Za-z’']+[,.:;]? [A-Za-z]{2,}")]
    private static partial Regex English();

    [GeneratedRegex("W3C Web Annotations|Policy Tracker|Cohen’s kappa|policytracker [a-z-]+( --[a-z]+)*( [A-Z]+)?|Authorization: Bearer")]
    private static partial Regex Named();
}
