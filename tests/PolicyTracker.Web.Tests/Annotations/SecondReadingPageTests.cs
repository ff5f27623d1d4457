using System.Net;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Web.Tests.App;

namespace PolicyTracker.Web.Tests.Annotations;

/// <summary>A text is given to an editor, read a second time and compared, by forms that need no script.</summary>
public sealed class SecondReadingPageTests
{
    private const string Text = "/announcements/miit-press-conference-2023-03-01";

    [Fact]
    public async Task A_text_is_given_to_a_second_reader_who_is_shown_no_mark_and_compared_when_they_have_finished()
    {
        await using var app = new TrackerApplication();
        await app.AddAccountAsync("mei", Roles.Editor);
        await app.AddAccountAsync("tom", Roles.Editor);
        using var mei = app.Browser();
        using var tom = app.Browser();
        await mei.SignInAsync("mei");
        await tom.SignInAsync("tom");
        using var reader = app.Browser();
        Assert.DoesNotContain("assignment", await reader.GetStringAsync("/announcements"), StringComparison.Ordinal);

        using var refused = await mei.PostFormAsync(
            "/announcements",
            "",
            $"{Text}/assignment",
            ("state", "second-reading"),
            ("assignee", ""),
            ("back", "/announcements")
        );
        Assert.Contains("Choose who reads it", await mei.GetStringAsync(refused.Headers.Location!.ToString()), StringComparison.Ordinal);
        using var given = await mei.PostFormAsync(
            "/announcements",
            "",
            $"{Text}/assignment",
            ("state", "second-reading"),
            ("assignee", "tom"),
            ("back", "//evil.example/")
        );
        Assert.Equal("/announcements", given.Headers.Location!.ToString());
        Assert.Contains("Second reading, by tom", await mei.GetStringAsync("/announcements"), StringComparison.Ordinal);
        Assert.Contains("was not given to you", await mei.GetStringAsync($"{Text}/second-reading"), StringComparison.Ordinal);

        var bench = await tom.GetStringAsync($"{Text}/annotate");
        Assert.Contains("Finish your reading", bench, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"bench\"", bench, StringComparison.Ordinal);
        Assert.Contains("class=\"bench\"", await mei.GetStringAsync($"{Text}/annotate"), StringComparison.Ordinal);

        var page = await tom.GetStringAsync($"{Text}/second-reading");
        Assert.DoesNotContain("checked", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"hl", page, StringComparison.Ordinal);
        var first = page.Split("name=\"Sentences\" value=\"")[1].Split('"')[0];
        using var saved = await tom.PostFormAsync(
            $"{Text}/second-reading",
            "reading",
            ("Sentences", first),
            ("Marks", $"{first}:commitment"),
            ("Marks", $"{first}:target"),
            ("Go", "stay")
        );
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        page = await tom.GetStringAsync($"{Text}/second-reading");
        Assert.Equal(3, page.Split("checked").Length);
        Assert.DoesNotContain("without having marked", await mei.GetStringAsync($"{Text}/agreement"), StringComparison.Ordinal);

        using var finished = await tom.PostFormAsync(
            $"{Text}/second-reading",
            "reading",
            ("Sentences", first),
            ("Marks", $"{first}:commitment"),
            ("Go", "finish")
        );
        var agreement = await mei.GetStringAsync(finished.Headers.Location!.ToString());
        Assert.Contains("without having marked words of this text", agreement, StringComparison.Ordinal);
        Assert.Contains("only tom saw one", agreement, StringComparison.Ordinal);
        Assert.Contains("only the record has one", agreement, StringComparison.Ordinal);
    }
}
