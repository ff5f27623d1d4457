using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Publishing;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Tests.Data;
using PolicyTracker.Text;

namespace PolicyTracker.Core.Tests.Publishing;

public sealed class PillarSummaryTests
{
    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_summary_says_since_when_a_commitment_stands_where_it_does_why_and_in_which_words(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var (colleges, parks) = (await store.CommitmentAsync("software-colleges"), await store.CommitmentAsync("software-parks"));
        await store
            .Get<AnnotationEdits>()
            .AttachAsync(
                Editor.Seed,
                await store.MarkAsync("famous Chinese software parks"),
                new NewStatusChange(parks.Id, Status.Delivered, new(2024, 5, 1), "Three parks *opened*")
            );
        await store
            .Get<CommitmentEdits>()
            .ChangeStatusAsync(Editor.Seed, colleges.Id, colleges.Version, Status.InProgress, new(2024, 6, 1), "Two were named");
        var summary = (await store.Get<PillarSummary>().WriteAsync("core-sectors"))!;

        Assert.Contains(
            "- Status: delivered\n- Since: 2024-05-01\n- Reason: Three parks \\*opened\\*\n",
            summary,
            StringComparison.Ordinal
        );
        Assert.Matches("Evidence for the status “delivered”: \\[\\^\\d+\\]\n\n> famous Chinese software parks \\[\\^\\d+\\]\n", summary);
        Assert.Contains("- Status: in-progress\n- Since: 2024-06-01\n- Reason: Two were named\n", summary, StringComparison.Ordinal);
        Assert.Contains("No quotation supports the status “in progress”.", summary, StringComparison.Ordinal);
        Assert.Contains("- Status: announced\n- Since: 2023-03-01 (date inferred)\n", summary, StringComparison.Ordinal);
        Assert.Empty((await store.Get<SummaryVerifier>().VerifyAsync(summary)).Failures);
    }

    [Theory, EachStore]
    public async Task Values_are_worded_as_stated_in_the_order_of_their_periods_and_each_quotation_is_shown_once(string database)
    {
        await using var store = await TestStore.OpenAsync(database);
        var edits = store.Get<AnnotationEdits>();
        await using var db = store.Db();
        var pillar = await db.Set<Pillar>().Where(p => p.Slug == "core-sectors").Select(p => p.Id).SingleAsync();
        const string Words = "famous Chinese software parks";
        await store.AttachAnywayAsync(
            await store.MarkAsync(Words),
            new NewValue(
                false,
                null,
                new(pillar, "Parks", "", "parks", 1, Direction.Up),
                Period.Of("2023-H1"),
                940_000m,
                Comparator.AtLeast,
                null
            )
        );
        var indicator = await db.Set<Indicator>().Where(i => i.Name == "Parks").Select(i => i.Id).SingleAsync();
        await store.AttachAnywayAsync(
            await store.MarkAsync(Words),
            new NewValue(false, indicator, null, Period.Of("2023-11"), 1_000_000.5m, Comparator.AtMost, null)
        );

        var summary = (await store.Get<PillarSummary>().WriteAsync("core-sectors"))!;
        var rows = summary.Split('\n').Where(l => l.StartsWith("| Parks |", StringComparison.Ordinal)).ToList();
        Assert.StartsWith("| Parks | observation | 2023-H1 | at least 940,000 | parks | [^", rows[0], StringComparison.Ordinal);
        Assert.StartsWith("| Parks | observation | 2023-11 | at most 1,000,000.5 | parks | [^", rows[1], StringComparison.Ordinal);
        Assert.Single(
            summary[summary.IndexOf("## Indicators", StringComparison.Ordinal)..].Split('\n'),
            l => l.StartsWith("> " + Words + " [^", StringComparison.Ordinal)
        );
        Assert.Equal(Period.Of("2023-11"), (await store.Get<IndicatorQueries>().FindAsync("parks"))!.Observations[^1].Period);
        Assert.Empty((await store.Get<SummaryVerifier>().VerifyAsync(summary)).Failures);
    }

    [Theory, EachStore]
    public async Task No_heading_stands_without_something_below_it(string database)
    {
        await using var store = await TestStore.OpenAsync(database);
        await store
            .Get<RecordEdits>()
            .SaveAsync(
                Editor.Seed,
                RecordKind.Pillar,
                null,
                0,
                new Dictionary<string, string?> { ["name"] = "Bare", ["accent"] = "slate" },
                ""
            );
        foreach (var slug in await store.Get<PillarSummary>().SlugsAsync())
        {
            var lines = (await store.Get<PillarSummary>().WriteAsync(slug))!
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Append("#")
                .ToList();
            Assert.All(
                lines.Zip(lines.Skip(1)).Where(pair => Depth(pair.First) > 0),
                pair =>
                    Assert.True(Depth(pair.Second) == 0 || Depth(pair.Second) > Depth(pair.First), $"Nothing stands below “{pair.First}”.")
            );
        }
    }

    private static int Depth(string line) => line.TakeWhile(c => c == '#').Count();
}
