using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using PolicyTracker.Text.Anchoring;

namespace PolicyTracker.Benchmarks;

/// <summary>
/// What <c>policytracker anchor</c> costs as one process for a file of quotations, beside npm approx-string-match: processor time
/// of the whole process less that of the same program on a text of one line, in turn, the median of some rounds.
/// </summary>
internal static class ColdBenchmark
{
    private const int Size = 1_000_000,
        Quotations = 40,
        Rounds = 5;

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    /// <param name="programs">Folders of published command lines (<c>dotnet publish -c Release -r RID src/PolicyTracker.Cli</c>), compared in turn.</param>
    /// <param name="peers">A copy of the peers' folder in which npm install was run.</param>
    /// <param name="corpus">Announcements (.txt) whose words the texts are made of, so that sentences look natural and none recurs.</param>
    public static async Task<int> RunAsync(string[] programs, string peers, string corpus)
    {
        var folder = Directory.CreateTempSubdirectory("tracker-cold-").FullName;
        string[][] commands =
        [
            .. programs.Select(p =>
                new[] { "dotnet", Path.Combine(p, "PolicyTracker.Cli.dll"), "anchor", "--text", "TEXT", "--cases", "CASES" }
            ),
            ["node", Path.Combine(peers, "cold.mjs"), "TEXT", "CASES"],
        ];
        var line = await WriteAsync(folder, "line", "The quick brown fox.", []);
        Console.WriteLine(
            $"milliseconds of processor time a quotation, {Quotations} in a text of {Size} characters, net of start; {string.Join(" | ", programs)} | approx-string-match"
        );
        foreach (var chinese in new[] { false, true })
        {
            var words = new MarkovText(corpus, chinese);
            foreach (var (name, length, slips, surroundings) in Kinds(chinese))
            {
                var (text, cases) = Make(words, length, slips, surroundings);
                var files = await WriteAsync(folder, $"{(chinese ? "zh" : "en")} {name}".Replace(' ', '-'), text, cases);
                var costs = commands.Select(_ => new List<double>()).ToList();
                for (var round = 0; round < Rounds; round++)
                {
                    for (var i = 0; i < commands.Length; i++)
                    {
                        costs[i].Add(await TimeAsync(commands[i], files) - await TimeAsync(commands[i], line));
                    }
                }

                Console.WriteLine(
                    $"{(chinese ? "zh" : "en")} {name}: {string.Join(" | ", costs.Select(c => (c.Order().ElementAt(Rounds / 2) / Quotations).ToString("0.00", CultureInfo.InvariantCulture)))}"
                );
            }
        }

        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static IEnumerable<(string Name, int Length, int? Slips, bool Surroundings)> Kinds(bool chinese)
    {
        foreach (var length in chinese ? new[] { 40, 120 } : [60, 120, 250])
        {
            yield return ($"{length} not there", length, null, false);
        }

        yield return ("120 unchanged", 120, 0, false);
        yield return ("120 3 slips", 120, 3, false);
        yield return ("120 10 slips", 120, 10, false);
        yield return ("120 10 slips with surroundings", 120, 10, true);
        yield return ("120 not there with surroundings", 120, null, true);
    }

    private static (string Text, List<TextQuote> Quotes) Make(MarkovText words, int length, int? slips, bool surroundings)
    {
        var random = new Random(length + (slips ?? 100));
        var text = new StringBuilder(words.Write(random, Size));
        var quotes = new List<TextQuote>();
        for (var n = 0; n < Quotations; n++)
        {
            var start = words.NextWord(text, (n + 1) * (Size / (Quotations + 1)));
            var end = words.NextWord(text, start + length);
            var (before, quoted, behind) = (text.ToString(start - 32, 32), text.ToString(start, end - start), text.ToString(end, 32));
            if (slips is null)
            {
                quoted = words.Write(random, length)[..length];
            }

            for (var i = 0; i < slips; i++)
            {
                var at = start + (i * length / slips.Value);
                text[at] = words.Letter(random);
            }

            quotes.Add(surroundings ? new(quoted, before, behind) : new(quoted));
        }

        return (text.ToString(), quotes);
    }

    private static async Task<(string Text, string Cases)> WriteAsync(string folder, string name, string text, List<TextQuote> quotes)
    {
        var (textFile, casesFile) = (Path.Combine(folder, name + ".txt"), Path.Combine(folder, name + ".jsonl"));
        await File.WriteAllTextAsync(textFile, text);
        await File.WriteAllLinesAsync(
            casesFile,
            quotes
                .DefaultIfEmpty(new TextQuote("brown fox"))
                .Select(
                    (q, i) =>
                        JsonSerializer.Serialize(
                            new
                            {
                                id = i,
                                q.Exact,
                                q.Prefix,
                                q.Suffix,
                            },
                            _json
                        )
                )
        );
        return (textFile, casesFile);
    }

    // Processor time in milliseconds, user and system, of a whole process: the shell counts it when the process has ended.
    private static async Task<double> TimeAsync(string[] command, (string Text, string Cases) files)
    {
        var start = new ProcessStartInfo("bash") { RedirectStandardError = true, RedirectStandardOutput = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add("TIMEFORMAT='%U %S'; time \"$@\" >/dev/null");
        start.ArgumentList.Add("time");
        foreach (var word in command)
        {
            start.ArgumentList.Add(
                word == "TEXT" ? files.Text
                : word == "CASES" ? files.Cases
                : word
            );
        }

        using var process = Process.Start(start)!;
        var told = (await process.StandardError.ReadToEndAsync()).Trim();
        await process.WaitForExitAsync();
        var times = told.Split('\n')[^1].Split(' ');
        return process.ExitCode == 0
            ? 1000 * times.Sum(t => double.Parse(t, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException(told);
    }
}

/// <summary>Text made of the words of real ones: each word, or Chinese character, follows two before it as it does there.</summary>
internal sealed class MarkovText
{
    private readonly Dictionary<(string, string), List<string>> _next = [];
    private readonly string _between;

    public MarkovText(string corpus, bool chinese)
    {
        _between = chinese ? "" : " ";
        foreach (var file in Directory.EnumerateFiles(corpus, "*.txt").Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(file);
            if (text.Take(2000).Any(c => c is >= '\u4E00' and <= '\u9FFF') != chinese)
            {
                continue;
            }

            string[] words = chinese
                ? [.. text.Where(c => !char.IsWhiteSpace(c)).Select(c => c.ToString())]
                : text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);
            for (var i = 2; i < words.Length; i++)
            {
                var key = (words[i - 2], words[i - 1]);
                (_next.TryGetValue(key, out var list) ? list : _next[key] = []).Add(words[i]);
            }
        }
    }

    /// <summary>At least so many characters.</summary>
    public string Write(Random random, int length)
    {
        var text = new StringBuilder();
        var keys = _next.Keys.ToList();
        while (text.Length < length)
        {
            // A new beginning each two dozen words, so that no long stretch is that of the source.
            var (a, b) = keys[random.Next(keys.Count)];
            for (var i = 0; i < 24 && _next.TryGetValue((a, b), out var next); i++)
            {
                var word = next[random.Next(next.Count)];
                text.Append(word).Append(_between);
                (a, b) = (b, word);
            }
        }

        return text.ToString();
    }

    /// <summary>Where the next word begins, so that no quotation cuts one at its beginning.</summary>
    public int NextWord(StringBuilder text, int at)
    {
        while (_between.Length > 0 && text[at - 1] != ' ')
        {
            at++;
        }

        return at;
    }

    /// <summary>A letter that a slip puts in another's place.</summary>
    public char Letter(Random random) => _between.Length == 0 ? "新进展技术质量管理服务"[random.Next(11)] : (char)('a' + random.Next(26));
}
