namespace PolicyTracker.Text.Tests;

public sealed class SourceTextTests
{
    [Fact]
    public void Mixed_line_ends_become_line_feeds_and_nothing_else_changes() =>
        Assert.Equal("a\nb\nc\n\td “the the” é", SourceText.Prepare("\uFEFFa\r\nb\rc\n\td “the the” é"));

    [Theory]
    [InlineData("", "empty")]
    [InlineData(" \n\t ", "empty")]
    [InlineData("PK\u0003\u0004", "binary")]
    [InlineData("pay \u202E001\u202C yuan", "hidden control")]
    public void What_can_not_be_quoted_safely_is_refused_with_its_place(string raw, string says) =>
        Assert.Contains(says, Assert.Throws<UnusableTextException>(() => SourceText.Prepare(raw)).Message, StringComparison.Ordinal);

    [Fact]
    public void Half_a_character_is_refused_with_its_place() =>
        Assert.Contains("line 2, character 6", Assert.Throws<UnusableTextException>(() => SourceText.Prepare("line\nhalf \uD83D here")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_text_over_five_megabytes_is_refused_and_one_just_under_is_kept()
    {
        Assert.Contains("5 MB", Assert.Throws<UnusableTextException>(() => SourceText.Prepare(new string('字', 1_800_000))).Message, StringComparison.Ordinal);
        Assert.Equal(1_700_000, SourceText.Prepare(new string('字', 1_700_000)).Length);
    }

    [Fact]
    public void Without_its_hidden_controls_the_text_is_taken() =>
        Assert.Equal("pay 001 yuan", SourceText.Prepare(SourceText.WithoutHidden("pay \u202E001\u202C yuan")));
}
