using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Sources;
using PolicyTracker.Text;
using static PolicyTracker.Core.Publishing.SummaryTexts;

namespace PolicyTracker.Core.Publishing;

/// <summary>Turns one summary into Markdown.</summary>
internal sealed class SummaryMarkdown(SummaryModel model)
{
    // A JSON string is a YAML string.
    private static readonly JsonSerializerOptions Yaml = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly StringBuilder _out = new();
    private readonly List<SummaryQuotation> _notes = [];
    private readonly Dictionary<(Guid VersionId, CodePointRange Place), int> _numbers = [];
    private readonly ILookup<Guid, Commitment> _commitments = model.Commitments.ToLookup(c => c.GoalId);
    private readonly ILookup<Guid, IndicatorValue> _values = model.Values.ToLookup(v => v.IndicatorId);

    /// <summary>The whole: front matter with the digest of what is stated, and the body.</summary>
    public string Write()
    {
        FrontMatter();
        return SummaryFile.WithDigest(WriteBody());
    }

    /// <summary>What a renderer shows: all but the front matter, whose digest takes longer than the rest.</summary>
    public string WriteBody()
    {
        var asked = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture; // a file says the same whoever asks for it
        try
        {
            return WriteAll();
        }
        finally
        {
            CultureInfo.CurrentUICulture = asked;
        }
    }

    private string WriteAll()
    {
        Line($"# {MarkdownText.EscapeLine(model.Pillar.Name)}{(model.Pillar.NameZh is { } zh ? $" ({MarkdownText.EscapeLine(zh)})" : "")}");
        Line("");
        Paragraph(model.Pillar.Summary);
        Quotations(model.Pillar.Id);
        if (model.Goals.Count == 0)
        {
            Paragraph(Texts["NoGoal"]);
        }

        foreach (var goal in model.Goals)
        {
            Goal(goal);
        }

        Achievements();
        Indicators();
        Sources();
        return _out.ToString();
    }

    private void Goal(Goal goal)
    {
        Line($"## {MarkdownText.EscapeLine(goal.Title)}");
        Line("");
        Paragraph(goal.Summary);
        Quotations(goal.Id);
        var commitments = _commitments[goal.Id].ToList();
        if (commitments.Count == 0)
        {
            Paragraph(Texts["NoCommitment"]);
        }

        foreach (var commitment in commitments)
        {
            Commitment(commitment);
        }
    }

    private void Commitment(Commitment commitment)
    {
        var step = model.Steps.GetValueOrDefault(commitment.Id);
        var said = model.Quotations[commitment.Id].Select(q => q.Source).FirstOrDefault();
        Line($"### {MarkdownText.EscapeLine(commitment.Title)}");
        Line("");
        Line(Texts["Status", WireNames.Of(commitment.Status)]);
        if (step is not null)
        {
            var days = model.Quotations[step.Id].Select(q => q.Source.Date).Where(d => d.FirstDay == step.On);
            Line(Texts["Since", days.DefaultIfEmpty(Period.Of(step.On)).Min()]);
            Line(Texts["Reason", MarkdownText.EscapeLine(step.Reason)]);
        }
        else if (said is not null)
        {
            Line(Texts["Since", Dated(said)]);
        }

        if (model.Disputes.GetValueOrDefault(commitment.Id) is { } dispute)
        {
            Line(Texts["Disputed", Day(dispute.On), MarkdownText.EscapeLine(dispute.Reason)]);
        }

        Line(
            Texts["Responsible", commitment.ResponsibleId is { } id ? MarkdownText.EscapeLine(model.Bodies[id]) : Texts["NobodyRecorded"]]
        );
        var timeframe = commitment.Timeframe is { } time ? $" ({MarkdownText.EscapeLine(time)})" : "";
        Line(Texts["Due", commitment.Due is { } due ? Day(due) : Texts["NoDayRecorded"], timeframe]);
        Line("");
        Quotations(commitment.Id);
        if (step is not null)
        {
            Evidence(commitment, step);
        }
    }

    private void Evidence(Commitment commitment, StatusChange step)
    {
        var evidence = model.Quotations[step.Id].ToList();
        var status = WireNames.Of(step.To).Replace('-', ' ');
        var notes = string.Join(' ', evidence.Select(q => $"[^{Note(q)}]"));
        Line(notes.Length == 0 ? Texts["NoEvidence", status] : Texts["Evidence", status, notes]);
        Line("");
        Quotations(evidence.ExceptBy(model.Quotations[commitment.Id].Select(Place), Place));
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
            Line($"    date: {source.Date}");
            Line($"    sha256: {source.Sha256}");
        }

        Line("---");
        Line("");
    }

    private void Achievements()
    {
        if (model.Achievements.Count > 0)
        {
            Line($"## {Texts["Achievements"]}");
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

        Line($"## {Texts["Indicators"]}");
        Line("");
        Line(Texts["TableHead"]);
        Line("| --- | --- | --- | ---: | --- | --- |");
        foreach (var indicator in model.Indicators)
        {
            var (name, unit) = (
                MarkdownText.EscapeLine(indicator.Name),
                MarkdownText.EscapeLine(ValueText.Unit(indicator.Unit, indicator.Scale))
            );
            var values = _values[indicator.Id].ToList();
            foreach (var v in values)
            {
                var notes = string.Join(' ', model.Quotations[v.Id].Select(q => $"[^{Note(q)}]"));
                Line($"| {name} | {WireNames.Of(v.Kind)} | {v.Period} | {ValueText.Of(v.Value, v.Comparator)} | {unit} | {notes} |");
            }

            if (values.Count == 0)
            {
                Line($"| {name} | {Texts["NoValueRecorded"]} | | | {unit} | |");
            }
        }

        Line("");
        Quotations(model.Values.SelectMany(v => model.Quotations[v.Id]).DistinctBy(Place)); // one sentence may state several values
    }

    private void Sources()
    {
        Line($"## {Texts["Sources"]}");
        Line("");
        if (_notes.Count == 0)
        {
            Paragraph(Texts["NoSource"]);
        }

        foreach (var s in SourcesShown())
        {
            Line(Texts["Source", MarkdownText.EscapeLine(s.Title), Dated(s), s.Slug, s.Version, s.Sha256]);
        }

        Line("");
        for (var i = 0; i < _notes.Count; i++)
        {
            var q = _notes[i];
            Line(
                Texts[
                    "Note",
                    i + 1,
                    MarkdownText.EscapeLine(q.Source.Title),
                    q.Source.Date,
                    Older(q),
                    q.Source.Slug,
                    q.Source.Version,
                    q.Place.Start,
                    q.Place.End
                ]
            );
        }
    }

    private static string Older(SummaryQuotation q) =>
        q.Age switch
        {
            QuotationAge.Detached => " " + Texts["Detached", q.Source.Newest],
            QuotationAge.Unsettled => " " + Texts["Unsettled", q.Source.Newest],
            _ => "",
        };

    private void Quotations(Guid id) => Quotations(model.Quotations[id].DistinctBy(Place));

    private void Quotations(IEnumerable<SummaryQuotation> quotations)
    {
        foreach (var q in quotations)
        {
            Line($"> {MarkdownText.Escape(q.Exact, "> ")} [^{Note(q)}]");
            Line("");
        }
    }

    private static (Guid, CodePointRange) Place(SummaryQuotation quotation) => (quotation.Source.VersionId, quotation.Place);

    // Words that are shown twice have one footnote.
    private int Note(SummaryQuotation quotation)
    {
        var place = Place(quotation);
        if (!_numbers.TryGetValue(place, out var number))
        {
            _notes.Add(quotation);
            _numbers[place] = number = _notes.Count;
        }

        return number;
    }

    private IEnumerable<SummarySource> SourcesShown() =>
        model
            .Quotations.SelectMany(q => q)
            .Select(q => q.Source)
            .DistinctBy(s => s.VersionId)
            .OrderBy(s => s.Date.FirstDay)
            .ThenBy(s => s.Slug, StringComparer.Ordinal)
            .ThenBy(s => s.Version);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Dated(SummarySource source) => source.DateInferred ? Texts["DateInferred", source.Date] : source.Date.ToString();

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
