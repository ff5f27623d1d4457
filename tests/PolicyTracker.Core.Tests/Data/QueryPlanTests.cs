using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Collaboration;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Glossary;
using PolicyTracker.Core.History;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Jurisdictions;
using PolicyTracker.Core.Overview;
using PolicyTracker.Core.Publishing;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Rules;
using PolicyTracker.Core.Sources;
using PolicyTracker.Core.Suggestions;

namespace PolicyTracker.Core.Tests.Data;

/// <summary>What is asked for a page or an edit is found by indexes: a store of a thousand times the records answers as quickly.</summary>
public sealed class QueryPlanTests
{
    private const string Announcement = "miit-press-conference-2023-03-01",
        Pillar = "core-sectors",
        Commitment = "software-colleges",
        Topic = "industrial-software";

    private static readonly Dictionary<string, Func<TestStore, Task>> Questions = new()
    {
        ["overview"] = async s =>
        {
            await s.Get<PillarQueries>().OverviewAsync();
            await s.Get<PillarQueries>().StrategicGoalsAsync();
            await s.Get<PillarQueries>().StrategicResultsAsync();
            await s.Get<ReanchorQueries>().FirstAsync(5);
        },
        ["pillar"] = s => s.Get<PillarQueries>().FindAsync(Pillar),
        ["pillar, filtered"] = s => s.Get<PillarQueries>().FindAsync(Pillar, new(Status.Announced, Topic)),
        ["summary"] = s => s.Get<PillarSummary>().BeginningAsync(Pillar),
        ["commitments"] = s => s.Get<CommitmentQueries>().ListAsync(new(), 2),
        ["commitments of a status and a pillar"] = s => s.Get<CommitmentQueries>().ListAsync(new(Status.Announced, Pillar: Pillar)),
        ["commitments of a topic"] = s => s.Get<CommitmentQueries>().ListAsync(new(Topic: Topic)),
        ["commitments of a goal"] = s => s.Get<CommitmentQueries>().ListAsync(new(Goal: "computing-and-industrial-internet")),
        ["commitments of a body"] = s => s.Get<CommitmentQueries>().ListAsync(new(Responsible: "miit")),
        ["topics of commitments"] = s => s.Get<CommitmentQueries>().TopicsAsync(Pillar),
        ["commitment"] = async s =>
        {
            var found = (await s.Get<CommitmentQueries>().FindAsync(Commitment))!;
            await s.Get<CommitmentTimelineQueries>().FindAsync(found.Commitment.Id);
            await s.Get<HistoryQueries>().FindAsync(RecordKind.Commitment, found.Commitment.Id);
            await s.Get<HistoryQueries>().CorrectionsAsync(RecordKind.Commitment, found.Commitment.Id);
            await s.CommitmentAsync(Commitment);
        },
        ["citation"] = async s =>
        {
            var commitment = await s.CommitmentAsync(Commitment);
            await s.Get<CitationQueries>().FindAsync(RecordKind.Commitment, commitment.Id, null, new("https://tracker.example/"));
            var text = await s.TextAsync(Announcement);
            await s.Get<CitationQueries>().FindAsync(RecordKind.SourceVersion, text.Id, 1, new("https://tracker.example/"));
        },
        ["indicators"] = s => s.Get<IndicatorQueries>().ListAsync(),
        ["indicator"] = s => s.Get<IndicatorQueries>().FindAsync("software-business-revenue"),
        ["announcements"] = s => s.Get<AnnouncementQueries>().ListAsync(),
        ["announcements of a jurisdiction"] = async s =>
        {
            await using var db = s.Db();
            await s.Get<AnnouncementQueries>().ListAsync(jurisdiction: await db.Set<Jurisdiction>().Select(j => j.Id).SingleAsync());
        },
        ["announcement"] = s => s.Get<AnnouncementQueries>().FindAsync(Announcement),
        ["reanchoring"] = s => s.Get<ReanchorQueries>().ListAsync(Announcement),
        ["agreement"] = s => s.Get<AgreementQueries>().FindAsync(Announcement),
        ["second reading"] = async s =>
        {
            var mei = await s.AddEditorAsync($"mei {Guid.NewGuid().ToString()[..8]}");
            await s.Get<AssignmentEdits>().SetAsync(mei, Announcement, WorkState.SecondReading, mei.Name);
            await s.Get<AssignmentQueries>().ListAsync(mei, [Announcement]);
            await s.Get<SecondReadings>().OpenAsync(mei, Announcement);
            await s.Get<SecondReadings>().FinishAsync(mei, Announcement);
            await s.Get<AgreementQueries>().FindBlindAsync(Announcement);
        },
        ["suggestions"] = async s => await s.Get<SuggestionMatchQueries>().FindAsync((await s.SuggestAsync("plan"))[0]),
        ["workbench"] = async s =>
        {
            var mei = await s.AddEditorAsync($"mei {Guid.NewGuid().ToString()[..8]}");
            var text = (await s.Get<AnnouncementQueries>().OpenAsync(Announcement))!;
            await s.Get<WorkbenchQueries>().FindAsync(mei, text, Guid.CreateVersion7());
            await s.Get<WorkbenchQueries>().WaitingAsync(mei, text.Id);
        },
        ["accounts"] = async s =>
        {
            var ada = await s.AddEditorAsync($"ada {Guid.NewGuid().ToString()[..8]}", Roles.Admin);
            await s.Get<AccountQueries>().ListAsync(ada, new());
        },
        ["waiting edits"] = async s =>
            await s.Get<Approvals>().ListAsync(await s.AddEditorAsync($"mei {Guid.NewGuid().ToString()[..8]}"), 2),
        ["glossary"] = s => s.Get<GlossaryQueries>().ReadAsync(new(Kind: RecordKind.Term, Page: 2)),
        ["glossary, filtered"] = s => s.Get<GlossaryQueries>().ReadAsync(new("gong ye")),
        ["rules"] = async s =>
        {
            await s.Get<EditorialRuleQueries>().ListAsync();
            await s.Get<EditorialRuleQueries>().OfStatusesAsync();
        },
        ["threads"] = async s =>
        {
            var mei = await s.AddEditorAsync($"mei {Guid.NewGuid().ToString()[..8]}");
            await using var db = s.Db();
            var announcement = await db.Set<Announcement>().Select(n => n.Id).FirstAsync();
            await s.Get<ThreadEdits>().OpenAsync(mei, RecordKind.Announcement, announcement, "Who has it?");
            await s.Get<ThreadQueries>().AboutAsync(mei, RecordKind.Announcement, announcement);
            await s.Get<ThreadQueries>().ListAsync(mei, ThreadView.Open);
            await s.Get<ThreadQueries>().ListAsync(mei, ThreadView.Mentions);
            await s.Get<ThreadQueries>().ListAsync(mei, ThreadView.Mine);
            await s.Get<ThreadQueries>().CountUnreadAsync(mei);
            await s.Get<ThreadQueries>().SinceAsync(DateTime.UtcNow);
        },
        ["changes"] = s => s.Get<ChangeQueries>().ListAsync(50),
        ["changes of a kind"] = s => s.Get<ChangeQueries>().ListAsync(50, 100, new(RecordKind.Term)),
    };

    public static TheoryData<string> Names => [.. Questions.Keys];

    [Theory, MemberData(nameof(Names))]
    public async Task A_page_reads_no_table_through(string page)
    {
        var plans = new QueryPlanReader();
        await using var store = await OpenAsync(plans);
        await Questions[page](store); // names and counts that are kept are read whole once
        plans.IsOn = true;
        await Questions[page](store);
        Assert.True(plans.Seen > 0);
        Assert.True(plans.Scans.Count == 0, string.Join("\n\n", plans.Scans));
    }

    [Fact]
    public async Task An_edit_reads_no_table_through_and_who_asks_after_it_reads_what_was_edited()
    {
        var plans = new QueryPlanReader();
        await using var store = await OpenAsync(plans);
        var edits = store.Get<AnnotationEdits>();
        await Questions["suggestions"](store);
        await Questions["glossary, filtered"](store);
        plans.IsOn = true;
        await store.ChangeAsync(await store.CommitmentAsync(Commitment), new() { ["title"] = "Found software colleges" });
        var suggested = await store.SuggestAsync("plan");
        var term = await edits.AttachAsync(
            Editor.Seed,
            suggested[0].Words,
            new NewTerm("Software college", null, null, "A college for software.")
        );
        var goal = (await store.Get<SuggestionMatchQueries>().FindAsync(suggested[1])).Goal!.Id;
        await edits.AttachAsync(
            Editor.Seed,
            suggested[1].Words,
            new NewCommitment(goal, "Build factories", null, null, new DateOnly(2027, 12, 31), null, [])
        );
        await store.Get<SuggestionEdits>().RejectAsync(Editor.Seed, suggested[2].Words, RecordKind.Target);
        await edits.RemoveAsync(Editor.Seed, term, 1, withStatement: true);
        await store.Get<RecordEdits>().MoveAsync(Editor.Seed, RecordKind.Goal, goal, up: true);
        await Questions["suggestions"](store);
        await Questions["glossary, filtered"](store);
        Assert.True(plans.Scans.Count == 0, string.Join("\n\n", plans.Scans));
    }

    private static async Task<TestStore> OpenAsync(QueryPlanReader plans)
    {
        var store = await TestStore.OpenWatchedAsync(plans);
        await store
            .Get<AnnouncementEdits>()
            .AddAsync(
                Editor.Seed,
                new NewAnnouncement
                {
                    Title = "Plan",
                    Slug = "plan",
                    Issuer = "MIIT",
                    Date = new DateOnly(2024, 5, 3),
                    Text = "The ministry will establish software colleges with high standards. It will build 300 smart factories by 2027.",
                }
            );
        return store;
    }
}
