using PolicyTracker.Benchmarks;
using PolicyTracker.Text.Anchoring;
using PolicyTracker.Text.Comparison;

namespace PolicyTracker.Text.Tests.Anchoring;

/// <summary>
/// Being careful is not enough: of quotations that are there, on the same texts each time, so many are found. What answers “lost” to
/// all would never be wrong, and of no use.
/// </summary>
public sealed class RecallTests
{
    [Theory]
    [InlineData(false, 0, 1.0)]
    [InlineData(false, 3, 0.98)]
    [InlineData(false, 10, 0.98)]
    [InlineData(true, 0, 1.0)]
    [InlineData(true, 3, 0.98)]
    [InlineData(true, 10, 0.98)]
    public void Quotations_whose_words_were_changed_here_and_there_are_found_at_their_place(bool chinese, int slips, double floor)
    {
        var (text, cases) = new AnchoringCases(7, chinese).Edited(100_000, 100, 120, slips);
        var finder = new QuoteFinder(text);
        var found = cases.ConvertAll(c => (Anchor: finder.Find(c.Quote, c.Hint), Made: c)).FindAll(f => IsAtPlace(f.Anchor, f.Made));
        Assert.True(found.Count >= floor * cases.Count, $"{found.Count} of {cases.Count}");
        Assert.True(slips > 0 || found.TrueForAll(f => f.Anchor.IsSure)); // other letters may make another statement: an editor looks
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Quotations_that_were_deleted_are_not_found_among_their_likes(bool chinese)
    {
        var (text, cases) = new AnchoringCases(7, chinese).Deleted(100_000, 100, 120);
        var finder = new QuoteFinder(text);
        Assert.Equal(0, cases.Count(c => finder.Find(c.Quote, c.Hint).IsSure));
    }

    [Theory]
    [InlineData(false, 0.95)]
    [InlineData(true, 0.95)]
    public void Sentences_that_were_changed_here_and_there_are_shown_beside_what_they_were(bool chinese, double floor)
    {
        var before = new AnchoringCases(8, chinese).Sentences(6_000);
        var after = before.Select((s, i) => i % 3 == 0 ? s.Insert(s.Length / 2, chinese ? "进一步" : " quickly ") : s).ToList();
        var comparison = TextComparison.Of(string.Concat(before), string.Concat(after));
        var changed = (before.Count + 2) / 3;
        var found = comparison.Pairs.Count(p => p.Kind is PassageChange.Reworded && p.From == p.To);
        Assert.True(found >= floor * changed, $"{found} of {changed}");
    }

    // More than half of the shorter of the two places is common to both.
    private static bool IsAtPlace(QuoteAnchor found, AnchoringCase made) =>
        found.Place is { } place
        && 2 * (Math.Min(place.End, made.End) - Math.Max(place.Start, made.Start)) > Math.Min(place.Length, made.End - made.Start);
}
