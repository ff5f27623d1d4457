using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Collaboration;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Sources;
using PolicyTracker.Web.Tests.App;

namespace PolicyTracker.Web.Tests.Annotations;

/// <summary>What an editor does at the workbench, without a browser: opening, marking, saving, drafts, and what is refused.</summary>
public sealed class AnnotationWorkbenchTests(TrackerApplication app) : IClassFixture<TrackerApplication>
{
    [Fact]
    public async Task A_text_is_opened_with_what_is_recorded_about_it_and_one_that_is_not_there_says_so()
    {
        var by = await app.AddEditorAsync();
        await using var bench = await app.OpenAsync(by, "miit-press-conference-2023-03-01");
        Assert.False(bench.IsMissing);
        Assert.StartsWith("China’s Industry Minister", bench.Text!.Source.Text, StringComparison.Ordinal);
        Assert.Equal(106, bench.Text.Recorded.Highlights.Count);
        Assert.NotNull(bench.Queue.Items);
        Assert.Null(bench.Form.Marked);

        await using var nowhere = await app.OpenAsync(by, "nowhere");
        Assert.True(nowhere.IsMissing);
        Assert.Null(nowhere.Text);
    }

    [Fact]
    public async Task Marked_words_are_attached_listed_and_leave_an_empty_form()
    {
        var by = await app.AddEditorAsync();
        await using var bench = await app.OpenAsync(by, await app.AddTextAsync());
        bench.Mark("Two parks");
        Assert.Equal("Two parks", bench.Form.Fields.Exact);
        bench.Choose("comment");
        bench.Form.Fields.Note = "Which two?";
        await bench.SaveAsync();
        Assert.Equal("The words were attached.", bench.Attempt.Message);
        var highlight = Assert.Single(bench.Text!.Recorded.Highlights);
        Assert.Equal(("Two parks", "Which two?", 1), (highlight.Exact, highlight.Comment, highlight.Version));
        Assert.True(bench.Form.Fields.IsEmpty);
        Assert.Empty(await app.Get<Drafts>().ListAsync(by));

        bench.MoveCaret(highlight.CodePoints.Start + 1);
        Assert.Equal("Quoted here: comment “Which two?”.", bench.Said);
        await bench.RemoveAsync(highlight);
        Assert.Empty(bench.Text.Recorded.Highlights);
    }

    [Fact]
    public async Task What_a_browser_sends_that_the_text_does_not_have_marks_nothing_or_is_refused_and_nothing_typed_is_lost()
    {
        await using var bench = await app.OpenAsync(await app.AddEditorAsync(), await app.AddTextAsync());
        bench.Mark(-1, 4, "The");
        bench.Mark(5, 5, "");
        bench.Mark(0, Workbenches.Text.Length + 1, "The");
        bench.Mark(0, 3, new string('x', Annotation.MaxCharacters + 1));
        bench.Choose("pillar");
        Assert.Equal(("", "commitment"), (bench.Form.Fields.Exact, bench.Form.Fields.Supports));

        bench.Mark(0, 3, "Any");
        bench.Choose("comment");
        bench.Form.Fields.Note = "Forged";
        await bench.SaveAsync();
        Assert.Contains("“Any”", bench.Attempt.Fault, StringComparison.Ordinal);
        Assert.Equal("Forged", bench.Form.Fields.Note);
        Assert.Empty(bench.Text!.Recorded.Highlights);
    }

    [Fact]
    public async Task A_field_that_is_wrong_is_named_and_not_any_more_once_something_else_is_told()
    {
        await using var bench = await app.OpenAsync(await app.AddEditorAsync(), await app.AddTextAsync());
        bench.Mark("Two parks");
        bench.Form.Fields.Title = "Open parks";
        await bench.SaveAsync();
        Assert.Equal("goal", bench.Attempt.FaultField);
        await bench.ActAsync("form");
        Assert.Contains("not attached yet", bench.Attempt.Fault, StringComparison.Ordinal);
        Assert.Null(bench.Attempt.FaultField);
        Assert.Equal("Open parks", bench.Form.Fields.Title);
    }

    [Fact]
    public async Task Who_may_not_edit_is_told_so_and_keeps_what_was_typed()
    {
        var by = await app.AddEditorAsync();
        await using var bench = await app.OpenAsync(by, await app.AddTextAsync());
        await using (var db = await app.Get<IDbContextFactory<TrackerDb>>().CreateDbContextAsync())
        {
            await db.UserRoles.Where(r => r.UserId == by.AccountId).ExecuteDeleteAsync();
        }

        bench.Mark("Two parks");
        bench.Choose("comment");
        bench.Form.Fields.Note = "Which two?";
        await bench.SaveAsync();
        Assert.Equal(Core.Refusals.Refusal.NotEditor().Message, bench.Attempt.Fault);
        Assert.Equal("Which two?", bench.Form.Fields.Note);
        await bench.RejectAsync(bench.Queue.Shown!);
        Assert.Equal(Core.Refusals.Refusal.NotEditor().Message, Assert.Single(bench.Queue.Returned).Why);
        Assert.Empty(bench.Text!.Recorded.Highlights);
    }

    [Fact]
    public async Task Words_cut_off_from_a_not_are_told_and_attached_once_that_is_confirmed_or_widened()
    {
        await using var bench = await app.OpenAsync(await app.AddEditorAsync(), await app.AddTextAsync());
        bench.Mark("allowed to close a rural office");
        Assert.Equal("not", bench.Form.CutOff?.Word);
        bench.Choose("comment");
        bench.Form.Fields.Note = "Odd";
        await bench.SaveAsync();
        Assert.Single(bench.Attempt.Doubts);
        Assert.Empty(bench.Text!.Recorded.Highlights);
        await bench.SaveAsync([.. bench.Attempt.Doubts.Select(d => d.Message)]);
        Assert.Equal("allowed to close a rural office", Assert.Single(bench.Text.Recorded.Highlights).Exact);

        bench.Mark("allowed to close a rural office");
        bench.Widen();
        Assert.StartsWith("is not allowed", bench.Form.Fields.Exact, StringComparison.Ordinal);
        Assert.Null(bench.Form.CutOff);
    }

    [Fact]
    public async Task What_is_typed_is_there_again_in_the_same_tab_and_offered_in_another()
    {
        var (by, slug) = (await app.AddEditorAsync(), await app.AddTextAsync());
        await using (var first = await app.OpenAsync(by, slug))
        {
            first.Mark("Two parks");
            first.Form.Fields.Title = "Half ty";
            first.Form.Touch();
        }

        await using var again = await app.OpenAsync(by, slug);
        Assert.Equal(("Two parks", "Half ty"), (again.Form.Fields.Exact, again.Form.Fields.Title));
        await using var train = await app.OpenAsync(by, slug, "another tab");
        Assert.True(train.Form.Fields.IsEmpty);
        await train.TakeOverAsync(Assert.Single(train.Form.Draft.Others));
        Assert.Equal("Half ty", train.Form.Fields.Title);
    }

    [Fact]
    public async Task A_draft_about_an_annotation_that_was_removed_goes_on_as_one_of_new_words()
    {
        var (by, slug) = (await app.AddEditorAsync(), await app.AddTextAsync());
        await using var other = await app.OpenAsync(by, slug, "another tab");
        await other.CommentAsync("Two parks", "Which two?");
        await using (var first = await app.OpenAsync(by, slug))
        {
            Assert.True(await first.OpenQuotationAsync(first.Text!.Recorded.Highlights[0]));
            first.Form.Fields.Note = "These two";
            first.Form.Touch();
        }

        await other.RemoveAsync(other.Text!.Recorded.Highlights[0]);
        await using var again = await app.OpenAsync(by, slug);
        Assert.Contains("removed meanwhile", again.Attempt.Fault, StringComparison.Ordinal);
        await again.SaveAsync();
        Assert.Equal("These two", Assert.Single(again.Text!.Recorded.Highlights).Comment);
    }

    [Fact]
    public async Task Another_version_takes_no_text_away_and_its_quotations_are_carried_over_one_by_one()
    {
        var (by, slug) = (await app.AddEditorAsync(), await app.AddTextAsync());
        await using var bench = await app.OpenAsync(by, slug);
        await bench.CommentAsync("Two parks opened", "Which two?");
        var suggested = bench.Queue.Items!.Select(s => s.Words).ToList();
        var newer = new NewVersion
        {
            Text = "Preface. " + Workbenches.Text.Replace("Two parks opened", "Three parks were made", StringComparison.Ordinal),
            After = 1,
        };
        await app.Get<AnnouncementEdits>().AddVersionAsync(Editor.Seed, slug, newer);
        await bench.UntilAsync(() => bench.Text!.Newer == 2);
        Assert.Equal(Workbenches.Text, bench.Text!.Source.Text);
        Assert.Equal(suggested, bench.Queue.Items!.Select(s => s.Words));

        var carry = bench.Text.Recorded.Highlights[0].Id;
        await using var next = await app.OpenAsync(by, slug, carry: carry);
        Assert.Equal((1, 1), (next.Text!.Recorded.Unsettled, next.Text.Recorded.Carried?.Version));
        Assert.Equal(("Which two?", carry), (next.Form.Fields.Note, next.Form.Fields.Annotation));
        next.Mark("Three parks were made");
        await next.SaveAsync();
        Assert.Null(next.Attempt.Fault);
        Assert.True(next.IsCarriedOver);
        await using var settled = await app.OpenAsync(by, slug);
        Assert.Equal(0, settled.Text!.Recorded.Unsettled);
        Assert.Equal("Three parks were made", Assert.Single(settled.Text.Recorded.Highlights).Exact);
    }
}
