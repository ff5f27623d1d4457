using CsCheck;
using PolicyTracker.Text.Anchoring;
using PolicyTracker.Text.Folding;
using PolicyTracker.Text.Words;

namespace PolicyTracker.Text.Tests.Anchoring;

/// <summary>What holds for any text and any edit.</summary>
public sealed class QuoteFinderProperties
{
    private static readonly string[] Vocabulary =
    [
        "the ",
        "ministry ",
        "will ",
        "promote ",
        "industrial ",
        "software ",
        "in ",
        "Anhui ",
        "12 ",
        "factories, ",
        "and ",
        "support ",
        "research. ",
        "By ",
        "2025 ",
        "towns ",
        "accelerate ",
        "coverage ",
        "of ",
        "networks; ",
        "推动",
        "工业",
        "互联网",
        "创新",
        "发展，",
        "加快",
        "建设。",
        "数字",
        "经济",
        "😀 ",
        "digital ",
        "transformation ",
        "not ",
        "rural ",
        "areas. ",
        "training ",
        "of ",
        "engineers ",
    ];

    private static readonly Gen<string> Prose = Gen.Int[0, Vocabulary.Length - 1]
        .List[30, 120]
        .Select(words => string.Concat(words.Select(w => Vocabulary[w])));

    private static readonly Gen<(string Text, int Start, int End)> Quoted =
        from text in Prose
        from length in Gen.Int[24, 100]
        from at in Gen.Double[0, 1]
        let start = (int)(at * (text.Length - length))
        let whole = (Start: Whole(text, start), End: Whole(text, start + length))
        select (text, whole.Start, whole.End);

    [Fact]
    public void Whatever_is_put_in_before_or_behind_it_the_quotation_is_found() =>
        Gen.Select(Quoted, Prose, Gen.Bool)
            .Sample(
                (q, more, before) =>
                {
                    var quote = TextQuote.Describe(q.Text, new(q.Start, q.End));
                    var text = before ? more + q.Text : q.Text + more;
                    var expected = q.Start + (before ? more.Length : 0);
                    var isTurned =
                        (before && q.Start == 0 && more.EndsWith("not ", StringComparison.Ordinal))
                        || (
                            CutNegation.Before(text, new(expected, expected + quote.Exact.Length)) is not null
                            && CutNegation.Before(q.Text, new(q.Start, q.End)) is null
                        );
                    if (isTurned)
                    {
                        return; // what came before it turns the quotation
                    }

                    var found = new QuoteFinder(text).Find(quote, q.Start);
                    if (found.State is AnchorState.Ambiguous)
                    {
                        Assert.True(
                            text.IndexOf(quote.Exact, StringComparison.Ordinal) != text.LastIndexOf(quote.Exact, StringComparison.Ordinal)
                        );
                        return;
                    }

                    Assert.True(found.State is AnchorState.Exact or AnchorState.Moved, found.ToString());
                    Assert.Equal(
                        Trimmed(text, expected, expected + quote.Exact.Length),
                        (found.Place!.Value.Start, found.Place!.Value.End)
                    );
                }
            );

    [Fact]
    public void With_slips_inside_it_is_found_where_it_is_or_not_surely_found_at_all() =>
        Gen.Select(Quoted, Gen.Select(Gen.Double[0, 1], Gen.Int[0, 2], Gen.Char['a', 'z']).List[1, 8])
            .Sample(
                (q, slips) =>
                {
                    var quote = TextQuote.Describe(q.Text, new(q.Start, q.End));
                    var words = quote.Exact;
                    foreach (var (where, what, letter) in slips)
                    {
                        var at = Whole(words, (int)(where * words.Length));
                        words = what switch
                        {
                            0 => words.Insert(at, letter.ToString()),
                            1 when at < words.Length && !char.IsSurrogate(words[at]) => words.Remove(at, 1),
                            2 when at < words.Length && !char.IsSurrogate(words[at]) => words.Remove(at, 1).Insert(at, letter.ToString()),
                            _ => words,
                        };
                    }

                    var text = q.Text[..q.Start] + words + q.Text[q.End..];
                    var found = new QuoteFinder(text).Find(quote, q.Start);
                    // "a a a a" quoted as "a a": the same words begin again within the quotation, and no answer is the right one.
                    var again = q.Text.IndexOf(quote.Exact, q.Start + 1, StringComparison.Ordinal);
                    if (found.IsSure && (again < 0 || again >= q.End))
                    {
                        // Never elsewhere: the places overlap by more than half.
                        var shared = Math.Min(found.Place!.Value.End, q.Start + words.Length) - Math.Max(found.Place!.Value.Start, q.Start);
                        Assert.True(
                            2 * shared > Math.Min(found.Place!.Value.End - found.Place!.Value.Start, words.Length),
                            $"{found} for {q.Start}-{q.Start + words.Length} “{quote.Exact}” in “{text}”"
                        );
                    }

                    Assert.True(
                        found.Place is not { } place
                            || !(char.IsLowSurrogate(text[place.Start]) && place.Start > 0 && char.IsHighSurrogate(text[place.Start - 1]))
                    );
                }
            );

    [Fact]
    public void The_bit_parallel_distance_is_that_of_the_plain_algorithm() =>
        Gen.Select(Gen.Int[0, 3].List[0, 200], Gen.Int[0, 3].List[0, 200])
            .Sample(
                (a, b) =>
                {
                    var (first, second) = (string.Concat(a), string.Concat(b));
                    var row = Enumerable.Range(0, first.Length + 1).ToArray();
                    var expected = new List<int> { first.Length };
                    for (var j = 1; j <= second.Length; j++)
                    {
                        var diagonal = row[0];
                        row[0] = j;
                        for (var i = 1; i <= first.Length; i++)
                        {
                            (diagonal, row[i]) = (
                                row[i],
                                Math.Min(Math.Min(row[i] + 1, row[i - 1] + 1), diagonal + (first[i - 1] == second[j - 1] ? 0 : 1))
                            );
                        }

                        expected.Add(row[^1]);
                    }

                    Assert.Equal(expected, new EditDistance(first).ToPrefixes(second));
                }
            );

    [Fact]
    public void The_search_in_blocks_and_lanes_gives_the_places_that_the_plain_algorithm_finds() =>
        Gen.Select(Gen.Int[0, 5].List[9, 270], Gen.Int[0, 5].List[300, 6000], Gen.Int[0, 12], Gen.Int[0, 40], Gen.Int[0, 5999])
            .Sample(
                (p, t, few, more, at) =>
                {
                    var pattern = string.Concat(p);
                    var text = string.Concat(t).Insert(at % t.Count, Changed(pattern, few)); // the pattern itself, with some errors, is among it
                    AssertPlaces(pattern, text, Math.Min(few + more, pattern.Length - 1));
                },
                iter: 100
            );

    [Fact]
    public void Places_across_the_borders_of_the_sections_of_a_long_text_are_found()
    {
        var random = new Random(1);
        string Of(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => (char)('a' + random.Next(6))));
        foreach (var length in new[] { 20, 70, 140 })
        {
            var pattern = Of(length);
            var text = new System.Text.StringBuilder(Of(140_000));
            foreach (var at in new[] { 65_536 - length, 65_536 - (length / 2), 131_072 + 3 - length, 131_072 + 5 })
            {
                text.Insert(at, Changed(pattern, 3));
            }

            AssertPlaces(pattern, text.ToString(), length / 4);
            AssertPlaces(pattern, text.ToString(0, 65_600), length / 4);
        }
    }

    [Fact]
    public void Only_stretches_that_share_enough_with_the_quotation_are_compared_and_none_of_its_places_is_missed()
    {
        var told = 0;
        Gen.Select(
                Gen.Int[0, 25].List[20, 250],
                Gen.Int[0, 25].List[1000, 20_000],
                Gen.Int[0, 40].List[0, 6],
                Gen.Int[0, 45],
                Gen.OneOf(Gen.Const('a'), Gen.Const('一')) // letters, and Chinese characters
            )
            .Sample(
                (p, t, errors, limit, first) =>
                {
                    string Letters(List<int> letters) => string.Concat(letters.Select(l => (char)(first + l)));
                    var pattern = Letters(p);
                    var text = Letters(t);
                    foreach (var count in errors) // the pattern with some errors, at the ends too
                    {
                        text = text.Insert((count * 997) % (text.Length + 1), Changed(pattern, Math.Min(count, pattern.Length / 2)));
                    }

                    told += new GramIndex(text).Count(pattern)?.Stretches(limit) is null ? 0 : 1;
                    AssertPlaces(pattern, text, Math.Min(limit, pattern.Length - 1));
                },
                iter: 200,
                threads: 1
            );
        Assert.True(told > 20, $"{told} of 200 searches were told where to look");
    }

    private static string Changed(string words, int errors)
    {
        var changed = words.ToCharArray();
        for (var i = 0; i < errors; i++)
        {
            changed[(i * 31) % changed.Length] = '9';
        }

        return new string(changed);
    }

    private static void AssertPlaces(string pattern, string text, int limit)
    {
        var run = new MatchMerger(limit);
        var row = Enumerable.Range(0, pattern.Length + 1).ToArray();
        for (var j = 1; j <= text.Length; j++)
        {
            var diagonal = row[0]; // a match may begin anywhere: the first row is 0
            for (var i = 1; i <= pattern.Length; i++)
            {
                (diagonal, row[i]) = (
                    row[i],
                    Math.Min(Math.Min(row[i] + 1, row[i - 1] + 1), diagonal + (pattern[i - 1] == text[j - 1] ? 0 : 1))
                );
            }

            row[0] = 0;
            run.Add(j, row[^1]);
        }

        run.Close();
        var expected =
            run.Places.Count <= ApproximateSearch.MaxPlaces
                ? run.Places
                : [.. run.Places.OrderBy(p => p.Errors).Take(ApproximateSearch.MaxPlaces)];
        var search = new ApproximateSearch(pattern);
        Assert.Equal(expected, search.Find(text, limit));
        if (new GramIndex(text).Count(pattern)?.Stretches(limit) is { } stretches)
        {
            Assert.Equal(expected, search.Find(text, limit, stretches));
        }
    }

    private static int Whole(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;

    private static (int, int) Trimmed(string text, int start, int end)
    {
        while (text[start] == ' ')
        {
            start++;
        }

        while (text[end - 1] == ' ')
        {
            end--;
        }

        return (start, end);
    }
}
