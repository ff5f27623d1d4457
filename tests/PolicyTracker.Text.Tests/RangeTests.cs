using CsCheck;
using PolicyTracker.Text.Anchoring;

namespace PolicyTracker.Text.Tests;

/// <summary>Positions that are stored and exported count characters, those of strings count UTF-16 units: neither is taken for the other.</summary>
public sealed class RangeTests
{
    private static readonly Gen<CharRange> Ranges = Gen.Select(Gen.Int[0, 12], Gen.Int[0, 12], (a, b) => new CharRange(a, b));

    // Texts in which every other character takes two units.
    private static readonly Gen<string> Texts = Gen.OneOf(
            Gen.Const("a"),
            Gen.Const("字"),
            Gen.Const("😀"),
            Gen.Const("𠮷"),
            Gen.Const("\n")
        )
        .Array[1, 20]
        .Select(string.Concat);

    [Fact]
    public void A_range_of_whole_characters_is_the_same_words_in_either_count() =>
        Gen.Select(Texts, Gen.Int[0, 20], Gen.Int[0, 20])
            .Sample(
                (text, from, length) =>
                {
                    var map = new CodePointMap(text);
                    var range = new CodePointRange(Math.Min(from, map.Length), Math.Min(from + length, map.Length));
                    var chars = map.ToChars(range);
                    Assert.Equal(range, map.ToCodePoints(chars));
                    var words = string.Concat(text.EnumerateRunes().Skip(range.Start).Take(range.Length));
                    Assert.Equal(words.Length > 0 ? words : null, chars.In(text));
                    Assert.Equal(words.Length > 0, map.Holds(range));
                }
            );

    [Fact]
    public void What_lies_outside_a_text_or_is_empty_is_not_held_by_it()
    {
        var map = new CodePointMap("😀字");
        Assert.True(map.Holds(new(0, 2)));
        Assert.All([new(0, 3), new(-1, 1), new(1, 1), new(2, 1)], (CodePointRange r) => Assert.False(map.Holds(r)));
        Assert.All([new(0, 4), new(-1, 1), new(1, 1), new(2, 1)], (CharRange r) => Assert.Null(r.In("😀字")));
        Assert.Throws<ArgumentOutOfRangeException>(() => map.ToCodePoints(new(0, 1))); // half a character
    }

    [Fact]
    public void Ranges_overlap_where_they_share_a_character_and_hold_each_other_where_they_share_all() =>
        Gen.Select(Ranges, Ranges)
            .Sample(
                (a, b) =>
                {
                    var (ofA, ofB) = (Positions(a), Positions(b));
                    Assert.Equal(ofA.Intersect(ofB).Any(), a.Overlaps(b));
                    Assert.Equal(a.Overlaps(b), new CodePointRange(a.Start, a.End).Overlaps(new(b.Start, b.End)));
                    Assert.All(ofA, p => Assert.True(a.Contains(p)));
                    if (b.Length > 0)
                    {
                        Assert.Equal(!ofB.Except(ofA).Any(), a.Contains(b));
                        Assert.Equal(a.Contains(b), new CodePointRange(a.Start, a.End).Contains(new CodePointRange(b.Start, b.End)));
                    }
                }
            );

    private static List<int> Positions(CharRange range) => [.. Enumerable.Range(0, 12).Where(p => p >= range.Start && p < range.End)];
}
