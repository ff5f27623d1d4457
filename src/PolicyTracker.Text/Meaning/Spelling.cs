using System.Text.RegularExpressions;
using PolicyTracker.Text.Folding;

namespace PolicyTracker.Text.Meaning;

/// <summary>Words that are the same word in another spelling.</summary>
internal static partial class Spelling
{
    // British and American, old and new; and words that are written out or as a symbol.
    private static readonly Dictionary<string, string> Synonyms = Pairs(
        "pct:percent amongst:among whilst:while towards:toward afterwards:afterward learnt:learned burnt:burned spelt:spelled proven:proved grey:gray "
            + "programme:program programmes:programs defence:defense offence:offense licence:license licences:licenses practise:practice "
            + "aluminium:aluminum sulphur:sulfur judgement:judgment judgements:judgments acknowledgement:acknowledgment ageing:aging "
            + "fulfil:fulfill enrol:enroll enrolment:enrollment instalment:installment instalments:installments skilful:skillful wilful:willful "
            + "mould:mold plough:plow catalogue:catalog dialogue:dialog analogue:analog ok:okay email:e-mail "
            + "kilometre:km kilometres:km kilometer:km kilometers:km hectare:ha hectares:ha kilogram:kg kilograms:kg kilogramme:kg kilogrammes:kg "
            + "metre:meter metres:meters centimetre:centimeter centimetres:centimeters millimetre:millimeter millimetres:millimeters "
            + "litre:liter litres:liters centre:center centres:centers centred:centered theatre:theater theatres:theaters fibre:fiber fibres:fibers "
            + "calibre:caliber meagre:meager sceptical:skeptical megawatt:MW megawatts:MW gigawatt:gw gigawatts:gw kilowatt:kw kilowatts:kw "
            + "renminbi:rmb cny:rmb"
    );

    private static readonly HashSet<string> OurStems =
    [
        .. "armour behaviour candour clamour colour demeanour endeavour favour flavour glamour harbour honour humour labour neighbour odour parlour rigour rumour saviour savour splendour tumour valour vapour vigour".Split(
            ' '
        ),
    ];

    private static readonly HashSet<string> DoubledStems =
    [
        .. "cancel channel counsel dial equal fuel initial label level marshal model panel signal total travel tunnel unravel".Split(' '),
    ];

    // Lower-case words that are another word in capitals.
    private static readonly HashSet<string> Acronyms = ["us", "it", "who", "aids"];

    // Variant forms of Chinese characters that the table of traditional ones leaves.
    private static readonly Dictionary<char, char> Variants = Characters(
        "裏里裡里綫线衆众説说脫脱恆恒峯峰羣群麪面鷄鸡啓启爲为僞伪眞真靑青淸清內内戶户產产歎叹汚污卽即旣既黃黄囘回册册冊册冲冲沖冲淨净凈净決决况况況况準准厰厂彙汇菓果牀床舘馆"
    );

    /// <summary>One spelling for all of a word.</summary>
    /// <param name="word">As it stands, folded.</param>
    /// <param name="isUpper">Whether all that stands around it is in capitals too, so that they say nothing.</param>
    public static string Key(string word, bool isUpper)
    {
        var lower = word.ToLowerInvariant();
        if (!isUpper && Acronyms.Contains(lower) && word.Length > 1 && word.AsSpan().IndexOfAnyExceptInRange('A', 'Z') < 0)
        {
            return word; // "US" is no "us"
        }

        lower = lower.Replace("'", "", StringComparison.Ordinal);
        if (Synonyms.TryGetValue(lower, out var other))
        {
            return other;
        }

        if (lower.Length >= 7 && Ise().Match(lower) is { Success: true } ise)
        {
            lower = $"{lower.AsSpan(0, ise.Groups[1].Index + ise.Groups[1].Length)}z{lower.AsSpan(ise.Index + ise.Length)}";
        }

        var our = lower.IndexOf("our", 1 < lower.Length ? 1 : 0, StringComparison.Ordinal);
        if (our > 0 && OurStems.Contains(lower[..(our + 3)]))
        {
            return lower.Remove(our + 1, 1);
        }

        var doubled = lower.IndexOf("ll", StringComparison.Ordinal);
        return doubled > 0 && DoubledStems.Contains(lower[..(doubled + 1)]) ? lower.Remove(doubled, 1) : lower;
    }

    /// <summary>One form for all of a Chinese character: simplified, and the usual one of variants.</summary>
    public static string Variant(string character) =>
        character.Length != 1 ? character
        : Variants.TryGetValue(character[0], out var usual) ? usual.ToString()
        : CharacterFolding.Simplified[character[0]].ToString();

    /// <summary>
    /// Whether one word is the other with a slip in it. No word that is itself a word passes for a slip of another, nor does a
    /// name, nor what lost or gained its beginning: "food" is no slip of "flood", "Hunan" none of "Henan", "legal" none of "ilegal".
    /// </summary>
    /// <param name="a">A word as it stands.</param>
    /// <param name="b">What stands in its place.</param>
    /// <param name="isUpper">Whether both stand among capitals, so that these say nothing.</param>
    /// <param name="occurs">Whether a word, in small letters, occurs in the texts elsewhere.</param>
    public static bool IsSlip(string a, string b, bool isUpper, Func<string, bool> occurs)
    {
        const int MinName = 6,
            MinForeign = 7,
            MaxWord = 40;
        var (x, y) = (a.ToLowerInvariant(), b.ToLowerInvariant());
        if (x == y || Math.Max(x.Length, y.Length) > MaxWord) // capitals that make another word: "US", "MB"
        {
            return false;
        }

        if (WithoutMarks(x) is var plain && plain == WithoutMarks(y))
        {
            // "cafe", "Sao Paulo"; but "schon" is no "schön".
            return EnglishWords.IsCommon(plain) || (char.IsUpper(a[0]) && char.IsUpper(b[0]));
        }

        var distance = Distance(x, y);
        if (
            Math.Min(x.Length, y.Length) < 3
            || distance > Limit(Math.Max(x.Length, y.Length))
            || !x.All(char.IsLetter)
            || !y.All(char.IsLetter)
        )
        {
            return false;
        }

        if (x.EndsWith(y, StringComparison.Ordinal) || y.EndsWith(x, StringComparison.Ordinal))
        {
            return false;
        }

        var isName = !isUpper && (char.IsUpper(a[0]) || char.IsUpper(b[0]));
        if (!isUpper && (IsAcronym(a) || IsAcronym(b)))
        {
            return false;
        }

        bool Knows(string word, string lower) =>
            EnglishWords.IsCommon(lower) || ((isUpper || char.IsUpper(word[0])) && EnglishWords.IsName(lower)) || occurs(lower);
        var (knowsX, knowsY) = (Knows(a, x), Knows(b, y));
        if (knowsX == knowsY)
        {
            return false;
        }

        var (good, slip) = knowsX ? (x, y) : (y, x);
        if (!EnglishWords.IsCommon(good) && (isName || distance > 1 || good.Length < MinForeign))
        {
            return false;
        }

        return !(isName && good.Length < MinName) && (distance == 1 || !HasNearerWord(slip));
    }

    private static string WithoutMarks(string word) => string.Concat(word.Where(c => !CharacterFolding.IsMark(c)));

    private static bool IsAcronym(string word) => word.Length > 1 && word.Count(char.IsUpper) > 1;

    private static int Limit(int length) =>
        length < 7 ? 1
        : length < 12 ? 2
        : 3;

    // Whether a word is one letter away: a slip of that is likelier.
    private static bool HasNearerWord(string slip)
    {
        for (var i = 0; i <= slip.Length; i++)
        {
            for (var c = 'a'; c <= 'z'; c++)
            {
                if (
                    EnglishWords.IsCommon(slip.Insert(i, c.ToString()))
                    || (i < slip.Length && EnglishWords.IsCommon($"{slip.AsSpan(0, i)}{c}{slip.AsSpan(i + 1)}"))
                )
                {
                    return true;
                }
            }

            if (i < slip.Length && EnglishWords.IsCommon(slip.Remove(i, 1)))
            {
                return true;
            }
        }

        return false;
    }

    // Letters put in, left out, changed, or two that changed places: one each.
    private static int Distance(string a, string b)
    {
        var width = b.Length + 1;
        var rows = new int[(a.Length + 1) * width];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                var at = (i * width) + j;
                if (i == 0 || j == 0)
                {
                    rows[at] = i + j;
                    continue;
                }

                var changed = rows[at - width - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                rows[at] = Math.Min(Math.Min(rows[at - width], rows[at - 1]) + 1, changed);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    rows[at] = Math.Min(rows[at], rows[at - (2 * width) - 2] + 1);
                }
            }
        }

        return rows[^1];
    }

    // Each first character of a pair that differs from the second.
    private static Dictionary<char, char> Characters(string pairs)
    {
        var characters = new Dictionary<char, char>();
        for (var i = 0; i < pairs.Length; i += 2)
        {
            if (pairs[i] != pairs[i + 1])
            {
                characters.Add(pairs[i], pairs[i + 1]);
            }
        }

        return characters;
    }

    private static Dictionary<string, string> Pairs(string pairs) =>
        pairs.Split(' ').Select(p => p.Split(':')).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);

    // organise, organisation, analyse: British "s" for "z".
    [GeneratedRegex("(.{3}i|analy|paraly|cataly)s(?=(?:e|ed|es|er|ers|ing|ation|ations|ational)$)")]
    private static partial Regex Ise();
}
