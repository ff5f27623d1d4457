using PolicyTracker.Web.Annotations;
using PolicyTracker.Web.Tests.App;

namespace PolicyTracker.Web.Tests.Annotations;

/// <summary>What is wrong with a quotation is mended at one place, and what stands at many is marked at once.</summary>
public sealed class ChangeTests(TrackerApplication app) : IClassFixture<TrackerApplication>
{
    [Fact]
    public async Task Words_and_record_are_changed_at_one_place_and_taken_back_by_one_undo()
    {
        await using var bench = await AcceptedAsync("The ministry will drain the southern marsh and its ponds.");
        var (highlight, label) = (bench.Text!.Recorded.Highlights[0], bench.Text.Recorded.Highlights[0].Supports!.Label);
        Assert.True(await bench.OpenQuotationAsync(highlight));
        Assert.Equal(WorkFocus.Form, bench.Focus);
        var record = bench.Form.Fields.Record!;
        Assert.Equal(label, record.Form.Values["title"]);
        Assert.Contains("goalId", record.Fields.Select(f => f.Name));
        record.Form.Values["title"] = "The marsh, drained";
        bench.Mark("drain the southern marsh");
        await bench.SaveAsync();
        Assert.Null(bench.Attempt.Fault);
        var changed = Assert.Single(bench.Text.Recorded.Highlights);
        Assert.Equal(("drain the southern marsh", "The marsh, drained"), (changed.Exact, changed.Supports!.Label));

        await bench.UndoAsync();
        var back = Assert.Single(bench.Text.Recorded.Highlights);
        Assert.Equal((highlight.Exact, label), (back.Exact, back.Supports!.Label));
    }

    [Fact]
    public async Task A_title_that_another_editor_changed_too_is_decided()
    {
        await using var mei = await AcceptedAsync("The ministry will fence the eastern heath.");
        await using var tom = await app.OpenAsync(await app.AddEditorAsync(), mei.Text!.Recorded.Title, "tom's tab");
        Assert.True(await tom.OpenQuotationAsync(tom.Text!.Recorded.Highlights[0]));
        tom.Form.Fields.Record!.Form.Values["title"] = "Tom's heath";
        Assert.True(await mei.OpenQuotationAsync(mei.Text.Recorded.Highlights[0]));
        mei.Form.Fields.Record!.Form.Values["title"] = "Mei's heath";
        await mei.SaveAsync();
        await tom.SaveAsync();
        var row = Assert.Single(tom.Form.Merge.Conflicts);
        Assert.Equal(("Mei's heath", "Tom's heath"), (row.Theirs, row.Mine));
        tom.Decide(row, takeTheirs: false);
        await tom.SaveAsync();
        Assert.Null(tom.Attempt.Fault);
        Assert.Equal("Tom's heath", tom.Text.Recorded.Highlights[0].Supports!.Label);
    }

    [Fact]
    public async Task All_places_of_a_phrase_are_marked_by_one_act_and_taken_back_by_one()
    {
        await using var bench = await app.OpenAsync(
            await app.AddEditorAsync(),
            await app.AddTextAsync("Peatland matters. Wet peatland, peatland and Peatlands: peatland is to be kept.")
        );
        bench.Mark("peatland");
        bench.Choose("term");
        Assert.Equal(2, bench.Form.OtherPlaces.Count); // neither with a capital, nor within a word
        (bench.Form.Fields.Title, bench.Form.Fields.IsEverywhere) = ("peatland", true);
        await bench.SaveAsync();
        Assert.Null(bench.Attempt.Fault);
        Assert.Equal(3, bench.Text!.Recorded.Highlights.Count);
        Assert.Single(bench.Text.Recorded.Highlights.Select(h => h.Supports!.Id).Distinct());
        await bench.UndoAsync();
        Assert.Empty(bench.Text.Recorded.Highlights);
    }

    private async Task<AnnotationWorkbench> AcceptedAsync(string text)
    {
        var bench = await app.OpenAsync(await app.AddEditorAsync(), await app.AddTextAsync(text));
        await bench.ActAsync("goal-1");
        await bench.ActAsync("accept");
        Assert.Single(bench.Text!.Recorded.Highlights);
        return bench;
    }
}
