using CsCheck;
using PolicyTracker.Text.Anchoring;

namespace PolicyTracker.Text.Tests.Anchoring;

public sealed class TextQuoteTests
{
    private static readonly Gen<(string Text, int Start, int End)> Places =
        from parts in Gen.Int[0, 4].Select(n => new[] { "ab", "a", "字", "😀", " " }[n]).List[2, 80]
        from i in Gen.Int[0, parts.Count - 2]
        from n in Gen.Int[1, parts.Count - 1 - i]
        select (string.Concat(parts), parts.Take(i).Sum(p => p.Length), parts.Take(i + n).Sum(p => p.Length));

    [Fact]
    public void A_described_quotation_is_found_again_where_it_was_however_often_its_words_recur() =>
        Places.Sample(place =>
        {
            var quote = TextQuote.Describe(place.Text, new(place.Start, place.End));
            var found = quote.FindIn(place.Text);
            Assert.True(found.IsUnique);
            Assert.Equal(place.Start, found.Start);
            Assert.Equal(place.Text[place.Start..place.End], quote.Exact);
        });

    [Fact]
    public void Words_that_occur_twice_are_not_settled_without_context()
    {
        Assert.Equal(2, new TextQuote("5G").FindIn("5G and 5G").Count);
        Assert.Equal(7, new TextQuote("5G", Prefix: "and ").FindIn("5G and 5G").Start);
    }
}
