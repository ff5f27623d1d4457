using System.Text;

namespace PolicyTracker.Text;

/// <summary>Latin letters without their marks, for addresses and for finding "lüe" by "lue".</summary>
public static class Latin
{
    // The program runs without ICU (invariant globalization), where string.Normalize leaves every text as it is.
    // The letters are those of Latin-1, Latin Extended-A and pinyin's tone marks.
    private static readonly (string Plain, string Marked)[] Families =
    [
        ("a", "àáâãäåāăąǎ"),
        ("c", "çćĉċč"),
        ("d", "ďđ"),
        ("e", "èéêëēĕėęě"),
        ("g", "ĝğġģ"),
        ("h", "ĥħ"),
        ("i", "ìíîïĩīĭįıǐ"),
        ("j", "ĵ"),
        ("k", "ķ"),
        ("l", "ĺļľŀł"),
        ("m", "ḿ"),
        ("n", "ñńņňǹ"),
        ("o", "òóôõöøōŏőǒ"),
        ("r", "ŕŗř"),
        ("s", "śŝşšș"),
        ("t", "ţťŧț"),
        ("u", "ùúûüũūŭůűųǔǖǘǚǜ"),
        ("w", "ŵ"),
        ("y", "ýÿŷ"),
        ("z", "źżž"),
        ("ae", "æ"),
        ("oe", "œ"),
        ("ss", "ß"),
        ("th", "þ"),
        ("A", "ÀÁÂÃÄÅĀĂĄǍ"),
        ("C", "ÇĆĈĊČ"),
        ("D", "ĎĐ"),
        ("E", "ÈÉÊËĒĔĖĘĚ"),
        ("G", "ĜĞĠĢ"),
        ("H", "ĤĦ"),
        ("I", "ÌÍÎÏĨĪĬĮİǏ"),
        ("J", "Ĵ"),
        ("K", "Ķ"),
        ("L", "ĹĻĽĿŁ"),
        ("M", "Ḿ"),
        ("N", "ÑŃŅŇǸ"),
        ("O", "ÒÓÔÕÖØŌŎŐǑ"),
        ("R", "ŔŖŘ"),
        ("S", "ŚŜŞŠȘ"),
        ("T", "ŢŤŦȚ"),
        ("U", "ÙÚÛÜŨŪŬŮŰŲǓǕǗǙǛ"),
        ("W", "Ŵ"),
        ("Y", "ÝŸŶ"),
        ("Z", "ŹŻŽ"),
        ("Ae", "Æ"),
        ("Oe", "Œ"),
        ("Th", "Þ"),
    ];

    private static readonly Dictionary<char, string> Plain = Families
        .SelectMany(f => f.Marked.Select(c => (c, f.Plain)))
        .ToDictionary(p => p.c, p => p.Plain);

    /// <summary>
    /// The text with its marked Latin letters as plain ones and combining accents (U+0300 to U+036F) dropped; all else is kept.
    /// </summary>
    public static string WithoutMarks(string text)
    {
        if (text.All(char.IsAscii))
        {
            return text;
        }

        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (Plain.TryGetValue(c, out var letters))
            {
                plain.Append(letters);
            }
            else if (c is not (>= '\u0300' and <= '\u036F'))
            {
                plain.Append(c);
            }
        }

        return plain.ToString();
    }
}
