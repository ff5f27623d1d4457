using System.Net;

namespace PolicyTracker.Text.Folding;

/// <summary>
/// A text as it reads, whatever way it is set: white space, line breaks, width, quotation marks, dashes, soft hyphens,
/// ligatures, character references and composed or decomposed letters are made alike. Each folded character knows where it came from.
/// </summary>
public sealed class FoldedText
{
    private const int ShortText = 16_000; // it is compared in less time than it takes to index it

    private const char FirstMark = '\u0300'; // below it no character joins the one before, and none is Chinese

    private readonly int[] _from; // the source's UTF-16 position of each folded character; longer than the text
    private readonly Dictionary<int, int> _entities; // how long a character reference such as &#8217; is, by its position
    private readonly Lazy<string> _lower;
    private readonly Lazy<GramIndex?> _grams;

    private FoldedText(string source, string text, int[] from, Dictionary<int, int> entities)
    {
        (Source, Text, _from, _entities) = (source, text, from, entities);
        _lower = new(text.ToLowerInvariant);
        _grams = new(() => text.Length < ShortText ? null : new GramIndex(Lower));
    }

    /// <summary>The text as it was.</summary>
    public string Source { get; }

    /// <summary>The folded text.</summary>
    public string Text { get; }

    /// <summary>
    /// The folded text in small letters, at the same positions: made when first asked for. Looking for small letters in it is
    /// many times faster than looking without regard to case, which a program without ICU does letter by letter.
    /// </summary>
    public string Lower => _lower.Value;

    /// <summary>Where its letters stand, whatever their capitals: made when first asked for; null where the text is short.</summary>
    internal GramIndex? Grams => _grams.Value;

    /// <summary>Where words stand in the folded text, in order.</summary>
    /// <param name="words">The words, folded; at least one character.</param>
    /// <param name="max">How many at most.</param>
    internal List<int> Places(FoldedText words, int max) =>
        IsIndexed
            ? PlacesInAnyCapitals(words.Lower, 0, Text.Length, max).FindAll(at => Text.AsSpan(at).StartsWith(words.Text))
            : Read(Text, words.Text, 0, Text.Length, max);

    /// <summary>Where words stand in the folded text, whatever their capitals, in order.</summary>
    /// <param name="lower">The words, folded, in small letters; at least one character.</param>
    /// <param name="from">The first position.</param>
    /// <param name="to">Behind the last one.</param>
    /// <param name="max">How many at most.</param>
    internal List<int> PlacesInAnyCapitals(string lower, int from, int to, int max) =>
        IsIndexed && lower.Length >= GramIndex.Letters ? Grams!.Places(lower, from, to, max) : Read(Lower, lower, from, to, max);

    // Words are looked up where the index is there already; to make it for them alone takes longer than to read.
    private bool IsIndexed => _grams is { IsValueCreated: true, Value: not null };

    private static List<int> Read(string text, string words, int from, int to, int max)
    {
        var found = new List<int>();
        for (
            var at = text.IndexOf(words, from, to - from, StringComparison.Ordinal);
            at >= 0 && found.Count < max;
            at = text.IndexOf(words, at + 1, to - at - 1, StringComparison.Ordinal)
        )
        {
            found.Add(at);
        }

        return found;
    }

    /// <summary>Folds <paramref name="source"/>; cost linear in its length.</summary>
    /// <param name="source">Any text.</param>
    /// <param name="simplify">Whether traditional Chinese characters become simplified ones.</param>
    public static FoldedText Of(string source, bool simplify = false)
    {
        ArgumentNullException.ThrowIfNull(source);
        var text = new char[source.Length + (source.Length / 8) + 64];
        var from = new int[text.Length];
        var entities = new Dictionary<int, int>();
        var (n, space) = (0, -1); // space: where the white space began that has not been written yet
        for (var i = 0; i < source.Length; i++)
        {
            if (n + 256 > text.Length)
            {
                Array.Resize(ref text, text.Length * 2);
                Array.Resize(ref from, text.Length);
            }

            if (space < 0 && CopyPlain(source, i, text, from, n, simplify) is > 0 and var plain)
            {
                n += plain;
                i += plain - 1;
                continue;
            }

            var raw = source[i];
            if (raw == '&' && Entity(source, i) is { Length: > 0 } entity && WebUtility.HtmlDecode(entity) is var meant && meant != entity)
            {
                foreach (var part in meant)
                {
                    Write(part, i);
                }

                entities[i] = entity.Length;
                i += entity.Length - 1;
            }
            else if (CharacterFolding.IsSelector(source[i]) && i + 1 < source.Length)
            {
                i++;
            }
            else
            {
                Write(source[i], i);
            }
        }

        return new FoldedText(source, new string(text, 0, n), from, entities);

        void Write(char raw, int at)
        {
            var c = CharacterFolding.Map[raw];
            if (c == CharacterFolding.Space)
            {
                space = space < 0 ? at : space;
                return;
            }

            if (c == CharacterFolding.Dropped)
            {
                return;
            }

            if (space >= 0)
            {
                if (
                    n > 0
                    && !CharacterFolding.IsSpaceless(raw)
                    && !IsSpacelessBefore(source, space)
                    && !IsBrokenWord(text, n, source, space)
                )
                {
                    (text[n], from[n]) = (' ', space);
                    n++;
                }

                space = -1;
            }

            if (c == CharacterFolding.Expanded)
            {
                foreach (var part in CharacterFolding.Expansions[raw])
                {
                    (text[n], from[n]) = (CharacterFolding.Map[part] is var p && p > CharacterFolding.Expanded ? p : part, at);
                    n++;
                }
            }
            else if (c is >= '\uAC00' and <= '\uD7A3')
            {
                n = Decompose(c, at, text, from, n);
            }
            else
            {
                // "5、6" are two numbers, "5,6" may be one.
                c = raw == '、' && n > 0 && char.IsAsciiDigit(text[n - 1]) ? raw : c;
                (text[n], from[n]) = (simplify ? CharacterFolding.Simplified[c] : c, at);
                n++;
            }
        }
    }

    // Most of a text are letters that stay as they are, with single spaces between them. Returns how many characters it took.
    private static int CopyPlain(string source, int start, char[] text, int[] from, int n, bool simplify)
    {
        var (map, simple, same) = (CharacterFolding.Map, CharacterFolding.Simplified, CharacterFolding.Same);
        var end = Math.Min(source.Length, start + text.Length - n);
        var i = start;
        for (; i < end; i++)
        {
            var c = source[i];
            if (same[c])
            {
                text[n] = simplify ? simple[c] : c;
            }
            else if (
                c == ' '
                && i > start
                && i + 1 < end
                && source[i - 1] < FirstMark
                && source[i + 1] < FirstMark
                && source[i + 1] != '&'
                && map[source[i + 1]] > CharacterFolding.Space
            )
            {
                text[n] = ' ';
            }
            else if ((c < FirstMark || c is >= '\u4E00' and <= '\u9FFF') && c != '&' && map[c] > CharacterFolding.Space)
            {
                text[n] = simplify ? simple[map[c]] : map[c];
            }
            else
            {
                break;
            }

            from[n++] = i;
        }

        return i - start;
    }

    /// <summary>The source's range, UTF-16, that the folded range stands for; never half a character.</summary>
    /// <param name="start">First folded position.</param>
    /// <param name="end">Behind the last; greater than <paramref name="start"/>.</param>
    public (int Start, int End) ToSource(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(start, end);
        var from = _from[start];
        var to = _from[end - 1] + _entities.GetValueOrDefault(_from[end - 1], 1);
        while (from > 0 && IsInside(from))
        {
            from--;
        }

        while (to < Source.Length && IsInside(to))
        {
            to++;
        }

        return (from, to);
    }

    /// <summary>The character of the source that a folded one came from.</summary>
    public char SourceAt(int position) => Source[_from[position]];

    /// <summary>The first folded position that stands at or behind a source position.</summary>
    public int FromSource(int position)
    {
        var at = Array.BinarySearch(_from, 0, Text.Length, position);
        if (at < 0)
        {
            return ~at;
        }

        while (at > 0 && _from[at - 1] == position)
        {
            at--;
        }

        return at;
    }

    // Between the halves of a surrogate pair, or before a mark that belongs to the letter.
    private bool IsInside(int at) =>
        (char.IsLowSurrogate(Source[at]) && char.IsHighSurrogate(Source[at - 1]))
        || CharacterFolding.IsMark(Source[at])
        || CharacterFolding.IsSelector(Source[at]);

    private static bool IsSpacelessBefore(string source, int at) =>
        at > 0
        && (
            CharacterFolding.IsSpaceless(source[at - 1])
            || (char.IsLowSurrogate(source[at - 1]) && at > 1 && CharacterFolding.IsWide(source[at - 2]))
        );

    // A character reference of HTML that was taken for text: "&#8217;", "&amp;". Empty where none stands there.
    private static string Entity(string source, int at)
    {
        const int MaxCharacters = 10;
        var end = at + 1;
        while (
            end < source.Length
            && end - at < MaxCharacters
            && (char.IsAsciiLetterOrDigit(source[end]) || (source[end] == '#' && end == at + 1))
        )
        {
            end++;
        }

        return end < source.Length && end > at + 1 && source[end] == ';' ? source[at..(end + 1)] : "";
    }

    // "infra-" at the end of a line and "structure" on the next are read as "infra-structure", not as two words.
    private static bool IsBrokenWord(char[] text, int n, string source, int space) =>
        text[n - 1] == '-' && n > 1 && char.IsLetter(text[n - 2]) && source[space] is '\n' or '\r';

    // Unicode Standard 15, section 3.12.
    private static int Decompose(char syllable, int at, char[] text, int[] from, int n)
    {
        var index = syllable - 0xAC00;
        (text[n], from[n++]) = ((char)(0x1100 + (index / 588)), at);
        (text[n], from[n++]) = ((char)(0x1161 + (index % 588 / 28)), at);
        if (index % 28 > 0)
        {
            (text[n], from[n++]) = ((char)(0x11A7 + (index % 28)), at);
        }

        return n;
    }
}
