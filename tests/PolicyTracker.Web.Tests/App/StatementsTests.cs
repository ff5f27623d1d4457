using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Text;

namespace PolicyTracker.Web.Tests.App;

/// <summary>What pages state follows from what is recorded, and from nothing else.</summary>
public sealed partial class StatementsTests(TrackerApplication app) : IClassFixture<TrackerApplication>
{
    [Fact]
    public async Task A_commitment_that_was_replaced_is_superseded_whatever_is_learned_later_of_days_before()
    {
        var goal = await GoalAsync();
        await SayAsync("decree", AnnouncementKind.Law, new(2025, 3, 3), "The harbour board will inspect every ferry from April.");
        await SayAsync("statute", AnnouncementKind.Law, new(2025, 9, 1), "The harbour board will inspect one ferry in five.");
        await AttachAsync(
            "decree",
            "inspect every ferry",
            new NewCommitment(goal, "Inspect every ferry", null, null, new(2025, 4, 1), null, [])
        );
        var id = (await app.Get<RecordQueries>().FindToEditAsync(RecordKind.Commitment, "inspect-every-ferry"))!.Id;
        await AttachAsync(
            "statute",
            "inspect one ferry in five",
            new NewCommitment(goal, "Inspect one ferry in five", null, null, null, null, [], id, Succession.Replaces)
        );
        var stands = (await app.Get<RecordQueries>().FindToEditAsync(RecordKind.Commitment, id))!;
        await app.Get<CommitmentEdits>()
            .ChangeStatusAsync(Editor.Seed, id, stands.Version, Status.InProgress, new(2025, 3, 10), "Inspectors were named");

        var page = await ReadAsync("/commitments/inspect-every-ferry");
        Assert.Equal("superseded", Text(page.QuerySelector("h1 + p .status")!));
        Assert.Collection(
            page.QuerySelectorAll(".steps > li").Select(Text),
            step => Assert.Equal("announced since 3 March 2025", step),
            step =>
                Assert.StartsWith(
                    $"in progress since 10 March 2025. Inspectors were named (added on {DateTime.UtcNow:d MMMM yyyy})",
                    step,
                    StringComparison.Ordinal
                ),
            step => Assert.StartsWith("superseded since 1 September 2025.", step, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("overdue", Text(page.QuerySelector("main")!), StringComparison.Ordinal);
        Assert.Equal("The words that support the steps of its status are quoted beside them.", Text(page.QuerySelector("#evidence + p")!));
        var successor = await ReadAsync("/commitments/inspect-one-ferry-in-five"); // a law speaks of it, no press conference
        Assert.Equal(
            "No public evidence found. That something is announced is no evidence that it was done.",
            Text(successor.QuerySelector("#evidence + p")!)
        );
        Assert.All(
            page.QuerySelectorAll("h2"),
            h => Assert.False(h.NextElementSibling is null or { LocalName: "h2" }, $"Nothing stands below “{Text(h)}”.")
        );
        Assert.Contains(
            "1 commitment passes the filter.",
            Text((await ReadAsync("/commitments?status=superseded")).QuerySelector("main")!),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_is_computed_is_said_to_be_and_values_stand_in_the_order_of_their_time()
    {
        await SayAsync(
            "numbers",
            AnnouncementKind.Report,
            new(2024, 2, 1),
            "There were 40 piers by June. There were 54 piers in November. There shall be more than 94 piers."
        );
        await AttachAsync(
            "numbers",
            "54 piers in November",
            new NewValue(false, null, new(null, "Piers", "", "count", 1, Direction.Up), Period.Of("2023-11"), 54, Comparator.Equal, null)
        );
        await using var db = await app.Get<IDbContextFactory<TrackerDb>>().CreateDbContextAsync();
        var piers = await db.Set<Indicator>().Where(i => i.Name == "Piers").Select(i => i.Id).SingleAsync();
        await AttachAsync(
            "numbers",
            "40 piers by June",
            new NewValue(false, piers, null, Period.Of("2023-H1"), 40, Comparator.Equal, null)
        );
        await AttachAsync(
            "numbers",
            "more than 94 piers",
            new NewValue(true, piers, null, Period.Of("2030"), 94, Comparator.MoreThan, null)
        );

        var page = Text((await ReadAsync("/indicators/piers")).QuerySelector("main")!);
        Assert.Contains(
            "Computed here from the three stated values: 54 in November 2023 is 25.9% of the way from 40 in 2023-H1 to the target for 2030, more than 94.",
            page,
            StringComparison.Ordinal
        );
        var list = Text((await ReadAsync("/indicators")).QuerySelector("main")!);
        Assert.Contains("54 in November 2023", list, StringComparison.Ordinal);
        Assert.DoesNotContain("no number is computed", list, StringComparison.Ordinal);
    }

    private static string Text(INode node) => Space().Replace(node.TextContent, " ").Trim();

    private async Task<IDocument> ReadAsync(string path)
    {
        using var browser = app.Browser();
        return await new HtmlParser().ParseDocumentAsync(await browser.GetStringAsync(path));
    }

    private async Task<Guid> GoalAsync()
    {
        await using var db = await app.Get<IDbContextFactory<TrackerDb>>().CreateDbContextAsync();
        return await db.Set<Goal>().OrderBy(g => g.Order).Select(g => g.Id).FirstAsync();
    }

    private Task<string> SayAsync(string slug, AnnouncementKind kind, DateOnly day, string text) =>
        app.Get<AnnouncementEdits>()
            .AddAsync(
                Editor.Seed,
                new NewAnnouncement
                {
                    Title = slug,
                    Slug = slug,
                    Issuer = "Harbour board",
                    Kind = kind,
                    Date = day,
                    Text = text,
                }
            );

    private async Task AttachAsync(string slug, string words, Statement statement)
    {
        var source = (await app.Get<AnnouncementQueries>().TextAsync(slug, null))!;
        var start = source.Text.IndexOf(words, StringComparison.Ordinal);
        await app.Get<AnnotationEdits>()
            .AttachAsync(Editor.Seed, new(source.Id, source.Sha256, new(start, start + words.Length), words), statement);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
