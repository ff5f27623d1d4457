using System.Diagnostics;
using PolicyTracker.Text.Anchoring;

namespace PolicyTracker.Benchmarks;

/// <summary>
/// Quotations carried from one version of a text to the next, beside a search of the newer text for the same words: of texts
/// full of look-alikes a quarter of the quoted sentences is kept, moved, changed in a number, or taken out.
/// </summary>
internal static class ReanchoringBenchmark
{
    private const int Quotations = 400;

    public static int Run()
    {
        Console.WriteLine("| what became of the words | by | carried, right | carried, wrong | shown to an editor at the place | lost |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (var chinese in new[] { false, true })
        {
            Run(chinese);
        }

        return 0;
    }

    private static void Run(bool chinese)
    {
        var random = new Random(1);
        var sentences = new AnchoringCases(1, chinese).Sentences(1_000_000).Select(s => s.TrimEnd() + "\n").ToList();
        var step = sentences.Count / Quotations;
        var starts = new int[sentences.Count + 1];
        for (var i = 0; i < sentences.Count; i++)
        {
            starts[i + 1] = starts[i] + sentences[i].Length;
        }

        var before = string.Concat(sentences);
        var (after, moved) = (new List<(string Words, int Quote)>(), new List<(string Words, int Quote)>());
        for (var i = 0; i < sentences.Count; i++)
        {
            var quote = i % step == 0 ? i / step : -1;
            switch (quote < 0 ? 0 : quote % 4)
            {
                case 1:
                    moved.Add((sentences[i], quote));
                    break;
                case 2:
                    after.Add((OtherNumber(sentences[i], random), quote));
                    break;
                case 3:
                    break;
                default:
                    after.Add((sentences[i], quote));
                    break;
            }
        }

        after.InsertRange(after.Count / 3, moved);
        var places = new Dictionary<int, int>();
        var at = 0;
        foreach (var (words, quote) in after)
        {
            places[quote] = at;
            at += words.Length;
        }

        var now = string.Concat(after.Select(a => a.Words));
        var quotes = Enumerable
            .Range(0, sentences.Count / step)
            .Select(q =>
                (Number: q, Start: starts[q * step], Quote: TextQuote.Describe(before, new(starts[q * step], starts[(q * step) + 1] - 1)))
            )
            .ToList();
        var clock = Stopwatch.StartNew();
        var reanchoring = new Reanchoring(before, now);
        var carried = quotes.ConvertAll(q => reanchoring.Find(q.Quote, q.Start));
        var took = clock.ElapsedMilliseconds;
        clock.Restart();
        var finder = new QuoteFinder(now);
        var searched = quotes.ConvertAll(q => finder.Find(q.Quote, q.Start));
        string[] fates = ["kept", "moved", "another number", "taken out"];
        for (var fate = 0; fate < 4; fate++)
        {
            Print($"{(chinese ? "zh" : "en")}, {fates[fate]}", "passages", quotes, carried, places, fate);
            Print($"{(chinese ? "zh" : "en")}, {fates[fate]}", "search alone", quotes, searched, places, fate);
        }

        Console.Error.WriteLine(
            $"{(chinese ? "zh" : "en")}: 1 MB, {quotes.Count} quotations: by passages {took} ms, by search alone {clock.ElapsedMilliseconds} ms"
        );
    }

    private static void Print(
        string name,
        string by,
        List<(int Number, int Start, TextQuote Quote)> quotes,
        List<QuoteAnchor> found,
        Dictionary<int, int> places,
        int fate
    )
    {
        var (right, wrong, shown, lost, all) = (0, 0, 0, 0, 0);
        foreach (var (q, f) in quotes.Zip(found).Where(p => p.First.Number % 4 == fate))
        {
            all++;
            var isThere =
                places.TryGetValue(q.Number, out var place) && f.Place?.Start >= place && f.Place?.Start < place + q.Quote.Exact.Length;
            var isCarried = f.State is AnchorState.Exact or AnchorState.Moved;
            right += isCarried && isThere && fate < 2 ? 1 : 0;
            wrong += isCarried && (!isThere || fate >= 2) ? 1 : 0;
            shown += !isCarried && isThere ? 1 : 0;
            lost += f.State is AnchorState.Lost ? 1 : 0;
        }

        string Share(int n) => $"{100.0 * n / all:0}%";
        Console.WriteLine($"| {name} | {by} | {Share(right)} | {Share(wrong)} | {Share(shown)} | {Share(lost)} |");
    }

    private static string OtherNumber(string sentence, Random random)
    {
        var at = sentence.AsSpan().IndexOfAnyInRange('1', '9');
        return sentence[..at] + (char)('1' + ((sentence[at] - '1' + random.Next(1, 8)) % 9)) + sentence[(at + 1)..];
    }
}
