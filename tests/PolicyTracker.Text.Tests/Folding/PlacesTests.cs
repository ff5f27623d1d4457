using CsCheck;
using PolicyTracker.Text.Folding;

namespace PolicyTracker.Text.Tests.Folding;

public sealed class PlacesTests
{
    [Fact]
    public void Words_stand_at_the_same_places_whether_they_are_looked_up_or_read()
    {
        var texts = Gen.OneOf(Gen.Const("abA ."), Gen.Const("的一是 a")).SelectMany(letters => Gen.Char[letters].Array[16_500, 17_500]);
        Gen.Select(texts, Gen.Int[0, 17_000], Gen.Int[1, 9], Gen.Int[0, 17_000], Gen.Int[0, 17_000])
            .Sample(
                (characters, start, length, a, b) =>
                {
                    var source = new string(characters);
                    var (read, indexed) = (FoldedText.Of(source), FoldedText.Of(source));
                    start = Math.Min(start, read.Text.Length - length);
                    var words = read.Lower.Substring(start, length);
                    var (from, to) = (Math.Min(Math.Min(a, b), read.Text.Length), Math.Min(Math.Max(a, b), read.Text.Length));
                    Assert.Equal(read.Text.Length >= 16_000, indexed.Grams is not null);
                    Assert.Equal(read.PlacesInAnyCapitals(words, from, to, 99), indexed.PlacesInAnyCapitals(words, from, to, 99));
                    Assert.Contains(start, indexed.PlacesInAnyCapitals(words, 0, read.Text.Length, int.MaxValue));
                    var asTheyStand = FoldedText.Of(read.Text.Substring(start, length));
                    if (asTheyStand.Text.Length == 0)
                    {
                        return; // nothing but space
                    }

                    Assert.Equal(read.Places(asTheyStand, int.MaxValue), indexed.Places(asTheyStand, int.MaxValue));
                },
                iter: 100
            );
    }
}
