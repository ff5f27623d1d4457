using Bunit;
using Microsoft.AspNetCore.Components.Web;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Suggestions;
using PolicyTracker.Text;
using PolicyTracker.Text.Suggestions;
using PolicyTracker.Web.Annotations;
using PolicyTracker.Web.Suggestions;

namespace PolicyTracker.Web.Tests.Suggestions;

/// <summary>Nothing is published by one key that the card does not show, or that the program is not sure of.</summary>
public sealed class SuggestionPanelTests : BunitContext
{
    private static readonly Guid Pillar = Guid.CreateVersion7(),
        Indicator = Guid.CreateVersion7();

    private static readonly SelectOption Goal = new(Guid.CreateVersion7(), "Mend the roads", "Roads");

    public static TheoryData<string, SuggestionItem, SuggestionMatches, string> Unsure =>
        new()
        {
            {
                "low words",
                Suggested(confidence: 0.5),
                new() { Goal = Goal },
                "its words are of low confidence"
            },
            {
                "medium words",
                Suggested(confidence: 0.8),
                new() { Goal = Goal },
                "its words are of medium confidence"
            },
            {
                "medium pillar",
                Suggested(pillar: 0.7),
                new() { Goal = Goal },
                "its pillar is of medium confidence"
            },
            { "no goal", Suggested(), new(), "Choose the goal" },
            {
                "replaces",
                Suggested(),
                new()
                {
                    Goal = Goal,
                    Match = MatchKind.Replaces,
                    Known = new(Guid.CreateVersion7(), "Old roads"),
                },
                "makes another commitment superseded"
            },
            {
                "new indicator",
                Suggested(figure: new(25, "percent", Period.Of("2026"), false, FigureComparator.Equal, "premises")),
                new(),
                "it makes a new indicator"
            },
            {
                "no period",
                Suggested(figure: new(25, "percent", null, false, FigureComparator.Equal, "premises")),
                new() { Indicator = new(Indicator, "Premises", 1) },
                "its value or period is not known"
            },
        };

    [Fact]
    public async Task What_is_sure_says_where_it_would_be_filed_and_goes_there_by_one_key()
    {
        var (accepted, changed) = (new List<LinkedSuggestion>(), new List<LinkedSuggestion>());
        var panel = Show(Suggested(), new() { Goal = Goal }, accepted, changed);
        Assert.Equal("Files it under Roads › Mend the roads.", panel.Find("[data-files]").TextContent);
        await panel.Find("section").KeyDownAsync(new KeyboardEventArgs { Key = "a" });
        Assert.Equal(Goal, Assert.Single(accepted).Links.Goal);
        Assert.Empty(panel.FindAll("[data-form]"));
    }

    [Theory, MemberData(nameof(Unsure))]
    public void What_is_not_sure_or_makes_more_than_itself_goes_through_the_form(
        string what,
        SuggestionItem suggested,
        SuggestionMatches links,
        string why
    )
    {
        Assert.NotEmpty(what);
        var panel = Show(suggested, links, [], []);
        Assert.Contains(why, panel.Find("[data-form]").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(panel.FindAll("button"), b => b.TextContent == "Accept");
        Assert.Contains(panel.FindAll("button"), b => b.TextContent == "Accept in the form");
    }

    [Fact]
    public void A_pillar_that_is_only_guessed_fills_in_no_goal() =>
        Assert.Null(AnnotationForm.Of(Suggested(pillar: 0.4), new() { Goal = Goal }).Goal);

    [Fact]
    public void All_of_a_sentence_is_listed_with_its_goals_before_it_is_accepted_at_once()
    {
        var both = new[]
        {
            new LinkedSuggestion(Suggested(), new() { Goal = Goal }),
            new LinkedSuggestion(Suggested("pave lanes"), new() { Goal = Goal }),
        };
        var panel = Render<SuggestionPanel>(p =>
            p.Add(x => x.List, [both[0].Suggested, both[1].Suggested])
                .Add(x => x.Shown, both[0])
                .Add(x => x.Sentence, both)
                .Add(x => x.At, 0)
        );
        Assert.Equal(
            ["“mend roads” Files it under Roads › Mend the roads.", "“pave lanes” Files it under Roads › Mend the roads."],
            panel.FindAll("[data-sentence] li").Select(li => li.TextContent)
        );
    }

    private IRenderedComponent<SuggestionPanel> Show(
        SuggestionItem suggested,
        SuggestionMatches links,
        List<LinkedSuggestion> accepted,
        List<LinkedSuggestion> changed
    ) =>
        Render<SuggestionPanel>(p =>
            p.Add(x => x.List, [suggested])
                .Add(x => x.Shown, new(suggested, links))
                .Add(x => x.At, 0)
                .Add(x => x.Accept, one => accepted.Add(one))
                .Add(x => x.Change, one => changed.Add(one))
        );

    private static SuggestionItem Suggested(
        string words = "mend roads",
        double confidence = 0.9,
        double pillar = 0.9,
        Figure? figure = null
    ) =>
        new(
            new(Guid.CreateVersion7(), "hash", new(0, words.Length), words),
            figure is null ? RecordKind.Commitment : RecordKind.Observation,
            Pillar,
            pillar,
            confidence,
            figure,
            null,
            0,
            false,
            words,
            words
        )
        {
            PillarName = "Roads",
        };
}
