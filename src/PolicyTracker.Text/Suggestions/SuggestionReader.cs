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
        var (ofSection, ofParagraph, first, heading) = (new Mood(), new Mood(), -1, ""); // first: of the passages of the paragraph
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

                // What announces tasks or looks back holds for its paragraph; where it is a heading or leads into a list, until the next such words.
                ofParagraph = MoodOf(sentence) ?? ofSection;
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
            var denied = Whole(plain, passage, undertakings);
            if (isChinese)
            {
                // What a plan proposes, and what a speaker says will be done, goes on until the end of the paragraph; so does what others think.
                ofParagraph =
                    ChineseUndertakings.IsOpinion(sentence) ? new(false, true)
                    : ChineseUndertakings.IsProposal(sentence) || ChineseUndertakings.IsProspect(sentence) || undertakings.Count > 0
                        ? new(true, ofParagraph.IsReview)
                    : ofParagraph;
            }

            var near = Between(periods, Math.Max(passages[first].Start, passage.ContentStart - PeriodReach), passage.ContentEnd);
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
        return [.. found.OrderBy(s => s.Place.Start).ThenByDescending(s => s.Place.End)];
    }

    // Makes undertakings that begin behind a negation hold it ("will not close any school"), or drops them where that is no undertaking
    // ("refuses to close"). Returns the stretches that are denied.
    private static List<Range> Whole(string text, TextPassage passage, List<Undertaking> undertakings)
    {
        var denied = new List<Range>();
        for (var i = 0; i < undertakings.Count; i++)
        {
            var u = undertakings[i];
            if (CutNegation.Before(text, new(u.Start, u.End)) is not { } cut)
            {
                denied.AddRange(BeginsDenied().IsMatch(text.AsSpan(u.Start, u.End - u.Start)) ? [u.Start..u.End] : []);
                continue;
            }

            denied.Add(u.Start..u.End);
            var isWhole =
                Denials().IsMatch(cut.Word)
                && cut.Wider.Start >= passage.ContentStart
                && u.Start - cut.Wider.Start <= MaxBeforeDenied
                && text.IndexOf(':', cut.Wider.Start, u.Start - cut.Wider.Start) < 0;
            if (isWhole && (i == 0 || undertakings[i - 1].End <= cut.Wider.Start))
            {
                undertakings[i] = u with { Start = cut.Wider.Start, Confidence = Math.Min(u.Confidence, OfDenials) };
            }
            else
            {
                undertakings.RemoveAt(i--);
            }
        }

        return denied;
    }

    private static bool IsIn(List<Range> ranges, int at) => ranges.Exists(r => r.Start.Value <= at && at < r.End.Value);

    private const int MaxBeforeDenied = 30;

    private const int PeriodReach = 5_000; // characters over which "by 2025" holds for what follows in its paragraph

    private const double OfUnknown = 0.6; // whoever says it may be no public body

    private const double OfDenials = 0.65; // what will not be done is an undertaking less often than what will

    [GeneratedRegex("^(?:not|never|no longer|cannot|\\w+n['’]t|.{0,2}(?:不再?|不得))$", RegexOptions.IgnoreCase)]
    private static partial Regex Denials();

    [GeneratedRegex(@"^(?:(?:not|never)\b|no\s|不(?!断)|不再)", RegexOptions.IgnoreCase)]
    private static partial Regex BeginsDenied();

    // Whether what follows is to be done, or tells of the past, of principles, of what others think.
    private readonly record struct Mood(bool IsTask, bool IsReview);

    private static Mood? MoodOf(string sentence) =>
        Tasks().IsMatch(sentence) && sentence.Length < 100 && !Completed().IsMatch(sentence) ? new(true, false)
        : Review().IsMatch(sentence) && sentence.Length < 40 ? new(false, true)
        : null;

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
        var near = Between(periods, passage.ContentStart, Math.Max(passage.ContentEnd, end));
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
        PeriodMention? beside = periods
            .Where(p => p.Start >= f.End && p.Start - f.End <= 2 && string.IsNullOrWhiteSpace(text[f.End..p.Start].Trim('(', '（')))
            .Cast<PeriodMention?>()
            .FirstOrDefault();
        end = beside is { } adjoining && adjoining.End <= passage.ContentEnd ? adjoining.End : end;
        var inSentence = periods
            .Where(p =>
                p.Start >= passage.ContentStart && p.End <= passage.ContentEnd && !Compared().IsMatch(text[passage.ContentStart..p.Start])
            )
            .ToList();
        inSentence.RemoveAll(p => beside != p && figures.Exists(o => o.Start != f.Start && o.End <= p.Start && p.Start - o.End <= 2)); // another figure's own
        var others = figures.Where(o => o.Start >= f.End).Select(o => o.Start).DefaultIfEmpty(int.MaxValue).Min();
        var period =
            beside
            ?? inSentence
                .Where(p => p.End <= f.Start || p.Start < others)
                .OrderBy(p =>
                    p.Start >= f.End ? p.Start - f.End
                    : p.IsUntil || p.Start - passage.ContentStart < 3 ? 0
                    : (f.Start - p.End) * 2
                )
                .Cast<PeriodMention?>()
                .FirstOrDefault() // behind another figure it is that one's; at the head it holds for all
            ?? inSentence.OrderBy(p => p.Start).Cast<PeriodMention?>().FirstOrDefault()
            ?? periods
                .Where(p => p.End <= passage.ContentStart && (isChinese || p.IsUntil) && LeadsSentence(text, p))
                .Cast<PeriodMention?>()
                .LastOrDefault();
        period = isUndertaken && period is { IsUntil: false } reported && reported.Start < passage.ContentStart ? null : period; // what was reported for says nothing of what is promised
        var isAhead = Ahead().IsMatch(text[passage.ContentStart..f.Start]);
        var isTarget =
            period is { } said
                && (
                    said.IsUntil
                    || said.EndYear > documentYear
                    || (isAhead && said.Year == documentYear && said.Year > 1 && said.Start >= f.Start)
                    || (isUndertaken && said.Year == documentYear && said.Year > 1)
                )
            || ((period is null || period.Value.Year is 0 or 1) && (isAhead || isUndertaken));
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

    // "By 2025, …", 上半年，…: what stands at the head of a sentence holds for those behind it; what tells of one figure ("rose to 5% in 2023") does not.
    private static bool LeadsSentence(string text, PeriodMention period)
    {
        var before = period.Start;
        while (before > 0 && text[before - 1] is ' ' or '\u3000')
        {
            before--;
        }

        return (before == 0 || text[before - 1] is '\n' or '。' or '.' or '；' or '、' or '）' or '：')
            && period.End < text.Length
            && text[period.End] is ',' or '，';
    }

    // The periods of a paragraph up to the end of a sentence of it; they are sorted.
    private static List<PeriodMention> Between(List<PeriodMention> periods, int start, int end)
    {
        var (low, high) = (0, periods.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = periods[middle].Start < start ? (middle + 1, high) : (low, middle);
        }

        return periods.GetRange(
            low,
            periods.FindIndex(low, p => p.Start >= end) is var behind and >= 0 ? behind - low : periods.Count - low
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

    // What a figure is held against.
    [GeneratedRegex(@"(?:相比|[较比]|\b(?:compared\s+(?:with|to)|against|up\s+from|down\s+from))\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Compared();

    [GeneratedRegex("[,，;；]")]
    private static partial Regex Clauses();

    [GeneratedRegex(
        @"重点工作|主要任务|重点任务|工作任务|下一步|工作安排|工作要求|保障措施|主要措施|工作措施|今后打算|今后怎么|主要目标|发展目标|行动目标|我们将|(?:main|key|next) (?:tasks|actions|steps|measures)|tasks for|what comes next|we will\b.*:$|will:$|will do:$|commitments?:?$|actions?:?$|(?:policies|measures|commitments|steps|actions)\b[^.:]{0,60}\b(?:include|are):$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Tasks();

    [GeneratedRegex(@"完成|取得|如期|\b(?:met|achieved|completed|reached)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Completed();

    [GeneratedRegex(
        @"工作情况|工作回顾|回顾|总结|成效|进展|基本情况|基本原则|指导思想|主要成绩|取得的|发展现状|achievements|progress so far|review of the|looking back",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Review();

    [GeneratedRegex(
        @"\b(?:will|shall|is to|are to|aims? to|target|goal|plans? to|proposes? to|propose to|intends? to|(?:set|expected|projected) to|aims? for|raise|increase|expand|grow)\b|将|要|力争|争取|目标|预期|计划",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Ahead();
}
