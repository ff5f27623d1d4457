using PolicyTracker.Text.Folding;
using PolicyTracker.Text.Segmentation;
using PolicyTracker.Text.Words;

namespace PolicyTracker.Text.Comparison;

/// <summary>One of two texts that are compared: its passages, folded.</summary>
internal sealed class ComparedText
{
    private readonly FoldedText _folded;
    private readonly string[] _words;
    private readonly List<Token>?[] _tokens;
    private readonly (int Start, int End)[] _places;
    private readonly Lazy<Dictionary<string, int>> _repeats;

    public ComparedText(string text)
    {
        _folded = FoldedText.Of(text);
        Passages = Segmentation.Passages.Of(text);
        _places = [.. Passages.Select(p => (_folded.FromSource(p.ContentStart), _folded.FromSource(p.ContentEnd)))];
        _words = [.. _places.Select(p => Text[p.Start..p.End].Trim())];
        _tokens = new List<Token>?[Passages.Count];
        _repeats = new(() =>
            _words.GroupBy(w => w, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal)
        );
    }

    public IReadOnlyList<TextPassage> Passages { get; }

    public FoldedText Whole => _folded;

    public string Text => _folded.Text;

    public (int Start, int End) Place(int i) => _places[i];

    public int Count => Passages.Count;

    public string Folded(int i) => _words[i];

    // The passages in which a range of the source has words; the first is behind the last where it has none.
    public (int First, int Last) Touched(int start, int end)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Passages[middle].ContentEnd <= start ? (middle + 1, high) : (low, middle);
        }

        var last = low - 1;
        while (last + 1 < Count && Passages[last + 1].ContentStart < end)
        {
            last++;
        }

        return (low, last);
    }

    // How many passages say the same.
    public int Repeats(int i) => _repeats.Value[_words[i]];

    public List<Token> Tokens(int i) => _tokens[i] ??= Token.Of(Text, _places[i].Start, _places[i].End);

    // What a passage is found by: its words, its pairs of Chinese characters.
    public IEnumerable<string> Keys(int i)
    {
        var tokens = Tokens(i);
        return tokens
            .Select(
                (t, n) =>
                    t.Kind switch
                    {
                        TokenKind.Mark => null,
                        TokenKind.Han => n + 1 < tokens.Count && tokens[n + 1].Kind == TokenKind.Han
                            ? Text[t.Start..tokens[n + 1].End]
                            : null,
                        _ => Text[t.Start..t.End].ToLowerInvariant(),
                    }
            )
            .OfType<string>()
            .Distinct();
    }

    // A number of the words alone, the same in each run of the program.
    public uint Stamp(int i)
    {
        var hash = 2166136261;
        foreach (var c in _words[i])
        {
            hash = (hash ^ c) * 16777619;
        }

        return hash;
    }
}
