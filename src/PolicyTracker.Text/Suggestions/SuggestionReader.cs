using System.Text.RegularExpressions;
using PolicyTracker.Text.Anchoring;
using PolicyTracker.Text.Segmentation;

namespace PolicyTracker.Text.Suggestions;

/// <summary>
/// Reads a text as an editor would: which words commit a public body to something, and which figures measure something. By
/// rules, in English and Chinese, the same each time; nothing leaves the machine.
/// </summary>
public sealed partial class SuggestionReader(PillarModel pillars)
{
    /// <summary>Suggestions in the order of the text; none for a text in another language (see <see cref="TextLanguage"/>).</summary>
    /// <param name="text">The text.</param>
    /// <param name="year">The year in which it was written, for "this year" and 一季度; 0 to take it from the text.</param>
    /// <param name="candidates">What else to offer, where the rules offer nothing of the kind at the place.</param>
    /// <param name="cancel">Gives up.</param>
    public IReadOnlyList<Suggestion> Read(
        string text,
        int year = 0,
        IReadOnlyList<ModelCandidate>? candidates = null,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(text);
        if (TextLanguage.Of(text) is null)
        {
            return [];
        }

        var plain = LineUnwrapper.Of(text);
        var periods = PeriodReader.In(plain);
        var ofDocument = pillars.OfMost(plain);
        var documentYear = year > 0 ? year : PeriodReader.DocumentYear(plain, periods);
        var found = new List<Suggestion>();
        var (ofSection, ofParagraph) = (new SentenceMood(), new SentenceMood());
        var (first, heading) = (-1, ""); // the first passage of the paragraph, and what stands over it
        string? about = null; // the paragraph's pillar
        var others = new List<Range>(); // what others say in the paragraph
        var passages = Passages.Of(plain);
        for (var n = 0; n < passages.Count; n++)
        {
            var passage = passages[n];
            cancel.ThrowIfCancellationRequested();
            var sentence = plain[passage.ContentStart..passage.ContentEnd];
            if (sentence.Length > MaxCharacters)
            {
                continue; // a table or a list without a stop: no reader would take it for a sentence
            }

            if (first < 0 || passage.Paragraph != passages[first].Paragraph)
            {
                first = n;
                var last = n;
                while (last + 1 < passages.Count && passages[last + 1].Paragraph == passage.Paragraph)
                {
                    last++;
                }

                // What announces tasks or looks back holds for its paragraph; where it is a heading or leads into a list, until
                // the next such words.
                ofParagraph = SentenceMood.Of(sentence) ?? ofSection;
                ofSection = last == n || sentence[^1] is ':' or '：' ? ofParagraph : ofSection;
                about = pillars.OfMost(plain[passage.ContentStart..passages[last].ContentEnd]);
                others = OthersWords.In(plain, passage.ContentStart, passages[last].ContentEnd);
            }

            if (
                passage.Kind is PassageKind.Heading
                || (
                    passage.Kind is PassageKind.Item
                    && n + 1 < passages.Count
                    && n == first
                    && IsHeading(sentence, passages[n + 1].Paragraph == passage.Paragraph)
                )
            )
            {
                heading = sentence;
                continue;
            }

            if (passage.Kind is PassageKind.Sentence)
            {
                heading =
                    sentence[^1] is ':' or '：' ? sentence
                    : passage.Paragraph == passages[Math.Max(0, n - 1)].Paragraph ? heading
                    : "";
            }

            var isChinese = IsChinese(sentence);
            var undertakings = isChinese
                ? ChineseUndertakings.In(
                    plain,
                    passage.ContentStart,
                    passage.ContentEnd,
                    ofParagraph.IsTask || passage.Kind is PassageKind.Item,
                    ofParagraph.IsReview
                )
                : EnglishUndertakings.In(
                    plain,
                    passage.ContentStart,
                    passage.ContentEnd,
                    passage.Kind is PassageKind.Item,
                    ofParagraph.IsTask
                );
            undertakings.RemoveAll(u =>
                IsIn(others, u.Start) || OthersWords.IsReported(plain, passage.ContentStart, u.Start, passage.ContentEnd)
            );
            bool IsOfUnknown(int at) => !isChinese && OthersWords.IsOfUnknown(plain, passage.ContentStart, at, passage.ContentEnd);
            undertakings = undertakings.ConvertAll(u =>
                IsOfUnknown(u.Start) ? u with { Confidence = Math.Min(u.Confidence, OfUnknown) } : u
            );
            var denied = DeniedUndertakings.Complete(plain, passage, undertakings);
            if (isChinese)
            {
                // What a plan proposes, and what a speaker says will be done, goes on until the end of the paragraph; so does
                // what others think.
                ofParagraph =
                    ChineseUndertakings.IsOpinion(sentence) ? new(false, true)
                    : ChineseUndertakings.IsProposal(sentence) || ChineseUndertakings.IsProspect(sentence) || undertakings.Count > 0
                        ? new(true, ofParagraph.IsReview)
                    : ofParagraph;
            }

            var near = FigurePeriods.Between(
                periods,
                Math.Max(passages[first].Start, passage.ContentStart - PeriodReach),
                passage.ContentEnd
            );
            var around = new Around(sentence, heading, about, ofDocument);
            found.AddRange(undertakings.Select(u => Commitment(u, plain, passage, near, around)));
            var figures = FigureReader.In(plain, passage.ContentStart, passage.ContentEnd, undertakings);
            figures.RemoveAll(f =>
                denied.Exists(d => d.Start.Value <= f.Start && f.End <= d.End.Value)
                || IsIn(others, f.Start)
                || OthersWords.IsReported(plain, passage.ContentStart, f.Start, passage.ContentEnd)
            );
            found.AddRange(
                figures
                    .Select(f =>
                        Indicator(
                            f,
                            figures,
                            plain,
                            passage,
                            isChinese,
                            near,
                            documentYear,
                            undertakings.Exists(u => u.Start <= f.Start && f.End <= u.End),
                            around
                        )
                    )
                    .Select(s => IsOfUnknown(s.Place.Start) ? s with { Confidence = OfUnknown } : s)
            );
        }

        found.AddRange(
            (candidates ?? [])
                .Where(p => !found.Exists(s => s.Kind == p.Kind && s.IsAlso(p.Place)))
                .Select(p => Proposed(p, plain, passages, periods, documentYear, ofDocument))
                .OfType<Suggestion>()
                .ToList()
        );
        return
        [
            .. found
                .Select(s => s with { Place = Trimmed(text, s.Place) })
                .Where(s => s.Place.Start < s.Place.End)
                .OrderBy(s => s.Place.Start)
                .ThenByDescending(s => s.Place.End),
        ];
    }

    /// <summary>
    /// Reads words that an editor marked as what the editor takes them for. Their paragraph is read around them, not the whole text.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="place">Where the words stand.</param>
    /// <param name="kind">What they are taken for.</param>
    /// <param name="year">The year in which the text was written.</param>
    /// <returns>Null where no figure stands in words that are taken for one.</returns>
    public Suggestion? ReadMarked(string text, CharRange place, SuggestionKind kind, int year)
    {
        ArgumentNullException.ThrowIfNull(text);
        var from = Math.Max(text.LastIndexOf('\n', Math.Max(0, place.Start - 1)) + 1, place.Start - MaxCharacters);
        var to = text.IndexOf('\n', place.End) is >= 0 and var line ? line : text.Length;
        var plain = LineUnwrapper.Of(text[from..Math.Min(to, place.End + MaxCharacters)]);
        var marked = new CharRange(place.Start - from, place.End - from);
        var read = Proposed(new(kind, marked, null, null), plain, Passages.Of(plain), PeriodReader.In(plain), year, null);
        return read is null ? null : read with { Place = place, Passage = read.Passage + from, IsProposed = false };
    }

    // Without white space at its ends: a rule may stop beside it, as behind "我们将1. ".
    private static CharRange Trimmed(string text, CharRange place)
    {
        var (start, end) = place;
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return new(start, end);
    }

    private static bool IsIn(List<Range> ranges, int at) => ranges.Exists(r => r.Start.Value <= at && at < r.End.Value);

    private const int PeriodReach = 5_000; // characters over which "by 2025" holds for what follows in its paragraph

    private const double OfUnknown = 0.6; // whoever says it may be no public body

    // Longer "sentences" are flattened tables.
    private const int MaxCharacters = 3_000;

    // What stands around words and tells of their pillar.
    private readonly record struct Around(string Sentence, string Heading, string? OfParagraph, string? OfDocument);

    private (string? Pillar, double Confidence) PillarOf(string words, Around around) =>
        pillars.Of(words, around.Sentence, around.Heading, around.OfParagraph, around.OfDocument);

    private Suggestion Commitment(Undertaking u, string text, TextPassage passage, List<PeriodMention> periods, Around around)
    {
        var words = text[u.Start..u.End];
        var (pillar, sure) = PillarOf(words, around);
        var due = periods.Where(p => p.IsUntil && p.Start >= u.Start && p.End <= u.End).Select(p => p.LastDay).FirstOrDefault();
        return new(
            SuggestionKind.Commitment,
            new(u.Start, u.End),
            passage.ContentStart,
            pillar,
            sure,
            u.Confidence,
            Details: new(VerbClasses.Of(words), u.Responsible is { } by ? text[by] : null, due)
        );
    }

    // Read as words that the rules found would be; null where nothing in them is a figure.
    private Suggestion? Proposed(
        ModelCandidate p,
        string text,
        IReadOnlyList<TextPassage> passages,
        List<PeriodMention> periods,
        int documentYear,
        string? ofDocument
    )
    {
        var (start, end) = p.Place;
        if (p.Place.In(text) is null)
        {
            return null;
        }

        var passage = passages.LastOrDefault(s => s.ContentStart <= start, new(PassageKind.Sentence, start, end, start, end, 0));
        var around = new Around(text[passage.ContentStart..Math.Max(passage.ContentEnd, end)], "", null, ofDocument);
        var near = FigurePeriods.Between(periods, passage.ContentStart, Math.Max(passage.ContentEnd, end));
        var read =
            p.Kind is SuggestionKind.Commitment ? Commitment(new(start, end, OfCandidates), text, passage, near, around)
            : FigureReader.In(text, start, end) is [var figure, ..]
                ? Indicator(figure, [figure], text, passage, IsChinese(around.Sentence), near, documentYear, false, around) with
                {
                    Confidence = OfCandidates,
                }
            : p.Figure is not null
                ? new Suggestion(SuggestionKind.Indicator, p.Place, passage.ContentStart, p.Pillar, 0, OfCandidates, p.Figure)
            : null;
        return read is null
            ? null
            : read with
            {
                IsProposed = true,
                Pillar = p.Pillar ?? read.Pillar,
                PillarConfidence = p.Pillar is null || p.Pillar == read.Pillar ? read.PillarConfidence : 0,
            };
    }

    private const double OfFigures = 0.9; // of 95 figures offered in published texts at first sight, 91 were right

    private const double OfCandidates = 0.5; // nobody has measured how often a model that an operator chooses is right

    private Suggestion Indicator(
        FoundFigure f,
        List<FoundFigure> figures,
        string text,
        TextPassage passage,
        bool isChinese,
        List<PeriodMention> periods,
        int documentYear,
        bool isUndertaken,
        Around around
    )
    {
        var (start, end) = isChinese ? (Measured(text, passage.ContentStart, f.Start), f.End) : (f.Start, f.End);
        var sentence = new SentenceText(text, passage.ContentStart, passage.ContentEnd);
        var beside = FigurePeriods.Beside(text, f, periods);
        end = beside is { } adjoining && adjoining.End <= passage.ContentEnd ? adjoining.End : end;
        var period = FigurePeriods.Of(sentence, f, beside, figures, periods, isChinese);
        if (isUndertaken && period is { IsUntil: false } reported && reported.Start < passage.ContentStart)
        {
            period = null; // what was reported for says nothing of what is promised
        }

        var isTarget = FigurePeriods.IsTarget(text[passage.ContentStart..f.Start], f, period, documentYear, isUndertaken);
        var measures = MeasureNames.Of(text, passage.ContentStart, f, isChinese);
        var (pillar, sure) = PillarOf($"{measures} {text[start..end]}", around);
        return new(
            SuggestionKind.Indicator,
            new(start, end),
            passage.ContentStart,
            pillar,
            sure,
            OfFigures,
            new(f.Value, f.Unit, period?.In(documentYear), isTarget, f.Comparator, measures)
        );
    }

    // A numbered sentence of one clause over others of its paragraph: "(一)加快网络建设。推动…"; a Chinese one without a stop.
    private static bool IsHeading(string sentence, bool standsOverOthers) =>
        standsOverOthers
            ? IsChinese(sentence)
                ? sentence.Length < 40 && Clauses().Count(sentence) <= 1
                : sentence.Length < 90 && !Clauses().IsMatch(sentence)
            : sentence.Length < 30 && IsChinese(sentence) && !Clauses().IsMatch(sentence) && sentence[^1] is not ('。' or '！');

    // What a Chinese figure measures stands before it in its clause.
    private static int Measured(string text, int from, int at)
    {
        var start = at == from ? from : text.LastIndexOfAny(['，', '。', '；', ';', '：', ':', '\n', ','], at - 1, at - from) + 1;
        start = Math.Max(start, from);
        start += ItemMark().Match(text[start..at]).Length;
        while (start < at && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        return start;
    }

    private static bool IsChinese(string sentence)
    {
        var (han, latin) = (0, 0);
        foreach (var c in sentence)
        {
            han += c is >= '\u4E00' and <= '\u9FFF' ? 1 : 0;
            latin += char.IsAsciiLetter(c) ? 1 : 0;
        }

        return han * 3 > latin;
    }

    [GeneratedRegex(@"^\s*(?:[一二三四五六七八九十]是|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、](?!\d)|[①-⑳])")]
    private static partial Regex ItemMark();

    [GeneratedRegex("[,，;；]")]
    private static partial Regex Clauses();
}
