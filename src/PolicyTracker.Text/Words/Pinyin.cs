using System.Text;

namespace PolicyTracker.Text.Words;

/// <summary>
/// How Chinese words are read, in pinyin with tone marks (GB/T 16159): a proposal, since a character may have several readings. The
/// commonest reading of each character of GB 2312 is that of the Unicode Han Database (kMandarin); words read otherwise stand in a
/// list of our own.
/// </summary>
public static class Pinyin
{
    private const int LongestListed = 3;

    private static readonly Lazy<Tables> Read = new(Tables.Load);

    /// <summary>The pinyin of Chinese words; empty where a character of them has no known reading.</summary>
    /// <param name="chinese">The words, of Chinese characters alone; white space around them is left out.</param>
    public static string Of(string chinese)
    {
        ArgumentNullException.ThrowIfNull(chinese);
        var syllables = Syllables(chinese.Trim());
        return syllables.Count == 0 ? "" : string.Join(' ', InWords(syllables));
    }

    private static List<string> Syllables(string chinese)
    {
        var syllables = new List<string>();
        for (var at = 0; at < chinese.Length; )
        {
            var length = Math.Min(LongestListed, chinese.Length - at);
            while (length > 1 && !Read.Value.Words.ContainsKey(chinese.Substring(at, length)))
            {
                length--;
            }

            if (Read.Value.Words.TryGetValue(chinese.Substring(at, length), out var read))
            {
                syllables.AddRange(read);
            }
            else if (Read.Value.Characters.TryGetValue(chinese[at], out var syllable))
            {
                syllables.Add(syllable);
            }
            else
            {
                return [];
            }

            at += length;
        }

        return syllables;
    }

    // Most Chinese words have two syllables; a word of three is written as one. Longer ones of an odd number end with three.
    private static IEnumerable<string> InWords(List<string> syllables)
    {
        for (var at = 0; at < syllables.Count; )
        {
            var length = syllables.Count - at is 1 or 3 ? syllables.Count - at : 2;
            yield return Joined(syllables.GetRange(at, length));
            at += length;
        }
    }

    // xī'ān: where a syllable begins with a vowel, an apostrophe tells where.
    private static string Joined(List<string> syllables)
    {
        var word = new StringBuilder(syllables[0]);
        foreach (var syllable in syllables.Skip(1))
        {
            word.Append(IsVowel(syllable[0]) ? "'" : "").Append(syllable);
        }

        return word.ToString();
    }

    private static bool IsVowel(char letter) => "aāáǎàeēéěèoōóǒò".Contains(letter, StringComparison.Ordinal);

    private sealed record Tables(Dictionary<char, string> Characters, Dictionary<string, string[]> Words)
    {
        public static Tables Load()
        {
            var characters = new Dictionary<char, string>();
            foreach (var line in Lines("pinyin.txt"))
            {
                var space = line.IndexOf(' ', StringComparison.Ordinal);
                foreach (var character in line[(space + 1)..])
                {
                    characters[character] = line[..space];
                }
            }

            var words = Lines("pinyin-words.txt").Select(line => line.Split(' ')).ToDictionary(fields => fields[0], fields => fields[1..]);
            return new(characters, words);
        }

        private static string[] Lines(string table)
        {
            using var reader = new StreamReader(typeof(Pinyin).Assembly.GetManifestResourceStream(table)!);
            return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
    }
}
