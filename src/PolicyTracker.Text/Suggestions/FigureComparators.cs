using System.Text.RegularExpressions;

namespace PolicyTracker.Text.Suggestions;

/// <summary>Reads how a figure stands to the true value: "more than", "at least", 以上.</summary>
internal static partial class FigureComparators
{
    private const int MaxBefore = 40,
        MaxBehind = 14;

    /// <summary>How a number stands to the true value.</summary>
    /// <param name="sentence">Its sentence.</param>
    /// <param name="at">Where the number begins.</param>
    /// <param name="number">Behind the number.</param>
    /// <param name="behind">Behind its unit.</param>
    public static FigureComparator Of(SentenceText sentence, int at, int number, int behind)
    {
        var before = Before().Match(sentence.Before(at, MaxBefore));
        var after = After().Match(sentence.Behind(behind, MaxBehind)) is { Success: true } m
            ? m
            : After().Match(sentence.Behind(number, MaxBehind)); // "50 or more schools"
        bool Says(string name) => before.Groups[name].Success || after.Groups[name].Success;
        return Says("least") ? FigureComparator.AtLeast
            : Says("most") ? FigureComparator.AtMost
            : Says("more") ? FigureComparator.MoreThan
            : Says("less") ? FigureComparator.LessThan
            : Says("nearly") ? FigureComparator.Nearly
            : Says("about") ? FigureComparator.About
            : FigureComparator.Equal;
    }

    /// <summary>Where the words before a number that compare it begin; where it begins itself if there are none.</summary>
    public static int StartBefore(SentenceText sentence, int at) =>
        Before().Match(sentence.Before(at, MaxBefore)) is { Success: true } m
            ? Math.Max(sentence.Start, at - MaxBefore) + m.Index + (m.Length - m.Value.TrimStart().Length)
            : at;

    /// <summary>Whether words that compare a number stand right before it.</summary>
    public static bool StandBefore(SentenceText sentence, int at) => Before().IsMatch(sentence.Before(at, MaxBefore));

    /// <summary>What stands before a number, without the words that compare it.</summary>
    public static string WithoutBefore(string before) => Before().Replace(before, "");

    /// <summary>How long the words at a position are that compare the number before them; 0 where there are none.</summary>
    public static int LengthBehind(SentenceText sentence, int behind) => LengthAtStart(sentence.Behind(behind, MaxBehind));

    /// <summary>The same for the first words of what stands behind a number.</summary>
    public static int LengthAtStart(string behind) => After().Match(behind).Length;

    // What denies another ("not exceeding") stands before it.
    [GeneratedRegex(
        @"(?:\b(?:(?<most>(?:no|not)\s+(?:more\s+than|above|over|higher\s+than|greater\s+than|beyond|exceed(?:ing)?|to\s+exceed)|at\s+most|at\s+the\s+most|up\s+to|within|(?:a\s+)?maximum\s+of|(?:a\s+)?ceiling\s+of)"
            + @"|(?<least>(?:no|not)\s+(?:less\s+than|fewer\s+than|lower\s+than|below|under)|at\s+least|at\s+the\s+least|(?:a\s+)?minimum\s+of)"
            + @"|(?<more>more\s+than|over|above|exceed(?:s|ing|ed)?|upwards\s+of|in\s+excess\s+of|past|beyond|surpass(?:es|ing|ed)?|greater\s+than|higher\s+than)"
            + @"|(?<less>less\s+than|fewer\s+than|under|below|lower\s+than|smaller\s+than)"
            + @"|(?<nearly>nearly|almost|close\s+to|just\s+under|just\s+below|approaching)"
            + @"|(?<about>about|around|some|approximately|approx\.?|roughly|circa))"
            + @"|(?<most>(?:[不未没]|没有)超过?|不突破|不高于|不多于|不大于|至多|最多|≤)|(?<least>不少于|不低于|不小于|不下于|至少|最少|≥)|(?<more>超过|超|逾|突破|高于|大于|多于|过|>)|(?<less>低于|少于|小于|不到|不足|未达到?|<)|(?<nearly>将近|接近|近)|(?<about>大约|约|大概|≈|~))\s*$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Before();

    [GeneratedRegex(
        @"^\s?(?:(?<least>or\s+more|or\s+higher|or\s+over|and\s+above|and\s+over|or\s+above|以上|\+)|(?<most>or\s+less|or\s+fewer|or\s+lower|or\s+below|以下|以内|之内)|(?<about>左右|上下|or\s+so))",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex After();
}
