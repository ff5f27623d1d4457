using System.Text.RegularExpressions;

namespace PolicyTracker.Text.Tests;

/// <summary>A link to words in a page leads to these words and no others, whatever is in them.</summary>
public sealed partial class TextFragmentTests
{
    [Theory]
    [InlineData("build parks, schools & roads", ":~:text=build%20parks%2C%20schools%20%26%20roads")]
    [InlineData("a state-of-the-art plant", ":~:text=a%20state%2Dof%2Dthe%2Dart%20plant")]
    [InlineData("#1: 50% <b>\"x\"</b>", ":~:text=%231%3A%2050%25%20%3Cb%3E%22x%22%3C%2Fb%3E")]
    [InlineData("  two\u00a0 blanks\t", ":~:text=two%20blanks")]
    [InlineData("建设5G，扬帆", ":~:text=%E5%BB%BA%E8%AE%BE5G%EF%BC%8C%E6%89%AC%E5%B8%86")]
    public void Words_are_escaped_where_they_would_mean_something(string exact, string directive) =>
        Assert.Equal(directive, TextFragment.Of(exact));

    [Fact]
    public void Short_words_are_told_from_the_same_ones_elsewhere_by_whole_words_around_them() =>
        Assert.Equal(":~:text=by%20the%20end%20of-,2025,-%2C%20at%20the", TextFragment.Of("2025", "rked by the end of ", ", at the late"));

    [Fact]
    public void What_stands_around_in_another_paragraph_is_left_out() =>
        Assert.Equal(":~:text=2025", TextFragment.Of("2025", "The heading\n", "\nThe next"));

    [Fact]
    public void Long_words_are_named_by_their_beginning_and_end()
    {
        var exact = string.Join(' ', Enumerable.Range(1, 60).Select(n => $"word-{n}"));
        Assert.Equal(
            ":~:text=word%2D1%20word%2D2%20word%2D3%20word%2D4%20word%2D5,word%2D56%20word%2D57%20word%2D58%20word%2D59%20word%2D60",
            TextFragment.Of(exact, "before ", " after")
        );
        Assert.Equal(":~:text=one,three", TextFragment.Of("one\ntwo\r\nthree"));
    }

    [Fact]
    public void No_character_is_cut_in_two()
    {
        var directive = TextFragment.Of(string.Concat(Enumerable.Repeat("𠮷", 200)))!;
        Assert.DoesNotContain("%EF%BF%BD", directive, StringComparison.Ordinal);
    }

    [Fact]
    public void No_words_have_no_directive() => Assert.Null(TextFragment.Of(" \n "));

    [Fact]
    public void Whatever_is_quoted_a_directive_has_the_form_of_one()
    {
        var pieces = new[] { "a", "-", ",", "&", " ", "\n", "#", ":~:text=", "漢", "𠮷", "\ud800", "%2C", "word " };
        var random = new Random(15);
        for (var i = 0; i < 2_000; i++)
        {
            string Make(int max) => string.Concat(Enumerable.Range(0, random.Next(max)).Select(_ => pieces[random.Next(pieces.Length)]));
            if (TextFragment.Of(Make(80), Make(8), Make(8)) is { } directive)
            {
                Assert.Matches(Form(), directive);
            }
        }
    }

    // [prefix-,]start[,end][,-suffix] of the specification, of characters that mean nothing in it.
    [GeneratedRegex(
        @"^:~:text=((?:[\w.~]|%[0-9A-F]{2})+-,)?(?:[\w.~]|%[0-9A-F]{2})+(,(?:[\w.~]|%[0-9A-F]{2})+)?(,-(?:[\w.~]|%[0-9A-F]{2})+)?$"
    )]
    private static partial Regex Form();
}
