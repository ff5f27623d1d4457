using System.Globalization;

namespace PolicyTracker.Text.Folding;

/// <summary>
/// What each character is folded to. Tables beside this file: canonical and print-alike decompositions of the Unicode
/// Character Database 14 (Basic Multilingual Plane), and the characters that CLDR's Hant-Hans transform changes.
/// </summary>
internal static class CharacterFolding
{
    /// <summary>The character is dropped: it can't be seen.</summary>
    public const char Dropped = '\0';

    /// <summary>White space; a run of it becomes one space, or nothing beside a Chinese character.</summary>
    public const char Space = ' ';

    /// <summary>The character becomes several: see <see cref="Expansions"/>.</summary>
    public const char Expanded = '\u0001';

    // Print-alikes that say something else: 10² is not 102, 5½ not 51/2, 5″ not 5′′, and ≠ is no =.
    private const string AsTheyAre = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻¼½¾⅐⅑⅒⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞⅟↉′″‴⁗≠≮≯";

    /// <summary>What each UTF-16 unit becomes.</summary>
    public static readonly char[] Map;

    /// <summary>Letters, figures, marks and Chinese characters that stay as they are wherever they stand.</summary>
    public static readonly bool[] Same;

    /// <summary>Units that become several.</summary>
    public static readonly Dictionary<char, string> Expansions = [];

    /// <summary>What each UTF-16 unit is in simplified Chinese.</summary>
    public static readonly char[] Simplified;

    static CharacterFolding()
    {
        Map = new char[char.MaxValue + 1];
        Simplified = new char[char.MaxValue + 1];
        for (var i = 0; i < Map.Length; i++)
        {
            Simplified[i] = (char)i;
            Map[i] =
                char.IsWhiteSpace((char)i) ? Space
                : char.IsControl((char)i) ? Dropped
                : (char)i;
        }

        foreach (var line in Lines("simplified.txt"))
        {
            Simplified[line[0]] = line[1];
        }

        foreach (var fields in Lines("decompositions.txt").Select(line => line.Split(' ')))
        {
            var from = Code(fields[0]);
            if (Map[from] == Space || AsTheyAre.Contains(from, StringComparison.Ordinal))
            {
                continue;
            }

            if (fields.Length == 2)
            {
                Map[from] = Map[Code(fields[1])]; // "Ｌ" is L at once; what it gives is never folded further than once more
            }
            else
            {
                Map[from] = Expanded;
                Expansions[from] = string.Concat(fields.Skip(1).Select(Code));
            }
        }

        Set(
            "\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u180E\u200B\u200C\u200D\u200E\u200F\u2060\u2061\u2062\u2063\u2064\u3164\uFEFF\uFFA0",
            Dropped
        );
        for (var selector = '\uFE00'; selector <= '\uFE0F'; selector++)
        {
            Map[selector] = Dropped;
        }

        Set("“”„‟«»『』「」″〝〞〟｢｣", '"');
        Set("‘’‚‛`´ʼ", '\'');
        Set("‐‑‒–—―−﹣－⸺", '-');
        Set("。．｡", '.');
        Set("，､", ',');
        Set("、", ','); // not between digits: see FoldedText
        Set("•・‧･∙", '·');
        Set("〜∼～", '~');
        Set("™℠", '®');
        Expand('…', "...");
        Expand('⋯', "...");
        var roman = "I II III IV V VI VII VIII IX X XI XII".Split(' ');
        for (var i = 0; i < roman.Length; i++)
        {
            Expand((char)('Ⅰ' + i), roman[i]);
            Expand((char)('ⅰ' + i), roman[i].ToLowerInvariant());
        }

        foreach (
            var (from, to) in new[]
            {
                ('œ', "oe"),
                ('Œ', "OE"),
                ('æ', "ae"),
                ('Æ', "AE"),
                ('ß', "ss"),
                ('ẞ', "SS"),
                ('≤', "<="),
                ('≦', "<="),
                ('⩽', "<="),
                ('≥', ">="),
                ('≧', ">="),
                ('⩾', ">="),
            }
        )
        {
            Expand(from, to);
        }

        Same = new bool[Map.Length];
        for (var i = 0; i < Same.Length; i++)
        {
            // An ampersand may begin a character reference; a mark joins the one before it.
            Same[i] = Map[i] == i && i != '&' && (i is > ' ' and < '\u0300' or >= '\u4E00' and <= '\u9FFF');
        }
    }

    /// <summary>
    /// A character whose halves select a variant of the one before, or tag it: nothing that can be seen (U+E0000 to U+E03FF).
    /// </summary>
    public static bool IsSelector(char high) => high == '\uDB40';

    /// <summary>
    /// Whether white space beside a character of the source means nothing: Chinese, Japanese or Korean, but no full-width Latin
    /// letter or digit.
    /// </summary>
    /// <param name="c">The character.</param>
    public static bool IsSpaceless(char c) => IsWide(c) && !char.IsAsciiLetterOrDigit(Map[c]);

    /// <summary>A Chinese, Japanese or Korean character or full-width form.</summary>
    public static bool IsWide(char c) =>
        c >= '\u2E80'
        && (
            c <= '\uD7AF'
            || c is >= '\uF900' and <= '\uFAFF' or >= '\uFE30' and <= '\uFE4F' or >= '\uFF01' and <= '\uFFE6'
            || char.IsSurrogate(c) && IsWideSurrogate(c)
        );

    /// <summary>A combining mark (nonspacing).</summary>
    public static bool IsMark(char c) => c >= '\u0300' && CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark;

    // High surrogates of the supplementary ideographic planes; the low half follows and counts with it.
    private static bool IsWideSurrogate(char c) => c is >= '\uD840' and <= '\uD888';

    private static void Set(string characters, char to)
    {
        foreach (var c in characters)
        {
            Map[c] = to;
        }
    }

    private static void Expand(char from, string to)
    {
        Map[from] = Expanded;
        Expansions[from] = to;
    }

    private static char Code(string hex) => (char)int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    private static IEnumerable<string> Lines(string resource)
    {
        using var reader = new StreamReader(typeof(CharacterFolding).Assembly.GetManifestResourceStream(resource)!);
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            yield return line;
        }
    }
}
