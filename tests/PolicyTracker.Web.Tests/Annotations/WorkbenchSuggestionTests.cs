using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NetArchTest.Rules;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Suggestions;
using PolicyTracker.Web.Annotations;
using PolicyTracker.Web.Suggestions;
using PolicyTracker.Web.Tests.App;

namespace PolicyTracker.Web.Tests.Annotations;

/// <summary>The suggestions at the workbench, and what the workbench asks the store and the page for.</summary>
public sealed class WorkbenchSuggestionTests(TrackerApplication app) : IClassFixture<TrackerApplication>
{
    private const string Islands =
        "The ministry will lay optical fibre to all islands and build two data centres on them. It will train 40 cooks.";

    [Fact]
    public async Task What_the_card_shows_is_attached_and_the_next_is_shown()
    {
        await using var bench = await app.OpenAsync(
            await app.AddEditorAsync(),
            await app.AddTextAsync("The ministry will restore the old salt works and paint their 12 sheds.")
        );
        var (shown, count) = (bench.Queue.Shown!, bench.Queue.Items!.Count);
        await bench.ActAsync("goal-1");
        await bench.ChangeCardAsync(shown, f => f.Title = "The salt works, restored");
        await bench.ActAsync("accept");
        Assert.Equal("The words were attached.", bench.Attempt.Message);
        var highlight = Assert.Single(bench.Text!.Recorded.Highlights);
        Assert.Equal(
            (shown.Suggested.Words.Exact, RecordKind.Commitment, "The salt works, restored"),
            (highlight.Exact, highlight.Supports!.Kind, highlight.Supports.Label)
        );
        Assert.Equal(count - 1, bench.Queue.Items.Count);
        Assert.NotEqual(shown.Suggested.Words.Exact, bench.Queue.Shown!.Suggested.Words.Exact);

        await bench.UndoAsync();
        Assert.Equal(count, bench.Queue.Items.Count);
    }

    [Fact]
    public async Task What_is_asked_is_said_and_attached_only_when_it_is_answered()
    {
        await using var bench = await app.OpenAsync(
            await app.AddEditorAsync(),
            await app.AddTextAsync("The ministry will hire ninety bakers.")
        );
        var shown = bench.Queue.Shown!;
        Assert.NotEmpty(shown.Asked);
        await bench.ActAsync("accept");
        Assert.Contains("Choose first which goal it serves", bench.Attempt.Fault, StringComparison.Ordinal);
        Assert.Equal(CardField.Filed, shown.Open);
        Assert.Equal(WorkFocus.Stay, bench.Focus); // keys that come after it are not typed into a field
        Assert.Empty(bench.Text!.Recorded.Highlights);

        // The store asks too, whatever a page says.
        shown.Set(f => f.Goal = shown.Links.Goal!.Id);
        var edits = app.Get<SuggestionEdits>();
        var asked = await Assert.ThrowsAsync<Refusal>(async () =>
            await edits.AcceptAsync(await app.AddEditorAsync(), shown.Suggested, shown.Links, shown.ToStatement(), [])
        );
        Assert.Equal(("suggestion-asks", "goal"), (asked.Code, asked.Field));
        await bench.ActAsync("goal-2");
        await bench.ActAsync("accept");
        Assert.Single(bench.Text.Recorded.Highlights);
    }

    [Fact]
    public async Task Keys_that_come_at_once_all_count_in_their_order()
    {
        await using var bench = await app.OpenAsync(
            await app.AddEditorAsync(),
            await app.AddTextAsync(
                "The ministry will pave eleven lanes. It will open twelve parks. It will repair thirteen bridges. It will plant fourteen groves."
            )
        );
        var words = bench.Queue.Items!.Select(s => (s.Words.Exact, s.Kind)).ToList();
        var commitments = words.Where(w => w.Kind is RecordKind.Commitment).Select(w => w.Exact).ToList();
        Assert.Equal(4, commitments.Count);

        // Each commitment is accepted, each figure rejected, without waiting for any of it; then the last is taken back.
        var acts = bench.Queue.Items!.SelectMany(s => s.Kind is RecordKind.Commitment ? new[] { "goal-1", "accept" } : ["reject"]);
        await Task.WhenAll(acts.Append("undo").Select(bench.ActAsync));
        Assert.Empty(bench.Queue.Returned);
        Assert.Equal(commitments.Count - (words[^1].Kind is RecordKind.Commitment ? 1 : 0), bench.Text!.Recorded.Highlights.Count);
        Assert.Equal([words[^1]], bench.Queue.Items!.Select(s => (s.Words.Exact, s.Kind)));
    }

    [Fact]
    public async Task A_decision_leaves_the_queue_before_the_store_has_it_and_comes_back_with_why_where_it_is_refused()
    {
        var by = await app.AddEditorAsync();
        await using var bench = await app.OpenAsync(by, await app.AddTextAsync(Islands));
        var (first, count) = (bench.Queue.Shown!, bench.Queue.Items!.Count);
        await bench.ActAsync("goal-1");
        first.Set(f => f.Title = new string('x', 400)); // more than a title may have
        var told = 0;
        bench.Changed += () => told += bench.Queue.Items.Count == count - 1 && bench.Attempt.Message is null ? 1 : 0;
        var deciding = bench.ActAsync("accept");
        Assert.NotEqual(first, bench.Queue.Shown);
        await deciding;
        Assert.True(told > 0);
        var returned = Assert.Single(bench.Queue.Returned);
        Assert.Equal(first, returned.Card);
        Assert.Contains("Title", returned.Why, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(count, bench.Queue.Items!.Count);
        Assert.Empty(bench.Text!.Recorded.Highlights);
    }

    [Fact]
    public async Task Many_are_decided_at_once_and_taken_back_at_once_and_one_that_is_refused_leaves_the_others()
    {
        await using var bench = await app.OpenAsync(await app.AddEditorAsync(), await app.AddTextAsync(Islands));
        bench.Form.Fields.Title = "Half typed";
        var cards = (await bench.Queue.ReadCardsAsync(bench.Queue.Items!, default)).ToList();
        var commitments = cards.Where(c => c.Suggested.Kind is RecordKind.Commitment).ToList();
        commitments.ForEach(c => c.ChooseGoal(0));
        commitments[1].Set(f => f.Title = new string('x', 400));
        await bench.AcceptAllAsync(cards);
        Assert.Equal(commitments.Count - 1, bench.Text!.Recorded.Highlights.Count);
        Assert.Equal(commitments[1], Assert.Single(bench.Queue.Returned).Card);
        Assert.Contains("left", bench.Attempt.Fault, StringComparison.Ordinal); // a figure of no known indicator
        Assert.Equal("Half typed", bench.Form.Fields.Title);
        await bench.UndoAsync();
        Assert.Empty(bench.Text.Recorded.Highlights);
        await bench.RedoAsync();
        Assert.Equal(commitments.Count - 1, bench.Text.Recorded.Highlights.Count);
    }

    [Fact]
    public async Task What_was_changed_on_a_card_is_there_again_after_a_reload()
    {
        var (by, slug) = (await app.AddEditorAsync(), await app.AddTextAsync(Islands));
        await using (var bench = await app.OpenAsync(by, slug))
        {
            await bench.ActAsync("next");
            await bench.ActAsync("goal-2");
            await bench.ChangeCardAsync(bench.Queue.Shown!, f => f.Title = "Two centres");
        }

        await using var again = await app.OpenAsync(by, slug);
        Assert.Equal(1, again.Queue.Position);
        var card = again.Queue.Shown!;
        Assert.Equal(("Two centres", card.Links.Likely.Goals[1].Id), (card.Fields.Title, card.Fields.Goal));
        Assert.Empty(card.Asked);
        await again.ActAsync("accept");
        Assert.Null(await again.CardDraft.FindAsync());
    }

    [Fact]
    public async Task What_is_filled_into_the_form_overwrites_nothing_that_is_typed()
    {
        await using var bench = await app.OpenAsync(await app.AddEditorAsync(), await app.AddTextAsync(Islands));
        await bench.GoToAsync(bench.Queue.Items!.Count - 1);
        var shown = bench.Queue.Shown!;
        await bench.ActAsync("form");
        Assert.Equal(shown.Suggested.Words.Exact, bench.Form.Fields.Exact);
        Assert.NotNull(bench.Form.Marked);

        bench.Form.Fields.Note = "Mine";
        await bench.GoToAsync(0);
        Assert.False(bench.Fill(bench.Queue.Shown!));
        Assert.Equal((shown.Suggested.Words.Exact, "Mine"), (bench.Form.Fields.Exact, bench.Form.Fields.Note));
        await bench.GoToAsync(999);
        Assert.Equal(bench.Queue.Items.Count - 1, bench.Queue.Position);
    }

    [Fact]
    public async Task What_is_rejected_is_suggested_in_no_text_again_until_that_is_taken_back()
    {
        var by = await app.AddEditorAsync();
        await using var bench = await app.OpenAsync(by, await app.AddTextAsync("The bureau will polish 12 lamps of the old lighthouse."));
        var card = bench.Queue.Shown!;
        var suggested = card.Suggested;
        await bench.RejectAllAsync([card], "Lamps are no policy");
        Assert.DoesNotContain(bench.Queue.Items!, s => s.Kind == suggested.Kind && s.Words.Exact == suggested.Words.Exact);
        await using var other = await app.OpenAsync(
            by,
            await app.AddTextAsync("Again: the bureau will polish 12 lamps of the old lighthouse.")
        );
        Assert.DoesNotContain(other.Queue.Items!, s => s.Kind == suggested.Kind && s.Words.Exact == suggested.Words.Exact);
        var held = Assert.Single(other.Queue.HeldBack);
        Assert.Equal((1, by.Name, suggested.Words.Exact), (other.Queue.HeldBackTotal, held.By, held.Item.Words.Exact));
        Assert.EndsWith("Lamps are no policy", held.Why, StringComparison.Ordinal);
        Assert.Equal(bench.Text!.Recorded.Title, held.AnnouncementTitle);
        await other.OfferAgainAsync(held);
        Assert.Empty(other.Queue.HeldBack);
        Assert.Contains(other.Queue.Items!, s => s.Kind == suggested.Kind && s.Words.Exact == suggested.Words.Exact);
        await other.OfferAgainAsync(held); // somebody was quicker
        Assert.NotNull(other.Attempt.Fault);
    }

    [Fact]
    public async Task The_text_is_read_once_whatever_is_done_with_it()
    {
        var asked = new Statements();
        await using var watched = new TrackerApplication { Add = s => s.AddSingleton<IDbCommandInterceptor>(asked) };
        var (by, slug) = (await watched.AddEditorAsync(), await watched.AddTextAsync());
        asked.All.Clear();
        await using var bench = await watched.OpenAsync(by, slug);
        Assert.Single(asked.All, Statements.ReadsText);

        asked.All.Clear();
        await bench.CommentAsync("Two parks", "Which two?");
        await bench.UndoAsync();
        await bench.RedoAsync();
        Assert.True(await bench.OpenQuotationAsync(bench.Text!.Recorded.Highlights[0]));
        bench.Mark("Two parks opened");
        await bench.SaveAsync();
        await bench.ActAsync("goal-1");
        await bench.ActAsync("accept");
        await bench.RemoveAsync(bench.Text.Recorded.Highlights[0]);
        await bench.UndoAsync();
        Assert.Null(bench.Attempt.Fault);
        Assert.Equal(2, bench.Text.Recorded.Highlights.Count);
        Assert.DoesNotContain(asked.All, Statements.ReadsText);

        await using var second = await watched.OpenAsync(by, slug, "another tab");
        Assert.Same(bench.Text.Source, second.Text!.Source); // those who have it open share it
    }

    [Fact]
    public void The_workbench_knows_of_no_page_and_no_browser()
    {
        var plain = Types
            .InAssembly(typeof(AnnotationWorkbench).Assembly)
            .That()
            .HaveNameMatching(
                "^(AnnotationWorkbench|OpenText|OpenForm|OwnEdits|SuggestionQueue|AnnotationForm|EditAttempt|FieldMerge|Choices)$"
            );
        Assert.Equal(9, plain.GetTypes().Count());
        var failing = plain.ShouldNot().HaveDependencyOnAny("Microsoft.AspNetCore.Components", "Microsoft.JSInterop").GetResult();
        Assert.Empty(failing.FailingTypeNames ?? []);
    }

    /// <summary>Notes the statements that read.</summary>
    private sealed class Statements : DbCommandInterceptor
    {
        public ConcurrentQueue<string> All { get; } = [];

        public static bool ReadsText(string sql) =>
            sql.Contains("\"SourceVersions\"", StringComparison.Ordinal) && sql.Contains(".\"Text\"", StringComparison.Ordinal);

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            All.Enqueue(command.CommandText);
            return new(result);
        }
    }
}
