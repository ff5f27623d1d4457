using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Overview;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Tests.Data;

namespace PolicyTracker.Core.Tests.Overview;

/// <summary>The front page says what is followed and what moved last.</summary>
public sealed class NewsTests
{
    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task What_was_recorded_is_told_by_day_and_announcement_and_a_step_by_itself(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var queries = store.Get<NewsQueries>();
        var seeded = Assert.Single((await queries.ReadAsync()).Groups, g => g.Source is not null);
        Assert.Equal("miit-press-conference-2023-03-01", seeded.Source!.Slug);
        var figures = await store.Get<PillarQueries>().FiguresAsync();
        Assert.Equal(figures.Commitments, seeded.Counts.Single(c => c.Kind == RecordKind.Commitment).Count);

        var commitment = (await store.Get<CommitmentQueries>().ListAsync(new(Pillar: "manufacturing-transformation"))).Items[0];
        await store
            .Get<CommitmentEdits>()
            .ChangeStatusAsync(
                Editor.Seed,
                commitment.Id,
                (await store.CommitmentAsync(commitment.Slug)).Version,
                Status.InProgress,
                new(2023, 5, 4),
                "Work began"
            );

        var news = await queries.ReadAsync();
        var step = Assert.Single(news.Groups.SelectMany(g => g.Steps));
        Assert.Equal(
            (commitment.Title, Status.InProgress, new DateOnly(2023, 5, 4)),
            (step.Record.Label, step.Status!.Value, step.On!.Value)
        );
        Assert.Equal($"/commitments/{commitment.Slug}", step.Record.Address);
        var moves = news.Moves["manufacturing-transformation"].ToList();
        Assert.Equal(3, moves.Count);
        Assert.Equal(Status.InProgress, moves[0].Status);
        Assert.All(moves.Skip(1), m => Assert.Equal("miit-press-conference-2023-03-01", m.Source!.Slug));
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task The_figures_are_those_of_the_lists_behind_them(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var figures = await store.Get<PillarQueries>().FiguresAsync();
        Assert.Equal((await store.Get<CommitmentQueries>().ListAsync(new())).Total, figures.Commitments);
        foreach (var status in figures.Statuses)
        {
            Assert.Equal((await store.Get<CommitmentQueries>().ListAsync(new(status.Status))).Total, status.Count);
        }

        Assert.Equal((1, "2023-03-01"), (figures.Announcements, figures.First.ToString()));
        Assert.Equal(figures.First, figures.Last);
        Assert.NotNull(figures.EditedAt);
    }
}
