namespace PolicyTracker.Text.Tests;

public sealed class SourceTextTests
{
    [Fact]
    public void Mixed_line_ends_become_line_feeds_and_nothing_else_changes() =>
        Assert.Equal("a\nb\nc\n\td “the the” é", SourceText.Prepare("\uFEFFa\r\nb\rc\n\td “the the” é"));

    [Theory]
    [InlineData("", TextFaultKind.Empty, '\0', 0, 0)]
    [InlineData(" \n\t ", TextFaultKind.Empty, '\0', 0, 0)]
    [InlineData("PK\u0003\u0004", TextFaultKind.ControlCharacter, '\u0003', 1, 3)]
    [InlineData("pay \u202E001\u202C yuan", TextFaultKind.HiddenControl, '\u202E', 1, 5)]
    public void What_can_not_be_quoted_safely_is_refused_with_its_place(
        string raw,
        TextFaultKind kind,
        char character,
        int line,
        int column
    ) =>
        Assert.Equal(
            new TextFault(kind, character, line, column),
            Assert.Throws<UnusableTextException>(() => SourceText.Prepare(raw)).Fault
        );

    [Fact]
    public void Half_a_character_is_refused_with_its_place() =>
        Assert.Equal(
            new TextFault(TextFaultKind.HalfCharacter, '\uD83D', 2, 6),
            Assert.Throws<UnusableTextException>(() => SourceText.Prepare("line\nhalf \uD83D here")).Fault
        );

    [Fact]
    public void A_text_over_five_megabytes_is_refused_and_one_just_under_is_kept()
    {
        var tooLong = Assert.Throws<UnusableTextException>(() => SourceText.Prepare(new string('字', 1_800_000))).Fault;
        Assert.Equal((TextFaultKind.TooLong, 5_400_000), (tooLong.Kind, tooLong.Bytes));
        Assert.Equal(1_700_000, SourceText.Prepare(new string('字', 1_700_000)).Length);
    }

    [Fact]
    public void Without_its_hidden_controls_the_text_is_taken() =>
        Assert.Equal("pay 001 yuan", SourceText.Prepare(SourceText.WithoutHidden("pay \u202E001\u202C yuan")));
}
