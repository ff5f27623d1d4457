using System.Globalization;
using System.Text.RegularExpressions;
using PolicyTracker.Text.Words;

namespace PolicyTracker.Text.Meaning;

/// <summary>
/// Reads days, years and times however they are written: 3 May 2027, May 3rd, 2027, 2027-05-03, 2027年5月3日; 2023-24, 2023/24,
/// 2023–2024; 3 pm, 15:00. What can be read two ways (03/05/2027) is none.
/// </summary>
internal static partial class DatePhrase
{
    /// <summary>The whole name of a month, in small letters; null for any other word.</summary>
    /// <param name="word">A name or its first three letters, with a capital: "may" is a verb.</param>
    public static string? Month(ReadOnlySpan<char> word)
    {
        if (word.Length < 3 || !char.IsUpper(word[0]))
        {
            return null;
        }

        foreach (var month in EnglishMonths.Names)
        {
            if (
                month.AsSpan().StartsWith(word, StringComparison.OrdinalIgnoreCase)
                && (word.Length == 3 || word.Length == month.Length || (word.Length == 4 && month[0] == 's'))
            )
            {
                return month;
            }
        }

        return null;
    }

    /// <summary>Reads the day, range of years or time that begins with a token.</summary>
    /// <returns>How many tokens it has, and one spelling of it; null where none begins.</returns>
    public static (int Tokens, string Key)? Read(string text, List<Token> tokens, int at) =>
        tokens[at].Kind switch
        {
            TokenKind.Number => DayFirst(text, tokens, at)
                ?? YearFirst(text, tokens, at)
                ?? Time(text, tokens, at)
                ?? ChineseDay(text, tokens, at),
            TokenKind.Word => MonthFirst(text, tokens, at),
            TokenKind.Han => ChineseDay(text, tokens, at),
            _ => null,
        };

    // 3 May 2027, 3rd of May
    private static (int Tokens, string Key)? DayFirst(string text, List<Token> tokens, int at)
    {
        var next = at;
        if (Day(text, tokens, ref next) is not { } day)
        {
            return null;
        }

        next += IsWord(text, tokens, next, "of") ? 1 : 0;
        return MonthAt(text, tokens, ref next) is { } month ? WithYear(text, tokens, at, next, month, day) : null;
    }

    // May 3, 2027
    private static (int Tokens, string Key)? MonthFirst(string text, List<Token> tokens, int at)
    {
        var next = at;
        return MonthAt(text, tokens, ref next) is { } month && Day(text, tokens, ref next) is { } day
            ? WithYear(text, tokens, at, next, month, day)
            : null;
    }

    private static (int Tokens, string Key) WithYear(string text, List<Token> tokens, int at, int next, int month, int day)
    {
        var year = next + (Mark(text, tokens, next) == ',' ? 1 : 0);
        return Figure(text, tokens, year, 4) is { } y ? (year + 1 - at, Key(y, month, day)) : (next - at, Key(null, month, day));
    }

    // 2027-05-03, 2027.5.3, 2023-24
    private static (int Tokens, string Key)? YearFirst(string text, List<Token> tokens, int at)
    {
        if (Dotted().Match(text[tokens[at].Start..tokens[at].End]) is { Success: true } dotted)
        {
            return Valid(Int(dotted, 1), Int(dotted, 2), Int(dotted, 3)) is { } key ? (1, key) : null;
        }

        if (
            Figure(text, tokens, at, 4) is not { } year
            || Mark(text, tokens, at + 1) is not ('-' or '/' or '~')
            || at + 2 >= tokens.Count
            || tokens[at + 2].Kind is not TokenKind.Number
        )
        {
            return null;
        }

        if (Mark(text, tokens, at + 3) == Mark(text, tokens, at + 1) && IsTight(tokens, at, 5))
        {
            return
                (Figure(text, tokens, at + 2, 2) ?? Figure(text, tokens, at + 2, 1)) is { } month
                && (Figure(text, tokens, at + 4, 2) ?? Figure(text, tokens, at + 4, 1)) is { } day
                && Valid(year, month, day) is { } key
                ? (5, key)
                : null;
        }

        var last = Figure(text, tokens, at + 2, 4) ?? (year - (year % 100) + Figure(text, tokens, at + 2, 2));
        // 2005-12 may be a month
        return last > year && (last == year + 1 || last % 100 > 12 || Figure(text, tokens, at + 2, 4) is not null)
            ? (3, $"{year}-{last}")
            : null;
    }

    // 3 pm, 3.30 p.m., 15:00
    private static (int Tokens, string Key)? Time(string text, List<Token> tokens, int at)
    {
        var (hour, minute, next) = ((Figure(text, tokens, at, 1) ?? Figure(text, tokens, at, 2)), 0, at + 1);
        var hasMinutes = false;
        if (hour is null && HourAndMinute().Match(text[tokens[at].Start..tokens[at].End]) is { Success: true } both)
        {
            (hour, minute) = (Int(both, 1), Int(both, 2));
        }
        else if (
            Mark(text, tokens, next) == ':'
            && Figure(text, tokens, next + 1, 2) is { } minutes
            && IsTight(tokens, at, 3)
            && !(Mark(text, tokens, next + 2) == ':' && IsTight(tokens, at, 4))
        )
        {
            (minute, next, hasMinutes) = (minutes, next + 2, true);
        }

        if (hour is not (>= 0 and < 24) || minute > 59)
        {
            return null;
        }

        foreach (var (half, plus) in new[] { ('a', 0), ('p', 12) })
        {
            var isShort = IsWord(text, tokens, next, $"{half}m");
            var isDotted =
                IsWord(text, tokens, next, half.ToString()) && Mark(text, tokens, next + 1) == '.' && IsWord(text, tokens, next + 2, "m");
            if ((isShort || isDotted) && hour is >= 1 and <= 12)
            {
                var end = isShort ? next + 1 : next + 3 + (Mark(text, tokens, next + 3) == '.' ? 1 : 0);
                return (end - at, Clock((hour.Value % 12) + plus, minute));
            }
        }

        return hasMinutes ? (next - at, Clock(hour.Value, minute)) : null;
    }

    // 2027年5月3日, 二〇二七年五月三日
    private static (int Tokens, string Key)? ChineseDay(string text, List<Token> tokens, int at)
    {
        var next = at;
        int? Part(params ReadOnlySpan<char> marks)
        {
            if (
                next >= tokens.Count
                || NumberPhrase.Read(text, tokens, next) is not { } number
                || next + number.Tokens >= tokens.Count
                || !marks.Contains(text[tokens[next + number.Tokens].Start])
                || !int.TryParse(number.Key, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            )
            {
                return null;
            }

            next += number.Tokens + 1;
            return value;
        }

        return
            Part('年') is { } year and > 999
            && Part('月') is { } month
            && Part('日', '号', '號') is { } day
            && Valid(year, month, day) is { } key
            ? (next - at, key)
            : null;
    }

    private static string? Valid(int year, int month, int day) =>
        month is >= 1 and <= 12 && day is >= 1 and <= 31 ? Key(year, month, day) : null;

    private static string Key(int? year, int month, int day) =>
        $"{(year is { } y ? y.ToString("0000", CultureInfo.InvariantCulture) : "-")}-{month:00}-{day:00}";

    private static string Clock(int hour, int minute) => $"{hour:00}:{minute:00}";

    private static int? Day(string text, List<Token> tokens, ref int at)
    {
        if ((Figure(text, tokens, at, 1) ?? Figure(text, tokens, at, 2)) is not (>= 1 and <= 31 and var day))
        {
            return null;
        }

        at += DigitNumber.HasOrdinalEnding(text, tokens, at) ? 2 : 1;
        return day;
    }

    private static int? MonthAt(string text, List<Token> tokens, ref int at)
    {
        if (
            at >= tokens.Count
            || tokens[at].Kind is not TokenKind.Word
            || Month(text.AsSpan(tokens[at].Start, tokens[at].End - tokens[at].Start)) is not { } name
        )
        {
            return null;
        }

        at += Mark(text, tokens, at + 1) == '.' && at + 2 < tokens.Count && tokens[at + 2].Kind is TokenKind.Number ? 2 : 1;
        return EnglishMonths.NumberOf(n => n == name);
    }

    // A number of just so many figures.
    private static int? Figure(string text, List<Token> tokens, int at, int length) =>
        at < tokens.Count
        && tokens[at] is { Kind: TokenKind.Number } token
        && token.End - token.Start == length
        && int.TryParse(text.AsSpan(token.Start, length), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    private static char Mark(string text, List<Token> tokens, int at) =>
        at < tokens.Count && tokens[at].Kind is TokenKind.Mark ? text[tokens[at].Start] : '\0';

    private static bool IsWord(string text, List<Token> tokens, int at, string word) =>
        at < tokens.Count
        && tokens[at] is { Kind: TokenKind.Word } token
        && text.AsSpan(token.Start, token.End - token.Start).Equals(word, StringComparison.OrdinalIgnoreCase);

    // Whether no space parts some tokens.
    private static bool IsTight(List<Token> tokens, int at, int count)
    {
        for (var i = at + 1; i < at + count; i++)
        {
            if (i >= tokens.Count || tokens[i].Start != tokens[i - 1].End)
            {
                return false;
            }
        }

        return true;
    }

    private static int Int(Match match, int group) =>
        int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\d{4})\.(\d{1,2})\.(\d{1,2})$")]
    private static partial Regex Dotted();

    [GeneratedRegex(@"^(\d{1,2})\.([0-5]\d)$")]
    private static partial Regex HourAndMinute();
}
