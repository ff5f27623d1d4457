using CsCheck;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Core.Tests.Data;

namespace PolicyTracker.Core.Tests.Sources;

/// <summary>A quotation is shown in its sentence, so that nobody takes a part of it for the whole.</summary>
public sealed class QuotedSentenceTests
{
    [Theory]
    [InlineData(
        "Prices rose. We will accelerate",
        "the growth of trade",
        "in 2024; more follows. Then rest.",
        "We will accelerate ",
        " in 2024; more follows."
    )]
    [InlineData("It ended.", "We will act.", "Nothing more.", "", "")]
    [InlineData("会议结束。下一步，我们将", "加快5G建设", "，并扩大覆盖。其他工作照常。", "下一步，我们将", "，并扩大覆盖。")]
    [InlineData("1. A list.\n2. The ministry will", "open two ports", "by May.\n3. Rest.", "The ministry will ", " by May.")]
    [InlineData("He said.", "We will act. They will", "follow soon. End.", "", " follow soon.")]
    public void The_rest_of_the_sentence_is_told_and_nothing_of_its_neighbours(
        string before,
        string exact,
        string after,
        string shownBefore,
        string shownAfter
    )
    {
        var isSpaced = !char.IsBetween(exact[0], '\u4e00', '\u9fff');
        var space = isSpaced ? " " : "";
        Assert.Equal(
            (shownBefore, shownAfter),
            QuotedSentence.Around(before + space, exact, (after[0] is '，' ? "" : space) + after, isFromStart: true)
        );
    }

    [Fact]
    public void A_sentence_that_is_longer_than_what_is_looked_at_is_cut_at_a_word_and_says_so()
    {
        var words = string.Join(' ', Enumerable.Range(100, 90));
        var (before, after) = QuotedSentence.Around(
            words[^QuotedSentence.MaxAround..] + " ",
            "the words",
            (" " + words)[..QuotedSentence.MaxAround],
            isFromStart: false
        );
        Assert.StartsWith("…1", before, StringComparison.Ordinal);
        Assert.EndsWith("…", after, StringComparison.Ordinal);
        Assert.Matches(@"^…(\d{3} )+$", before);
        Assert.Matches(@"^( \d{3})+…$", after);
    }

    [Fact]
    public void Whatever_the_text_the_words_stand_between_what_the_text_says_before_and_behind_them() =>
        Gen.Select(
                Gen.String[Gen.Char["aB .。！\n“”1文"], 0, 60],
                Gen.String[Gen.Char["ab.文"], 1, 10],
                Gen.String[Gen.Char["aB .。！\n“”1文"], 0, 60]
            )
            .Sample(
                (before, exact, after) =>
                {
                    var (left, right) = QuotedSentence.Around(before, exact, after, isFromStart: true);
                    Assert.EndsWith(left, before, StringComparison.Ordinal);
                    Assert.StartsWith(right, after, StringComparison.Ordinal);
                }
            );

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task The_store_reads_the_sentence_beside_the_words_in_both_scripts(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await using var db = store.Db();
        var goal = db.Set<Goal>().Single(g => g.Slug == "gigabit-and-5g-coverage");
        var quotations = await db.QuotationsAsync(RecordKind.Goal, [goal.Id], CancellationToken.None);
        Assert.Contains(
            quotations[goal.Id],
            q => (q.Before, q.Exact, q.After) is ("This year we will implement ", "gigabit city development", " in depth.")
        );
    }
}
