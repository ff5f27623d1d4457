using PolicyTracker.Core.Indicators;
using PolicyTracker.Web.Annotations;
using PolicyTracker.Web.Tests.App;

namespace PolicyTracker.Web.Tests.Annotations;

/// <summary>What the marked words say is not typed again, and what was typed is never replaced by it.</summary>
public sealed class PrefillTests(TrackerApplication app) : IClassFixture<TrackerApplication>
{
    private const string Plan =
        "The bureau will plant more than 2.5 million trees by 2031. Canals carried nearly 40% of all freight in 2023. "
        + "It will teach computing power (算力) in schools. The ministry has opened the northern canal.";

    [Fact]
    public async Task A_value_is_filled_in_with_unit_comparator_period_and_whether_it_is_a_target()
    {
        await using var bench = await OpenAsync();
        await MarkAsync(bench, "more than 2.5 million trees by 2031", "value");
        var f = bench.Form.Fields;
        Assert.Equal(
            ("Trees", "2.5", "1000000", "count", "2031", Comparator.MoreThan, true),
            (f.Title, f.Value, f.Scale, f.Unit, f.Period, f.Comparator, f.IsTarget)
        );
        await MarkAsync(bench, "nearly 40% of all freight in 2023", "value");
        Assert.Equal(
            ("40", "1", "percent", "2023", Comparator.Nearly, false),
            (f.Value, f.Scale, f.Unit, f.Period, f.Comparator, f.IsTarget)
        );
        Assert.False(f.IsTyped); // other words may take their place, and Esc unmarks them
    }

    [Fact]
    public async Task A_commitment_has_its_title_body_and_day_and_a_term_its_chinese_and_pinyin()
    {
        await using var bench = await OpenAsync();
        await MarkAsync(bench, "plant more than 2.5 million trees by 2031", "commitment");
        var f = bench.Form.Fields;
        Assert.Equal(("Plant more than 2.5 million trees by 2031", new DateOnly(2031, 12, 31)), (f.Title, f.Due!.Value));
        Assert.NotNull(f.Responsible); // who issued the announcement
        await MarkAsync(bench, "computing power", "term");
        Assert.Equal(("computing power", "算力", "suànlì"), (f.Title, f.Chinese, f.Pinyin));
        await MarkAsync(bench, "opened the northern canal", "status");
        Assert.Equal(new DateOnly(2024, 5, 3), f.On);
    }

    [Fact]
    public async Task What_an_editor_typed_or_chose_stays_when_other_words_are_marked()
    {
        await using var bench = await OpenAsync();
        await MarkAsync(bench, "more than 2.5 million trees by 2031", "value");
        var f = bench.Form.Fields;
        (f.Title, f.Comparator) = ("Trees planted", Comparator.About);
        Assert.True(f.IsTyped);
        await MarkAsync(bench, "nearly 40% of all freight in 2023", "value");
        Assert.Equal(("Trees planted", Comparator.About, "40"), (f.Title, f.Comparator, f.Value));
    }

    private async Task<AnnotationWorkbench> OpenAsync() => await app.OpenAsync(await app.AddEditorAsync(), await app.AddTextAsync(Plan));

    private static async Task MarkAsync(AnnotationWorkbench bench, string words, string kind)
    {
        bench.Mark(words);
        await bench.ActAsync(kind);
        Assert.Equal(kind, bench.Form.Fields.Supports);
    }
}
