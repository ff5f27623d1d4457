using CsCheck;
using PolicyTracker.Text.Anchoring;

namespace PolicyTracker.Text.Tests.Anchoring;

public sealed class CodePointMapTests
{
    private static readonly Gen<string> Texts = Gen.Int[0, 5]
        .Select(i => new[] { "a", "字", "😀", "𠮷", " ", "\n" }[i])
        .List[0, 60]
        .Select(string.Concat);

    [Fact]
    public void The_two_conversions_are_inverse_at_every_character() =>
        Texts.Sample(text =>
        {
            var map = new CodePointMap(text);
            var utf16 = 0;
            var codePoint = 0;
            foreach (var rune in text.EnumerateRunes())
            {
                Assert.Equal(codePoint, map.ToCodePoint(utf16));
                Assert.Equal(utf16, map.ToUtf16(codePoint));
                utf16 += rune.Utf16SequenceLength;
                codePoint++;
            }

            Assert.Equal(map.Length, codePoint);
            Assert.Equal(text.Length, map.ToUtf16(map.Length));
        });

    [Fact]
    public void A_position_inside_a_surrogate_pair_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new CodePointMap("a😀b").ToCodePoint(2));
}
