using System.Diagnostics;
using System.Text.Json;
using PolicyTracker.Text;
using PolicyTracker.Text.Anchoring;
using PolicyTracker.Text.Suggestions;

namespace PolicyTracker.Benchmarks;

/// <summary>
/// Scores suggestions against labelled announcements. A candidate is right when at least half of the shorter of the two
/// spans is shared, the kinds agree, and, for an indicator, the value is equal. Figures are averaged by document.
/// </summary>
internal static class SuggestionScore
{
    public static int Run(string folder, bool tell)
    {
        var labels = File.ReadLines(Path.Combine(folder, "gold.jsonl"))
            .Where(l => l.Length > 0)
            .Select(l => JsonSerializer.Deserialize<Label>(l, JsonSerializerOptions.Web)!)
            .ToList();
        var reader = new SuggestionReader(PillarModel.BuiltIn);
        var rows = new List<(string Language, SuggestionKind Kind, double Precision, double Recall, double F1)>();
        var pillars = new List<(string Language, bool IsRight)>();
        var sure = new List<(string What, string Confidence, bool IsRight)>();
        var figures = new List<(string Language, bool Unit, bool Period, bool IsTarget)>();
        foreach (var file in Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(file);
            var map = new CodePointMap(text);
            var mine = reader
                .Read(text)
                .Select(s => (Start: map.ToCodePoint(s.Place.Start), End: map.ToCodePoint(s.Place.End), Suggestion: s))
                .ToList();
            var language = TextLanguage.Of(text) ?? "?";
            foreach (var kind in Enum.GetValues<SuggestionKind>())
            {
                var gold = labels
                    .Where(l => l.Doc == Path.GetFileName(file) && l.Kind.Equals(kind.ToString(), StringComparison.OrdinalIgnoreCase))
                    .ToList();
                var candidates = mine.Where(m => m.Suggestion.Kind == kind).ToList();
                if (gold.Count == 0 && candidates.Count == 0)
                {
                    continue;
                }

                bool Right((int Start, int End, Suggestion Suggestion) c, Label l) =>
                    2 * (Math.Min(c.End, l.End) - Math.Max(c.Start, l.Start)) >= Math.Min(c.End - c.Start, l.End - l.Start)
                    && (
                        kind is SuggestionKind.Commitment
                        || Math.Abs((double)c.Suggestion.Figure!.Value - l.Value!.Value) <= 1e-9 * Math.Abs(l.Value.Value)
                    );
                var right = candidates.Count(c => gold.Exists(l => Right(c, l)));
                var foundLabels = gold.Count(l => candidates.Exists(c => Right(c, l)));
                var precision = candidates.Count == 0 ? 1 : (double)right / candidates.Count;
                var recall = gold.Count == 0 ? 1 : (double)foundLabels / gold.Count;
                rows.Add((language, kind, precision, recall, precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)));
                sure.AddRange(
                    candidates.Select(c => (kind.ToString(), Confidence.Of(c.Suggestion.Confidence), gold.Exists(l => Right(c, l))))
                );
                if (kind is SuggestionKind.Commitment)
                {
                    sure.AddRange(
                        candidates
                            .Select(c => (c.Suggestion, Label: gold.Find(l => Right(c, l))))
                            .Where(p => p.Label is not null)
                            .Select(p => ("Pillar", Confidence.Of(p.Suggestion.PillarConfidence), p.Label!.Pillar == p.Suggestion.Pillar))
                    );
                    pillars.AddRange(
                        gold.Select(l => (l, candidates.Where(c => Right(c, l)).Select(c => c.Suggestion).FirstOrDefault()))
                            .Where(p => p.Item2 is not null)
                            .Select(p => (language, p.l.Pillar == p.Item2!.Pillar))
                    );
                }
                else
                {
                    var pairs = gold.Select(l =>
                            (Label: l, Figure: candidates.Where(c => Right(c, l)).Select(c => c.Suggestion.Figure).FirstOrDefault())
                        )
                        .Where(p => p.Figure is not null)
                        .ToList();
                    figures.AddRange(
                        pairs.Select(p =>
                            (
                                language,
                                p.Label.Unit == p.Figure!.Unit,
                                p.Label.Period == p.Figure.Period?.ToString(),
                                p.Label.IsTarget == p.Figure.IsTarget
                            )
                        )
                    );
                    if (tell)
                    {
                        pairs
                            .Where(p =>
                                (p.Label.Unit, p.Label.Period, p.Label.IsTarget)
                                != (p.Figure!.Unit, p.Figure.Period?.ToString(), p.Figure.IsTarget)
                            )
                            .ToList()
                            .ForEach(p =>
                                Console.Error.WriteLine(
                                    $"  {p.Label.Quote}: {p.Figure!.Unit} {p.Figure.Period?.ToString() ?? "no period"} {(p.Figure.IsTarget ? "target" : "observed")} for {p.Label.Unit} {p.Label.Period ?? "no period"} {(p.Label.IsTarget ? "target" : "observed")}"
                                )
                            );
                    }
                }

                if (tell)
                {
                    Console.Error.WriteLine(
                        $"{Path.GetFileName(file)} {kind}: {right} of {candidates.Count} right, {foundLabels} of {gold.Count} found"
                    );
                    candidates
                        .Where(c => !gold.Exists(l => Right(c, l)))
                        .ToList()
                        .ForEach(c =>
                            Console.Error.WriteLine(
                                $"  wrong  {text[c.Suggestion.Place.Start..c.Suggestion.Place.End]} {c.Suggestion.Figure}"
                            )
                        );
                    gold.Where(l => !candidates.Exists(c => Right(c, l)))
                        .ToList()
                        .ForEach(l => Console.Error.WriteLine($"  missed {l.Quote} {l.Value}"));
                    gold.ForEach(l =>
                        candidates
                            .Where(c => kind is SuggestionKind.Commitment && Right(c, l) && c.Suggestion.Pillar != l.Pillar)
                            .Take(1)
                            .ToList()
                            .ForEach(c =>
                                Console.Error.WriteLine($"  pillar {c.Suggestion.Pillar ?? "none"} for {l.Pillar ?? "none"}: {l.Quote}")
                            )
                    );
                }
            }
        }

        Console.WriteLine("| language | kind | documents | precision | recall | F1 |");
        Console.WriteLine("|---|---|---|---|---|---|");
        foreach (
            var g in rows.GroupBy(r => (r.Language, r.Kind)).OrderBy(g => g.Key.Language, StringComparer.Ordinal).ThenBy(g => g.Key.Kind)
        )
        {
            Console.WriteLine(
                $"| {g.Key.Language} | {g.Key.Kind} | {g.Count()} | {g.Average(r => r.Precision):0.00} | {g.Average(r => r.Recall):0.00} | {g.Average(r => r.F1):0.00} |"
            );
        }

        foreach (var g in pillars.GroupBy(p => p.Language))
        {
            Console.WriteLine(
                $"Pillar of found commitments, {g.Key}: {100.0 * g.Count(p => p.IsRight) / g.Count():0}% of {g.Count()} right"
            );
        }

        foreach (var g in sure.GroupBy(s => (s.What, s.Confidence)).OrderBy(g => g.Key))
        {
            Console.WriteLine(
                $"{g.Key.What} of {g.Key.Confidence} confidence: {100.0 * g.Count(s => s.IsRight) / g.Count():0}% of {g.Count()} right"
            );
        }

        foreach (var g in figures.GroupBy(f => f.Language))
        {
            Console.WriteLine(
                $"Of {g.Count()} figures found, {g.Key}: unit {100.0 * g.Count(f => f.Unit) / g.Count():0}%, period {100.0 * g.Count(f => f.Period) / g.Count():0}%, observed or target {100.0 * g.Count(f => f.IsTarget) / g.Count():0}% right"
            );
        }

        var all = string.Concat(Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllText));
        var megabyte = string.Concat(Enumerable.Repeat(all, (1_000_000 / all.Length) + 1))[..1_000_000];
        reader.Read(megabyte);
        var clock = Stopwatch.StartNew();
        reader.Read(megabyte);
        Console.WriteLine($"1 MB in {clock.Elapsed.TotalSeconds:0.00} s");
        return 0;
    }

    private sealed record Label(
        string Doc,
        string Kind,
        int Start,
        int End,
        string Quote,
        string? Pillar,
        double? Value,
        string? Unit,
        string? Period,
        bool IsTarget
    );
}
