using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Indicators;

namespace PolicyTracker.Core.Publishing;

/// <summary>Turns one summary into Markdown.</summary>
internal sealed class SummaryMarkdown(SummaryModel model)
{
    private static readonly JsonSerializerOptions Yaml = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }; // a JSON string is a YAML string
    private readonly StringBuilder _out = new();
    private readonly List<SummaryQuotation> _notes = [];
    private readonly Dictionary<(Guid VersionId, int Start, int End), int> _numbers = [];
    private readonly ILookup<Guid, Commitment> _commitments = model.Commitments.ToLookup(c => c.GoalId);
    private readonly ILookup<Guid, IndicatorValue> _values = model.Values.ToLookup(v => v.IndicatorId);

    public string Write()
    {
        FrontMatter();
        Line($"# {MarkdownText.EscapeLine(model.Pillar.Name)}{(model.Pillar.NameZh is { } zh ? $" ({MarkdownText.EscapeLine(zh)})" : "")}");
        Line("");
        Paragraph(model.Pillar.Summary);
        Quotations(model.Pillar.Id);
        foreach (var goal in model.Goals)
        {
            Line($"## {MarkdownText.EscapeLine(goal.Title)}");
            Line("");
            Paragraph(goal.Summary);
            Quotations(goal.Id);
            foreach (var c in _commitments[goal.Id])
            {
                Line($"### {MarkdownText.EscapeLine(c.Title)}");
                Line("");
                Line($"- Status: {Kebab.Of(c.Status)}");
                Line($"- Responsible: {(c.ResponsibleId is { } id ? MarkdownText.EscapeLine(model.Bodies[id]) : "not stated")}");
                Line($"- Due: {c.Due?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "no date stated"}{(c.Timeframe is { } time ? $" ({MarkdownText.EscapeLine(time)})" : "")}");
                Line("");
                Quotations(c.Id);
            }
        }

        Achievements();
        Indicators();
        Sources();
        return _out.ToString();
    }

    private void FrontMatter()
    {
        Line("---");
        Line($"title: {JsonSerializer.Serialize(model.Pillar.Name, Yaml)}");
        Line($"pillar: {model.Pillar.Slug}");
        Line($"as-of: {model.AsOf.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture)}");
        Line("sources:");
        foreach (var source in SourcesShown())
        {
            Line($"  - announcement: {source.Slug}");
            Line($"    version: {source.Version}");
            Line($"    title: {JsonSerializer.Serialize(source.Title, Yaml)}");
            Line($"    date: {Date(source)}");
            Line($"    sha256: {source.Sha256}");
        }

        Line("---");
        Line("");
    }

    private void Achievements()
    {
        if (model.Achievements.Count > 0)
        {
            Line("## Achievements stated");
            Line("");
        }

        foreach (var achievement in model.Achievements)
        {
            Line($"### {MarkdownText.EscapeLine(achievement.Title)}");
            Line("");
            Quotations(achievement.Id);
        }
    }

    private void Indicators()
    {
        if (model.Indicators.Count == 0)
        {
            return;
        }

        Line("## Indicators");
        Line("");
        Line("| Indicator | Kind | Period | Value | Unit | Words |");
        Line("| --- | --- | --- | ---: | --- | --- |");
        foreach (var indicator in model.Indicators)
        {
            var values = _values[indicator.Id].ToList();
            foreach (var v in values)
            {
                var notes = string.Concat(model.Quotations[v.Id].Select(q => $"[^{Note(q)}]"));
                Line($"| {MarkdownText.EscapeLine(indicator.Name)} | {Kebab.Of(v.Kind)} | {v.Period} | {Compared(v)} | {MarkdownText.EscapeLine(Unit(indicator))} | {notes} |");
            }

            if (values.Count == 0)
            {
                Line($"| {MarkdownText.EscapeLine(indicator.Name)} | no value stated | | | {MarkdownText.EscapeLine(Unit(indicator))} | |");
            }
        }

        Line("");
        foreach (var value in model.Values)
        {
            Quotations(value.Id);
        }
    }

    private void Sources()
    {
        Line("## Sources");
        Line("");
        foreach (var s in SourcesShown())
        {
            Line($"- {MarkdownText.EscapeLine(s.Title)}, {Date(s)}{(s.DateInferred ? " (date inferred)" : "")}: `{s.Slug}` version {s.Version}, SHA-256 `{s.Sha256}`");
        }

        Line("");
        for (var i = 0; i < _notes.Count; i++)
        {
            var q = _notes[i];
            Line($"[^{i + 1}]: {MarkdownText.EscapeLine(q.Source.Title)}, {Date(q.Source)}{Older(q)}, `{q.Source.Slug}` version {q.Source.Version}, {q.Start}-{q.End}");
        }
    }

    private static string Older(SummaryQuotation q) => q.Age switch
    {
        QuotationAge.Detached => $" (an older version's words; version {q.Source.Newest} does not say them any more)",
        QuotationAge.Unsettled => $" (an older version's words; version {q.Source.Newest} reads otherwise here and has not been looked at)",
        _ => "",
    };

    private void Quotations(Guid id)
    {
        foreach (var q in model.Quotations[id])
        {
            Line($"> {MarkdownText.Escape(q.Exact, "> ")} [^{Note(q)}]");
            Line("");
        }
    }

    // Words that are shown twice have one footnote.
    private int Note(SummaryQuotation quotation)
    {
        var place = (quotation.Source.VersionId, quotation.Start, quotation.End);
        if (!_numbers.TryGetValue(place, out var number))
        {
            _notes.Add(quotation);
            _numbers[place] = number = _notes.Count;
        }

        return number;
    }

    private IEnumerable<SummarySource> SourcesShown() => model.Quotations.SelectMany(q => q).Select(q => q.Source).DistinctBy(s => s.VersionId)
        .OrderBy(s => s.Date).ThenBy(s => s.Slug, StringComparer.Ordinal).ThenBy(s => s.Version);

    private static string Compared(IndicatorValue value) => value.Comparator switch
    {
        Comparator.AtLeast => "≥ ",
        Comparator.AtMost => "≤ ",
        Comparator.About => "about ",
        _ => "",
    } + value.Value.ToString(CultureInfo.InvariantCulture);

    private static string Unit(Indicator indicator) => indicator.Scale switch
    {
        1 => "",
        1_000 => "thousand ",
        10_000 => "ten thousand ",
        1_000_000 => "million ",
        100_000_000 => "hundred million ",
        1_000_000_000 => "billion ",
        1_000_000_000_000 => "trillion ",
        var scale => $"{scale.ToString(CultureInfo.InvariantCulture)} × ",
    } + indicator.Unit;

    private static string Date(SummarySource source) => source.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private void Paragraph(string? words)
    {
        if (!string.IsNullOrWhiteSpace(words))
        {
            Line(MarkdownText.Escape(words.Trim()));
            Line("");
        }
    }

    private void Line(string line) => _out.Append(line).Append('\n');
}
