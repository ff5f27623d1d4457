namespace PolicyTracker.Text.Suggestions;

/// <summary>Words of a text that name a period.</summary>
/// <param name="Start">UTF-16 position of their first character, a preposition before them included.</param>
/// <param name="End">Behind their last.</param>
/// <param name="Year">The year; 0 for the year of the document or where none is stated beside it, -1 and 1 for the years around it.</param>
/// <param name="Part">Behind the year: <c>-Q1</c>, <c>-H2</c>, <c>-03</c>, or nothing.</param>
/// <param name="IsUntil">Whether they say until when: "by 2025", 到2025年.</param>
/// <param name="LastYear">The last year of a range of years (2021–2025, or the fiscal year 2023–24); else 0.</param>
/// <param name="Range">A range as it is said, its years parted by a dash or a stroke; else null.</param>
internal readonly record struct PeriodMention(
    int Start,
    int End,
    int Year,
    string Part,
    bool IsUntil,
    int LastYear = 0,
    string? Range = null
)
{
    /// <summary>The year in which it ends; as <see cref="Year"/> where it is no range.</summary>
    public int EndYear => LastYear > 0 ? LastYear : Year;

    /// <summary>What is named, counted from the document's year where the text states none; null where neither states one.</summary>
    /// <param name="documentYear">The year in which the text was written; 0 where it is not known.</param>
    public Period? In(int documentYear)
    {
        var year =
            Year > 1 ? Year
            : documentYear > 0 ? documentYear + Year
            : 0;
        return Period.Parse(Range ?? (year > 0 ? $"{year}{Part}" : null));
    }

    /// <summary>Its last day; null where the text states no year, and for a fiscal year, whose name does not tell when it ends.</summary>
    public DateOnly? LastDay => In(0) is { IsFiscalYear: false } period ? period.LastDay : null;
}
