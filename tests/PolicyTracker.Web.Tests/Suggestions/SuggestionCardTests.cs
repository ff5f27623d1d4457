using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor.Services;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Suggestions;
using PolicyTracker.Text;
using PolicyTracker.Text.Suggestions;
using PolicyTracker.Web.Annotations;
using PolicyTracker.Web.Suggestions;

namespace PolicyTracker.Web.Tests.Suggestions;

/// <summary>Nothing is published that the card does not show, and what the program only guesses is asked.</summary>
public sealed class SuggestionCardTests : BunitContext, IAsyncLifetime
{
    private static readonly Guid Pillar = Guid.CreateVersion7();

    private static readonly KnownIndicator Premises = new(Guid.CreateVersion7(), "Premises", 1);

    private static readonly SelectOption Goal = new(Guid.CreateVersion7(), "Mend the roads", "Roads"),
        Other = new(Guid.CreateVersion7(), "Build bridges", "Roads");

    private static readonly Figure Share = new(25, "percent", Period.Of("2026"), false, FigureComparator.MoreThan, "premises");

    public SuggestionCardTests()
    {
        Services.AddMudServices(o => o.PopoverOptions.CheckForPopoverProvider = false);
        JSInterop.Mode = JSRuntimeMode.Loose;
    }

    public Task InitializeAsync() => Task.CompletedTask;

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    [Fact]
    public void What_is_sure_shows_all_that_accepting_files_and_asks_nothing()
    {
        var card = new SuggestionCard(Suggested(), new() { Likely = new([Goal, Other], true), Responsible = Pillar });
        Assert.Empty(card.Asked);
        Assert.True(card.IsSure);
        var shown = Show(card);
        Assert.Equal(["What", "Filed under", "By", "By when", "Follows"], shown.FindAll("dt").Select(d => d.TextContent));
        Assert.Contains("Roads › Mend the roads", shown.Find("[data-row=Filed]").TextContent, StringComparison.Ordinal);
        Assert.Contains("30 June 2027", shown.Find("[data-row=When]").TextContent, StringComparison.Ordinal);
        var statement = Assert.IsType<NewCommitment>(card.ToStatement());
        Assert.Equal((Goal.Id, "Mend roads", new DateOnly(2027, 6, 30)), (statement.GoalId, statement.Title, statement.Due!.Value));
    }

    [Fact]
    public void A_goal_that_is_only_guessed_is_left_empty_and_one_of_the_likely_is_chosen_by_its_place()
    {
        var card = new SuggestionCard(Suggested(), new() { Likely = new([Goal, Other], false) });
        Assert.Equal([SuggestionQuestion.Goal], card.Asked);
        Assert.Throws<Refusal>(card.ToStatement);
        var chosen = new List<int>();
        var shown = Show(card, chosen);
        Assert.Contains("choose a goal", shown.Find("[data-row=Filed]").TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["1 Roads › Mend the roads", "2 Roads › Build bridges"],
            shown.FindAll(".likely li").Select(l => l.TextContent.Trim())
        );
        shown.FindAll(".likely button")[1].Click();
        Assert.Equal([1], chosen);

        Assert.False(card.ChooseGoal(2)); // no third is offered
        Assert.True(card.ChooseGoal(1));
        Assert.Empty(card.Asked);
        Assert.Equal(Other.Id, Assert.IsType<NewCommitment>(card.ToStatement()).GoalId);
    }

    [Fact]
    public void A_new_indicator_and_a_missing_period_are_asked_and_a_known_indicator_is_not()
    {
        var known = new SuggestionCard(Suggested(figure: Share), new() { Indicator = Premises });
        Assert.Empty(known.Asked);
        Assert.Contains("more than 25", Show(known).Find("[data-row=Value]").TextContent, StringComparison.Ordinal);

        var unknown = new SuggestionCard(Suggested(figure: Share with { Period = null }), new());
        Assert.Equal([SuggestionQuestion.Indicator, SuggestionQuestion.Period], unknown.Asked);
        unknown.Set(f => f.Period = "2026-Q1");
        unknown.Set(_ => { }, SuggestionQuestion.Indicator);
        Assert.Empty(unknown.Asked);
        var made = Assert.IsType<NewValue>(unknown.ToStatement());
        Assert.Equal(("Premises", Pillar), (made.NewIndicator!.Name, made.NewIndicator.PillarId!.Value));
    }

    [Fact]
    public void That_another_commitment_becomes_superseded_is_asked()
    {
        var card = new SuggestionCard(
            Suggested(),
            new()
            {
                Likely = new([Goal], true),
                Match = MatchKind.Replaces,
                Known = Other,
            }
        );
        Assert.Equal([SuggestionQuestion.Supersedes], card.Asked);
        card.Set(_ => { }, SuggestionQuestion.Supersedes);
        Assert.Empty(card.Asked);
    }

    [Fact]
    public void A_field_opens_in_place_and_what_is_typed_is_what_is_filed()
    {
        var card = new SuggestionCard(Suggested(), new() { Likely = new([Goal], true) });
        var shown = Show(card);
        shown.Find("[data-row=Title] button").Click();
        shown.Find("[data-card-field] input[name=card-title]").Input("Mend all roads");
        Assert.Equal("Mend all roads", card.Fields.Title);
        Assert.True(card.IsChanged);
    }

    [Fact]
    public void Words_of_medium_confidence_are_not_decided_among_many() =>
        Assert.False(new SuggestionCard(Suggested(confidence: 0.7), new() { Likely = new([Goal], true) }).IsSure);

    private IRenderedComponent<SuggestionCardView> Show(SuggestionCard card, List<int>? goals = null)
    {
        IRenderedComponent<SuggestionCardView> shown = null!;
        shown = Render<SuggestionCardView>(p =>
            p.Add(x => x.Card, card)
                .Add(x => x.NameOf, _ => "A name")
                .Add(
                    x => x.Open,
                    EventCallback.Factory.Create<CardField?>(
                        this,
                        field =>
                        {
                            card.Open = field;
                            shown.Render();
                        }
                    )
                )
                .Add(x => x.ChooseGoal, place => goals?.Add(place))
                .Add(
                    x => x.Change,
                    (change, answers) =>
                    {
                        card.Set(change, answers);
                        return Task.CompletedTask;
                    }
                )
        );
        return shown;
    }

    private static SuggestionItem Suggested(string words = "mend roads", double confidence = 0.9, Figure? figure = null) =>
        new(
            new(Guid.CreateVersion7(), "hash", new(0, words.Length), words),
            figure is null ? RecordKind.Commitment : RecordKind.Observation,
            Pillar,
            0.9,
            confidence,
            figure,
            figure is null ? new(null, null, new DateOnly(2027, 6, 30)) : null,
            0,
            false,
            words,
            words
        )
        {
            PillarName = "Roads",
        };
}
