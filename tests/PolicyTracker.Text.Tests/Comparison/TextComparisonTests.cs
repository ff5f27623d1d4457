using CsCheck;
using PolicyTracker.Text.Comparison;
using PolicyTracker.Text.Meaning;
using PolicyTracker.Text.Words;

namespace PolicyTracker.Text.Tests.Comparison;

public sealed class TextComparisonTests
{
    private const string Before =
        "Plan for 2023\n1. Build 12 smart factories in Anhui. Support industrial software.\n2. The council shall formulate rules on data.\n"
        + "一、推动工业互联网创新发展。加快5G网络建设！\nThis goes altogether.";

    private const string After =
        "Plan for 2024\n一、推动工业互联网创新发展。加速5G网络建设！\n1. Build 15 smart factories in Anhui. Support industrial\u00A0software.\n"
        + "2. The council shall quickly formulate rules on data.\nA wholly new statement about rockets.";

    private static readonly string[] Sentences =
    [
        "Build parks in all towns.",
        "Build more parks in all towns.",
        "Fund rural broadband by 2025.",
        "Fund urban broadband by 2027.",
        "加快5G网络建设。",
        "加速5G网络建设。",
        "推动工业互联网发展。",
        "Train engineers.",
        "Open data of ministries.",
        "Open the data of all ministries.",
        "Protect workers.",
        "Support software firms with grants and loans.",
    ];

    private static readonly Gen<string> Texts = Gen.Int[0, Sentences.Length - 1]
        .List[0, 14]
        .Select(list => string.Join("\n", list.Select(i => Sentences[i])));

    [Fact]
    public void An_analyst_sees_what_came_back_in_which_words_and_what_did_not()
    {
        var comparison = TextComparison.Of(Before, After);
        string Words(PassagePair p) =>
            p.To >= 0
                ? After[comparison.To[p.To].ContentStart..comparison.To[p.To].ContentEnd]
                : Before[comparison.From[p.From].ContentStart..comparison.From[p.From].ContentEnd];
        Assert.Equal(
            [
                (PassageChange.Reworded, ChangeSeverity.Number, "Plan for 2024"),
                (PassageChange.Moved, ChangeSeverity.None, "推动工业互联网创新发展。"),
                (PassageChange.Reworded, ChangeSeverity.Content, "加速5G网络建设！"),
                (PassageChange.Reworded, ChangeSeverity.Number, "Build 15 smart factories in Anhui."),
                (PassageChange.Kept, ChangeSeverity.None, "Support industrial\u00A0software."),
                (PassageChange.Reworded, ChangeSeverity.Content, "The council shall quickly formulate rules on data."),
                (PassageChange.New, ChangeSeverity.None, "A wholly new statement about rockets."),
                (PassageChange.Dropped, ChangeSeverity.None, "This goes altogether."),
            ],
            comparison.Pairs.Select(p => (p.Kind, p.Change, Words(p)))
        );
        var reworded = comparison.Pairs[5];
        Assert.Equal(
            [(DiffKind.Kept, "The council shall "), (DiffKind.Added, "quickly "), (DiffKind.Kept, "formulate rules on data.")],
            reworded.Difference.Select(r => (r.Kind, r.Text))
        );
        Assert.True(comparison.Pairs[2].IsMoved);
    }

    [Fact]
    public void What_differs_is_shown_in_each_texts_own_words_to_the_letter()
    {
        const string Old = "We will open “Gigabit  cities” in\u00A05 provinces.",
            New = "We will open \"gigabit cities\" in 6 provinces.";
        var runs = Assert.Single(TextComparison.Of(Old, New).Pairs).Difference;
        Assert.Equal(Old, string.Concat(runs.Where(r => r.Kind != DiffKind.Added).Select(r => r.Was ?? r.Text)));
        Assert.Equal(New, string.Concat(runs.Where(r => r.Kind != DiffKind.Removed).Select(r => r.Text)));
    }

    [Fact]
    public void Put_together_the_runs_of_a_reworded_passage_are_both_passages() =>
        Gen.Select(Texts, Texts)
            .Sample(
                (a, b) =>
                {
                    var comparison = TextComparison.Of(a, b);
                    foreach (var pair in comparison.Pairs.Where(p => p.Difference.Count > 0))
                    {
                        Assert.Equal(
                            a[comparison.From[pair.From].ContentStart..comparison.From[pair.From].ContentEnd],
                            string.Concat(pair.Difference.Where(r => r.Kind != DiffKind.Added).Select(r => r.Was ?? r.Text))
                        );
                        Assert.Equal(
                            b[comparison.To[pair.To].ContentStart..comparison.To[pair.To].ContentEnd],
                            string.Concat(pair.Difference.Where(r => r.Kind != DiffKind.Removed).Select(r => r.Text))
                        );
                    }
                }
            );

    [Fact]
    public void A_comparison_that_was_turned_round_is_shown_by_its_mark() =>
        Assert.Equal(
            [
                new(DiffKind.Kept, "costs ", "costs "),
                new(DiffKind.Removed, "≥ "),
                new(DiffKind.Added, "≤ "),
                new(DiffKind.Kept, "2 million", "2 million"),
            ],
            Wording.Difference("costs ≥ 2 million", "costs ≤ 2 million")
        );

    [Fact]
    public void A_text_beside_itself_is_kept_whole() =>
        Texts.Sample(text =>
            Assert.All(TextComparison.Of(text, text).Pairs, p => Assert.Equal((PassageChange.Kept, p.To), (p.Kind, p.From)))
        );

    [Fact]
    public void Each_passage_has_one_fate_and_the_other_way_round_it_has_the_mirrored_one() =>
        Gen.Select(Texts, Texts)
            .Sample(
                (a, b) =>
                {
                    var there = TextComparison.Of(a, b);
                    var back = TextComparison.Of(b, a);
                    Assert.Equal(Enumerable.Range(0, there.From.Count), there.Pairs.Where(p => p.From >= 0).Select(p => p.From).Order());
                    Assert.Equal(Enumerable.Range(0, there.To.Count), there.Pairs.Where(p => p.To >= 0).Select(p => p.To).Order());
                    Assert.Equal(
                        there.Pairs.Select(p => (p.From, p.To, p.Kind, p.Similarity)).ToHashSet(),
                        back.Pairs.Select(p => (p.To, p.From, Mirror(p.Kind), p.Similarity)).ToHashSet()
                    );
                }
            );

    private const string English = "The ministry will open ten clinics. Every county gets a doctor by 2027. Fees for children end.";

    private const string Chinese = "卫生部将开设十个诊所。到2027年每个县都有医生。儿童免费。";

    [Theory]
    [InlineData(English, Chinese, true)]
    [InlineData(English, "卫生部将开设十个诊所（clinics）。到2027年每个县都有医生。儿童免费。", true)]
    [InlineData(English, "The ministry shut three clinics. No county has a doctor.", false)]
    [InlineData(Chinese, "衛生部關閉三個診所。沒有一個縣有醫生。", false)]
    [InlineData(Chinese, Chinese + "\n" + English, false)] // both languages
    [InlineData(English, "诊所将在每个县开设，医生也会来。 It is the plan of the ministry for all of the counties.", false)]
    [InlineData(English, "诊所", false)] // too short to tell
    [InlineData("The clinics", Chinese, false)]
    [InlineData(English, "2027: 10, 2028: 20", false)]
    [InlineData(
        "Le ministère ouvrira dix cliniques dans toutes les régions. Chaque canton aura un médecin avant la fin de 2027. Les enfants ne paieront plus rien pour leurs soins. Les familles recevront une lettre dès le printemps prochain avec tous les détails utiles.",
        English,
        false
    )] // not told to be French
    public void Texts_in_different_languages_are_known_for_that_and_no_others(string a, string b, bool differ)
    {
        Assert.Equal(differ, TextComparison.Of(a, b).DifferentLanguages() is not null);
        Assert.Equal(differ, TextComparison.Of(b, a).DifferentLanguages() is not null);
    }

    private static PassageChange Mirror(PassageChange kind) =>
        kind switch
        {
            PassageChange.Dropped => PassageChange.New,
            PassageChange.New => PassageChange.Dropped,
            _ => kind,
        };
}
