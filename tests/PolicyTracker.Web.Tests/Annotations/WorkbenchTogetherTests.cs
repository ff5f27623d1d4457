using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Administration;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;
using PolicyTracker.Web.Annotations;
using PolicyTracker.Web.Tests.App;

namespace PolicyTracker.Web.Tests.Annotations;

/// <summary>Editors at one text at the same time: nothing of either is overwritten, and each takes back only their own.</summary>
public sealed class WorkbenchTogetherTests(TrackerApplication app) : IClassFixture<TrackerApplication>
{
    [Fact]
    public async Task Anothers_edit_is_shown_and_what_is_typed_stays()
    {
        var slug = await app.AddTextAsync();
        await using var mei = await app.OpenAsync(await app.AddEditorAsync(), slug);
        await using var tom = await app.OpenAsync(await app.AddEditorAsync(), slug, "tom's tab");
        tom.Mark("Two parks");
        tom.Form.Fields.Note = "Half ty";
        await mei.CommentAsync("a rural office", "Which?");
        await tom.UntilAsync(() => tom.Text!.Recorded.Highlights is [{ Comment: "Which?" }]);
        Assert.Equal(("Two parks", "Half ty"), (tom.Form.Fields.Exact, tom.Form.Fields.Note));
        Assert.False(tom.Own.CanUndo);

        await mei.HeartbeatAsync();
        await tom.HeartbeatAsync();
        Assert.Single(tom.Others);
    }

    [Fact]
    public async Task What_waits_for_a_second_editor_is_shown_where_it_stands()
    {
        await using var strict = new TrackerApplication();
        await strict.Get<SettingEdits>().SetAsync(await strict.AddEditorAsync(Roles.Admin), Setting.Approval, "yes");
        var by = await strict.AddEditorAsync();
        await using var bench = await strict.OpenAsync(by, await strict.AddTextAsync());
        Assert.Empty(bench.Waiting);
        await bench.CommentAsync("Two parks", "Which two?");
        Assert.Empty(bench.Text!.Recorded.Highlights);
        var waiting = Assert.Single(bench.Waiting);
        Assert.Equal(("Two parks", by.Name), (waiting.Exact, waiting.By));
        Assert.Equal("Two parks", waiting.Chars.In(bench.Text.Source.Text));
    }

    [Fact]
    public async Task What_both_changed_is_decided_and_saved_and_what_one_left_alone_takes_what_stands()
    {
        var (mei, tom) = await BothOpenAsync("Where?");
        mei.Form.Fields.Note = "Where exactly?";
        await mei.SaveAsync();
        tom.Mark("two parks");
        tom.Form.Fields.Note = "When?";
        await tom.SaveAsync();
        var row = Assert.Single(tom.Form.Merge.Conflicts); // the words are tom's alone
        Assert.Equal(("Where?", "Where exactly?", "When?"), (row.Base, row.Theirs, row.Mine));
        Assert.Equal("Where exactly?", tom.Text!.Recorded.Highlights[0].Comment);
        tom.Decide(row, takeTheirs: false);
        Assert.False(tom.Form.Merge.IsOpen);
        await tom.SaveAsync();
        Assert.Null(tom.Attempt.Fault);
        Assert.Equal(("two parks", "When?"), (tom.Text.Recorded.Highlights[0].Exact, tom.Text.Recorded.Highlights[0].Comment));
        await DisposeAsync(mei, tom);
    }

    [Fact]
    public async Task What_was_saved_after_the_conflict_was_shown_is_not_overwritten_by_the_decision()
    {
        var (mei, tom) = await BothOpenAsync("Where?");
        mei.Mark("Two parks opened");
        await mei.SaveAsync();
        tom.Mark("two parks closed");
        await tom.SaveAsync();
        var row = Assert.Single(tom.Form.Merge.Conflicts);

        Assert.True(await mei.OpenQuotationAsync(mei.Text!.Recorded.Highlights[0]));
        mei.Form.Fields.Note = "Where exactly?";
        await mei.SaveAsync();
        await tom.UntilAsync(() => tom.Text!.Recorded.Highlights[0].Comment == "Where exactly?");
        tom.Decide(row, takeTheirs: false);
        await tom.SaveAsync();
        Assert.Contains("changed this meanwhile", tom.Attempt.Fault, StringComparison.Ordinal);
        await tom.SaveAsync();
        Assert.Equal(
            ("two parks closed", "Where exactly?"),
            (tom.Text!.Recorded.Highlights[0].Exact, tom.Text.Recorded.Highlights[0].Comment)
        );
        await DisposeAsync(mei, tom);
    }

    [Fact]
    public async Task The_same_words_at_another_place_are_a_change_too()
    {
        var slug = await app.AddTextAsync("It will open two parks. It will close two parks.");
        var mei = await app.OpenAsync(await app.AddEditorAsync(), slug);
        await mei.CommentAsync("two parks", "Where?");
        var tom = await app.OpenAsync(await app.AddEditorAsync(), slug, "tom's tab");
        Assert.True(await mei.OpenQuotationAsync(mei.Text!.Recorded.Highlights[0]));
        Assert.True(await tom.OpenQuotationAsync(tom.Text!.Recorded.Highlights[0]));
        mei.Form.Fields.Note = "Where exactly?";
        await mei.SaveAsync();
        tom.Mark("two parks", after: 20);
        var place = tom.Form.Fields.Start;
        await tom.SaveAsync();
        Assert.False(tom.Form.Merge.IsOpen);
        Assert.Equal((place, "Where exactly?"), (tom.Form.Fields.Start, tom.Form.Fields.Note));
        await DisposeAsync(mei, tom);
    }

    [Fact]
    public async Task An_edit_is_taken_back_and_made_again()
    {
        await using var bench = await app.OpenAsync(await app.AddEditorAsync(), await app.AddTextAsync());
        await bench.CommentAsync("Two parks", "Which two?");
        Assert.True(bench.Own.CanUndo);
        await bench.UndoAsync();
        Assert.Empty(bench.Text!.Recorded.Highlights);
        Assert.True(bench.Own is { CanUndo: false, CanRedo: true });
        await bench.RedoAsync();
        Assert.Equal("Which two?", Assert.Single(bench.Text.Recorded.Highlights).Comment);
        Assert.True(bench.Own is { CanUndo: true, CanRedo: false });
    }

    [Fact]
    public async Task Only_what_was_done_in_this_tab_is_taken_back_even_if_the_same_account_edits_in_another_meanwhile()
    {
        var (by, slug) = (await app.AddEditorAsync(), await app.AddTextAsync());
        await using var here = await app.OpenAsync(by, slug);
        await using var there = await app.OpenAsync(by, slug, "another tab");
        await Task.WhenAll(here.CommentAsync("Two parks", "Here"), there.CommentAsync("two parks", "There"));
        await here.UndoAsync();
        Assert.Equal("There", Assert.Single(here.Text!.Recorded.Highlights).Comment);
        Assert.False(here.Own.CanUndo);
    }

    [Fact]
    public async Task What_could_not_be_taken_back_for_want_of_a_store_can_be_later_and_what_others_built_on_can_not()
    {
        var events = new EditEvents();
        using var own = new OwnEdits(events);
        for (var n = 1; n <= 2; n++)
        {
            await own.MakeAsync(() =>
            {
                events.Raise(new EditEvent(n, []));
                return Task.CompletedTask;
            });
        }

        events.Raise(new EditEvent(3, []));
        await Assert.ThrowsAsync<Refusal>(() => own.UndoAsync(_ => throw Refusal.StoreTrouble(new IOException())));
        await Assert.ThrowsAsync<Refusal>(() =>
            own.UndoAsync(edit =>
            {
                Assert.Equal(2, edit);
                throw Refusal.ChangedSince("a comment");
            })
        );
        await own.UndoAsync(edit =>
        {
            Assert.Equal(1, edit);
            return Task.CompletedTask;
        });
        Assert.False(own.CanUndo);
    }

    // One comment on "Two parks" that two editors have opened to change it.
    private async Task<(AnnotationWorkbench, AnnotationWorkbench)> BothOpenAsync(string comment)
    {
        var slug = await app.AddTextAsync();
        var mei = await app.OpenAsync(await app.AddEditorAsync(), slug);
        await mei.CommentAsync("Two parks", comment);
        var tom = await app.OpenAsync(await app.AddEditorAsync(), slug, "tom's tab");
        Assert.True(await mei.OpenQuotationAsync(mei.Text!.Recorded.Highlights[0]));
        Assert.True(await tom.OpenQuotationAsync(tom.Text!.Recorded.Highlights[0]));
        return (mei, tom);
    }

    private static async Task DisposeAsync(params AnnotationWorkbench[] all)
    {
        foreach (var bench in all)
        {
            await bench.DisposeAsync();
        }
    }
}
