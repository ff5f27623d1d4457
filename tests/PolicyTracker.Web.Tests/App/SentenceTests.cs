using System.Reflection;
using System.Text.RegularExpressions;
using PolicyTracker.Core.Localization;
using PolicyTracker.Core.Tests.Localization;

namespace PolicyTracker.Web.Tests.App;

/// <summary>What readers are told stands in resources, where a translator finds it, and each sentence is asked for.</summary>
public sealed partial class SentenceTests
{
    private static readonly Assembly[] Programs = [typeof(TextResource).Assembly, typeof(Program).Assembly];

    // Names under which the program signs what it stores, what former stores hold, and what a language model is asked.
    private static readonly string[] NoTexts =
    [
        "PolicyTracker.Core.Accounts.AccountNames",
        "PolicyTracker.Core.Accounts.Editor",
        "PolicyTracker.Core.Suggestions.LanguageModel",
        "PolicyTracker.Core.Upgrade.",
    ];

    [Fact]
    public void No_sentence_stands_in_code_or_markup() =>
        None(
            Programs
                .SelectMany(SentenceRules.Find)
                .Where(f => !NoTexts.Any(n => f.Type.FullName!.StartsWith(n, StringComparison.Ordinal)))
                .Select(f => $"{f.Type.FullName}: {f.Sentence}")
        );

    [Fact]
    public void No_sentence_stands_in_a_script() =>
        None(
            Directory
                .GetFiles(Path.Combine(ComponentParameterTests.Root(), "wwwroot"), "*.js")
                .SelectMany(f =>
                    Literal()
                        .Matches(Comment().Replace(File.ReadAllText(f), ""))
                        .Where(l => SentenceRules.IsSentence(l.Value))
                        .Select(l => $"{Path.GetFileName(f)}: {l.Value}")
                )
        );

    [Fact]
    public void Each_key_has_its_sentence_with_as_many_places_as_it_is_given_and_no_sentence_is_left_over() =>
        None(TextUses.Faults(Programs));

    [Fact]
    public void Each_sentence_stands_in_every_language_with_the_same_places() => None(TextUses.Untranslated(Programs));

    [Theory]
    [InlineData("<p class=\"empty no-sentence\">—</p>")]
    [InlineData("<p>&nbsp;→&amp;</p>")]
    [InlineData("<a href=\"/a b\" title=\"Open it\">◐</a>", "Open it")]
    [InlineData("<p>Nothing waits. <a>See them</a></p>", "Nothing waits. ", "See them")]
    public void The_rule_tells_words_from_markup(string markup, params string[] words) =>
        Assert.Equal(words, SentenceRules.Shown(markup).Where(SentenceRules.HasWord));

    [Theory]
    [InlineData("Nothing waits.", true)]
    [InlineData("no day", true)]
    [InlineData("status status-", false)]
    [InlineData("text/plain; charset=utf-8", false)]
    [InlineData("yyyy-MM-dd HH:mm", false)]
    public void The_rule_tells_a_sentence_from_what_programs_read(string text, bool isSentence) =>
        Assert.Equal(isSentence, SentenceRules.IsSentence(text));

    [GeneratedRegex(@"//.*")]
    private static partial Regex Comment();

    [GeneratedRegex("\"[^\"\\n]*\"|`[^`]*`")]
    private static partial Regex Literal();

    private static void None(IEnumerable<string> found)
    {
        var faults = string.Join('\n', found);
        Assert.True(faults.Length == 0, faults);
    }
}
