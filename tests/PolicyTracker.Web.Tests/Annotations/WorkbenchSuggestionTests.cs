using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using NetArchTest.Rules;
using PolicyTracker.Core.Records;
using PolicyTracker.Web.Annotations;
using PolicyTracker.Web.Tests.App;

namespace PolicyTracker.Web.Tests.Annotations;

/// <summary>The suggestions at the workbench, and what the workbench asks the store and the page for.</summary>
public sealed class WorkbenchSuggestionTests(TrackerApplication app) : IClassFixture<TrackerApplication>
{
    private const string Islands =
        "The ministry will lay optical fibre to all islands and build two data centres on them. It will train 40 cooks.";

    [Fact]
    public async Task What_is_sure_is_attached_in_one_step_and_the_next_is_shown()
    {
        await using var bench = await app.OpenAsync(await app.AddEditorAsync(), await app.AddTextAsync(Islands));
        var (shown, count) = (bench.Queue.Shown!, bench.Queue.Items!.Count);
        Assert.Null(shown.WhyForm);
        await bench.AcceptAsync(shown);
        Assert.Equal("The words were attached.", bench.Attempt.Message);
        var highlight = Assert.Single(bench.Text!.Recorded.Highlights);
        Assert.Equal((shown.Suggested.Words.Exact, RecordKind.Commitment), (highlight.Exact, highlight.Supports!.Kind));
        Assert.Equal(count - 1, bench.Queue.Items.Count);
        Assert.NotEqual(shown.Suggested.Words.Exact, bench.Queue.Shown!.Suggested.Words.Exact);

        await bench.UndoAsync();
        Assert.Equal(count, bench.Queue.Items.Count);
    }

    [Fact]
    public async Task All_that_is_sure_in_a_sentence_is_attached_at_once_and_taken_back_one_by_one()
    {
        await using var bench = await app.OpenAsync(await app.AddEditorAsync(), await app.AddTextAsync(Islands));
        bench.Form.Fields.Title = "Half typed";
        Assert.Equal(2, bench.Queue.Sentence.Count);
        await bench.AcceptAllAsync(bench.Queue.Sentence);
        Assert.Equal("2 commitments were attached.", bench.Attempt.Message);
        Assert.Equal("Half typed", bench.Form.Fields.Title);
        await bench.UndoAsync();
        Assert.Single(bench.Text!.Recorded.Highlights);
        await bench.UndoAsync();
        Assert.Empty(bench.Text.Recorded.Highlights);
    }

    [Fact]
    public async Task What_is_not_sure_fills_the_form_and_says_why_and_overwrites_nothing()
    {
        await using var bench = await app.OpenAsync(await app.AddEditorAsync(), await app.AddTextAsync(Islands));
        await bench.GoToAsync(bench.Queue.Items!.Count - 1);
        var shown = bench.Queue.Shown!;
        Assert.NotNull(shown.WhyForm);
        await bench.AcceptAsync(shown);
        Assert.Contains("Look the form over", bench.Attempt.Fault, StringComparison.Ordinal);
        Assert.Equal(shown.Suggested.Words.Exact, bench.Form.Fields.Exact);
        Assert.NotNull(bench.Form.Marked);
        Assert.Empty(bench.Text!.Recorded.Highlights);

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
        var suggested = bench.Queue.Shown!.Suggested;
        await bench.RejectAsync(suggested);
        Assert.DoesNotContain(bench.Queue.Items!, s => s.Kind == suggested.Kind && s.Words.Exact == suggested.Words.Exact);
        await using var other = await app.OpenAsync(
            by,
            await app.AddTextAsync("Again: the bureau will polish 12 lamps of the old lighthouse.")
        );
        Assert.DoesNotContain(other.Queue.Items!, s => s.Kind == suggested.Kind && s.Words.Exact == suggested.Words.Exact);
        await bench.UndoAsync();
        Assert.Contains(bench.Queue.Items!, s => s.Kind == suggested.Kind && s.Words.Exact == suggested.Words.Exact);
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
        Assert.True(bench.Open(bench.Text!.Recorded.Highlights[0]));
        bench.Mark("Two parks opened");
        await bench.SaveAsync();
        await bench.AcceptAsync(bench.Queue.Shown!);
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
