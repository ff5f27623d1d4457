using CsCheck;

namespace PolicyTracker.Text.Tests;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("a\0b", false, "U+0000")]
    [InlineData("a\u0085", true, "U+0085")]
    [InlineData("a\nb", false, "U+000A")]
    [InlineData("a\u2028b", false, "U+2028")]
    [InlineData("5\u202e01", true, "U+202E")]
    [InlineData("\u2066a\u2069", false, "U+2066")]
    [InlineData("a\nb\tc", true, null)]
    [InlineData("😀 数字", false, null)]
    public void A_character_that_no_name_has_is_named(string text, bool hasLines, string? says)
    {
        if (says is null)
        {
            Assert.Null(PlainText.Fault(text, hasLines));
        }
        else
        {
            Assert.Equal(says, PlainText.Fault(text, hasLines)!.CodePoint);
        }
    }

    [Fact]
    public void Half_a_character_is_named()
    {
        Assert.Equal(new TypedFault(TypedFaultKind.HalfCharacter, '\uD83D', 2), PlainText.Fault("a\uD83D", hasLines: true));
        Assert.Equal(new TypedFault(TypedFaultKind.HalfCharacter, '\uDE00', 1), PlainText.Fault("\uDE00\uD83D", hasLines: true));
    }

    [Fact]
    public void What_passes_can_be_stored() =>
        Gen
            .Char.Array[0, 12]
            .Select(c => new string(c))
            .Sample(text => PlainText.Fault(text, hasLines: true) is not null || !PlainText.IsUnstorable(text), iter: 20_000);
}
