using System.Text.RegularExpressions;

namespace PolicyTracker.Text.Suggestions;

/// <summary>Tells which of the periods around a figure it holds for, and whether it is a target.</summary>
internal static partial class FigurePeriods
{
    /// <summary>The period that stands right behind a figure: "5% in 2023", "5% (2023)"; null where none does.</summary>
    public static PeriodMention? Beside(string text, FoundFigure figure, List<PeriodMention> periods) =>
        periods
            .Where(p =>
                p.Start >= figure.End && p.Start - figure.End <= 2 && string.IsNullOrWhiteSpace(text[figure.End..p.Start].Trim('(', '（'))
            )
            .Cast<PeriodMention?>()
            .FirstOrDefault();

    /// <summary>
    /// The period of a figure: the one beside it, else the nearest of its sentence that is no other figure's, else what stands at
    /// the head of a sentence before. Null where none is stated.
    /// </summary>
    /// <param name="sentence">The sentence of the figure.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="beside">The period beside it.</param>
    /// <param name="figures">All figures of the sentence.</param>
    /// <param name="periods">The periods of the paragraph up to the end of the sentence, in order.</param>
    /// <param name="isChinese">Whether the sentence is Chinese.</param>
    public static PeriodMention? Of(
        SentenceText sentence,
        FoundFigure figure,
        PeriodMention? beside,
        List<FoundFigure> figures,
        List<PeriodMention> periods,
        bool isChinese
    )
    {
        if (beside is not null)
        {
            return beside;
        }

        var (text, start, end) = sentence;
        bool IsOfAnother(PeriodMention period) =>
            figures.Exists(o => o.Start != figure.Start && o.End <= period.Start && period.Start - o.End <= 2);
        var inSentence = periods.FindAll(p =>
            p.Start >= start && p.End <= end && !Compared().IsMatch(text[start..p.Start]) && !IsOfAnother(p)
        );

        // Behind another figure it is that one's; at the head it holds for all.
        var next = figures.Where(o => o.Start >= figure.End).Select(o => o.Start).DefaultIfEmpty(int.MaxValue).Min();
        int Distance(PeriodMention period) =>
            period.Start >= figure.End ? period.Start - figure.End
            : period.IsUntil || period.Start - start < 3 ? 0
            : (figure.Start - period.End) * 2;
        return inSentence.Where(p => p.End <= figure.Start || p.Start < next).OrderBy(Distance).Cast<PeriodMention?>().FirstOrDefault()
            ?? inSentence.OrderBy(p => p.Start).Cast<PeriodMention?>().FirstOrDefault()
            ?? periods
                .Where(p => p.End <= start && (isChinese || p.IsUntil) && LeadsSentence(text, p))
                .Cast<PeriodMention?>()
                .LastOrDefault();
    }

    /// <summary>Whether a figure says what is to be reached.</summary>
    /// <param name="before">What stands before it in its sentence.</param>
    /// <param name="figure">The figure.</param>
    /// <param name="period">What it holds for; null where none is stated.</param>
    /// <param name="documentYear">The year in which the text was written.</param>
    /// <param name="isUndertaken">Whether it stands within an undertaking.</param>
    public static bool IsTarget(string before, FoundFigure figure, PeriodMention? period, int documentYear, bool isUndertaken)
    {
        var isAhead = Ahead().IsMatch(before);
        if (period is not { } said)
        {
            return isAhead || isUndertaken;
        }

        var isThisYear = said.Year == documentYear && said.Year > 1;
        return said.IsUntil
            || said.EndYear > documentYear
            || (isThisYear && (isUndertaken || (isAhead && said.Start >= figure.Start)))
            || (said.Year is 0 or 1 && (isAhead || isUndertaken));
    }

    /// <summary>The periods that begin between two positions of a text.</summary>
    /// <param name="periods">Those of the text, in order.</param>
    /// <param name="start">The first position.</param>
    /// <param name="end">Behind the last.</param>
    public static List<PeriodMention> Between(List<PeriodMention> periods, int start, int end)
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

    // "By 2025, …", 上半年，…: what stands at the head of a sentence holds for those behind it; what tells of one figure
    // ("rose to 5% in 2023") does not.
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

    // What a figure is held against.
    [GeneratedRegex(@"(?:相比|[较比]|\b(?:compared\s+(?:with|to)|against|up\s+from|down\s+from))\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Compared();

    [GeneratedRegex(
        @"\b(?:will|shall|is to|are to|aims? to|target|goal|plans? to|proposes? to|propose to|intends? to|(?:set|expected|projected) to|aims? for|raise|increase|expand|grow)\b|将|要|力争|争取|目标|预期|计划",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Ahead();
}
