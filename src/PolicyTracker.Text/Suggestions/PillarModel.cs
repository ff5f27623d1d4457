using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PolicyTracker.Text.Suggestions;

/// <summary>A word that speaks for a pillar.</summary>
/// <param name="Pillar">The pillar's slug; empty for words that speak against all of them.</param>
/// <param name="Term">The word, English or Chinese, as part of a longer one too ("semiconductor" in "semiconductors").</param>
/// <param name="Weight">How much it speaks for it.</param>
public sealed record PillarTerm(string Pillar, string Term, double Weight);

/// <summary>Tells which pillar words belong to, by the terms in them: a linear model, the same in both languages.</summary>
public sealed partial class PillarModel
{
    // What stands around the words counts less than they do.
    private const double OfSentence = 0.4,
        OfHeading = 0.4,
        OfParagraph = 0.35,
        OfText = 0.8,
        Against = 0.5,
        MinScore = 0.75,
        Slope = 0.45,
        Intercept = 0.2,
        MinShareOfBest = 0.6,
        MinEvidence = 2;

    private readonly Dictionary<int, List<PillarTerm>> _terms = []; // by their first two characters
    private readonly List<string> _pillars;
    private readonly List<PillarTerm> _all;
    private string? _version;

    /// <summary>A model of <paramref name="terms"/>.</summary>
    public PillarModel(IEnumerable<PillarTerm> terms)
    {
        _all = [.. terms.Select(t => t with { Term = t.Term.ToLowerInvariant() })];
        _pillars = [.. _all.Select(t => t.Pillar).Where(p => p.Length > 0).Distinct().Order(StringComparer.Ordinal)];
        foreach (var term in _all.Where(t => t.Term.Length >= 2))
        {
            if (!_terms.TryGetValue(Beginning(term.Term, 0), out var list))
            {
                _terms[Beginning(term.Term, 0)] = list = [];
            }

            list.Add(term);
        }
    }

    /// <summary>Eight hexadecimal digits of the SHA-256 of its terms: the same model has the same version, wherever it is made.</summary>
    public string Version =>
        _version ??= Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    string.Join(
                        '\n',
                        _all.OrderBy(t => t.Pillar, StringComparer.Ordinal)
                            .ThenBy(t => t.Term, StringComparer.Ordinal)
                            .Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Pillar}\t{t.Term}\t{t.Weight}"))
                    )
                )
            )
        )[..8];

    /// <summary>The slugs of the pillars that it can tell.</summary>
    public IReadOnlyList<string> Pillars => _pillars;

    /// <summary>The model of the terms built into the program, for the three pillars of the seed.</summary>
    public static PillarModel BuiltIn { get; } =
        new(
            WordLists
                .Lines("pillar-terms.tsv")
                .Select(line => line.Split('\t'))
                .Select(f => new PillarTerm(f[0], f[1], double.Parse(f[2], CultureInfo.InvariantCulture)))
        );

    /// <summary>This model for other pillars: the terms of those that are still there, under the slugs that they have now.</summary>
    /// <param name="slugs">The slug of today by each slug that a pillar has or had.</param>
    public PillarModel For(IReadOnlyDictionary<string, string> slugs)
    {
        ArgumentNullException.ThrowIfNull(slugs);
        return new PillarModel(
            _all.Where(t => t.Pillar.Length == 0 || slugs.ContainsKey(t.Pillar))
                .Select(t => t.Pillar.Length == 0 ? t : t with { Pillar = slugs[t.Pillar] })
        );
    }

    /// <summary>The pillar that most of a text or a paragraph is about; null where it is about several or none.</summary>
    public string? OfMost(string text)
    {
        var scores = new Dictionary<string, double>();
        foreach (var line in text.Split('\n'))
        {
            Add(scores, line, 1);
        }

        var best = _pillars.OrderByDescending(p => scores.GetValueOrDefault(p)).FirstOrDefault();
        return
            best is not null
            && scores.GetValueOrDefault(best) is >= MinEvidence and var score
            && score >= MinShareOfBest * _pillars.Sum(p => scores.GetValueOrDefault(p))
            ? best
            : null;
    }

    /// <summary>The pillar that words belong to.</summary>
    /// <param name="words">The words.</param>
    /// <param name="sentence">The sentence around them.</param>
    /// <param name="heading">What stands above it: a heading, or the words that lead into a list.</param>
    /// <param name="ofParagraph">The pillar that most of the paragraph is about, if there is one.</param>
    /// <param name="ofDocument">The pillar that most of the text is about, if there is one.</param>
    /// <returns>Its slug, null where none fits, and how often such an answer is right, 0 to 1.</returns>
    public (string? Pillar, double Confidence) Of(
        string words,
        string sentence,
        string heading,
        string? ofParagraph = null,
        string? ofDocument = null
    )
    {
        var scores = new Dictionary<string, double>();
        Add(scores, sentence, OfSentence);
        Add(scores, heading, OfHeading);
        scores[""] = scores.GetValueOrDefault("") * Against; // what speaks against all pillars does so in the words themselves
        Add(scores, words, 1);
        foreach (var (around, share) in new[] { (ofParagraph, OfParagraph), (ofDocument, OfText) })
        {
            if (around is not null)
            {
                scores[around] = scores.GetValueOrDefault(around) + share;
            }
        }

        var against = scores.GetValueOrDefault("");
        var ranked = _pillars.Select(p => (Pillar: p, Score: scores.GetValueOrDefault(p))).OrderByDescending(p => p.Score).ToList();
        var (best, score) = ranked.Count == 0 ? ("", 0) : ranked[0];
        var clear = score - against - MinScore; // how far it is from "none"
        return clear < 0
            ? (null, Calibrated(-clear))
            : (best, Calibrated(Math.Min(clear, score - (ranked.Count > 1 ? ranked[1].Score : 0))));
    }

    // Platt's scaling: of labelled commitments, how often an answer with such a margin was right (docs/suggestions.md).
    private static double Calibrated(double margin) => 1 / (1 + Math.Exp(-(margin * Slope) - Intercept));

    private static readonly SearchValues<char> Stops = SearchValues.Create(",.;:!?)”’\"");

    private static int Beginning(string words, int at) => (words[at] << 16) | words[at + 1];

    // Every text passes here several times: nothing is made for a place where no term stands.
    private void Add(Dictionary<string, double> scores, string text, double share)
    {
        var lower = string.Create(
            text.Length + 1,
            text,
            static (span, words) =>
            {
                words.AsSpan().ToLowerInvariant(span);
                span[^1] = ' '; // a term may end with a space: "ai "
                foreach (ref var c in span)
                {
                    c = char.IsWhiteSpace(c) || Stops.Contains(c) ? ' ' : c;
                }
            }
        );
        HashSet<(string, string)>? seen = null;
        for (var i = 0; i + 1 < lower.Length; i++)
        {
            if (
                !_terms.TryGetValue(Beginning(lower, i), out var list)
                || (i > 0 && char.IsAsciiLetterOrDigit(lower[i - 1]) && char.IsAsciiLetterOrDigit(lower[i]))
            )
            {
                continue;
            }

            var longest = 0; // "industrial internet infrastructure" is no "industrial internet"
            foreach (var term in list)
            {
                longest =
                    term.Term.Length > longest && string.CompareOrdinal(lower, i, term.Term, 0, term.Term.Length) == 0
                        ? term.Term.Length
                        : longest;
            }

            foreach (var term in list)
            {
                if (
                    term.Term.Length != longest
                    || string.CompareOrdinal(lower, i, term.Term, 0, longest) != 0
                    || !(seen ??= []).Add((term.Pillar, term.Term))
                )
                {
                    continue;
                }

                var score = scores.GetValueOrDefault(term.Pillar);
                // One word against is enough; a list of them is not more.
                scores[term.Pillar] = term.Pillar.Length > 0 ? score + (share * term.Weight) : Math.Max(score, share * term.Weight);
            }

            i += Math.Max(0, longest - 2);
        }
    }
}
