using System.Text;
using PolicyTracker.Text.Folding;

namespace PolicyTracker.Text.Meaning;

/// <summary>A stretch of a folded text, by what it says.</summary>
internal sealed class Statement
{
    // How far around a stretch a word is looked for.
    private const int Nearby = 50_000;

    private readonly FoldedText _text;
    private readonly int _start,
        _end;

    public Statement(FoldedText text, int start, int end)
        : this(text, start, end, ContentUnit.Of(text.Text, start, end)) { }

    private Statement(FoldedText text, int start, int end, List<ContentUnit> units)
    {
        (_text, _start, _end, Units) = (text, start, end, units);
        IsUpper = !text.Text.AsSpan(start, end - start).ContainsAnyInRange('a', 'z');
    }

    /// <summary>What carries meaning, in order.</summary>
    public List<ContentUnit> Units { get; }

    /// <summary>Whether all letters are capitals, so that a capital says nothing.</summary>
    public bool IsUpper { get; }

    /// <summary>The same less the units in some ranges of the folded text.</summary>
    public Statement Without(List<(int Start, int End)> ranges) =>
        new(_text, _start, _end, Units.FindAll(u => !ranges.Exists(r => u.Start >= r.Start && u.End <= r.End)));

    /// <summary>A unit as it stands.</summary>
    public ReadOnlySpan<char> Of(ContentUnit unit) => _text.Text.AsSpan(unit.Start, unit.End - unit.Start);

    /// <summary>The letters, figures and signs of some units, small, without what stands between them.</summary>
    public string Letters(int first, int count)
    {
        var letters = new StringBuilder();
        foreach (var unit in Units.GetRange(first, count))
        {
            foreach (var c in Of(unit))
            {
                if (SignUnits.SuperscriptDigit(c) is { } digit)
                {
                    letters.Append(digit);
                }
                else if (
                    unit.Kind is UnitKind.Sign
                    || char.IsLetterOrDigit(c)
                    || CharacterFolding.IsMark(c)
                    || char.IsNumber(c)
                    || (unit.Kind is UnitKind.Number && c is '.' or ',' or '/')
                )
                {
                    letters.Append(char.ToLowerInvariant(c));
                }
            }
        }

        return letters.ToString();
    }

    /// <summary>The runs of figures in some units; a gap between two units ends one.</summary>
    public List<string> Figures(int first, int count)
    {
        var figures = new List<string>();
        for (var i = first; i < first + count; i++)
        {
            var run = "";
            foreach (var c in Letters(i, 1) + " ")
            {
                if (char.IsAsciiDigit(c))
                {
                    run += c;
                }
                else if (run.Length > 0)
                {
                    figures.Add(run);
                    run = "";
                }
            }
        }

        return figures;
    }

    /// <summary>Whether a hyphen at the end of a line stands between some of the units.</summary>
    public bool IsBrokenByLine(List<ContentUnit> units)
    {
        for (var i = 1; i < units.Count; i++)
        {
            var (from, to) = (units[i - 1].End, units[i].Start);
            if (
                to == from + 1
                && _text.Text[from] == '-'
                && _text
                    .Source.AsSpan(_text.ToSource(from, to).Start, _text.ToSource(to, to + 1).Start - _text.ToSource(from, to).Start)
                    .Contains('\n')
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How often a word, in small letters, stands in the text, within 50,000 characters of the stretch; 3 for more.</summary>
    public int Occurs(string word)
    {
        var lower = _text.Lower;
        var from = Math.Max(0, _start - Nearby);
        var to = Math.Min(lower.Length, _end + Nearby);
        var count = 0;
        foreach (var at in _text.PlacesInAnyCapitals(word, from, to, int.MaxValue))
        {
            var begins = at == from || !char.IsLetter(lower[at - 1]);
            var ends = at + word.Length == to || !char.IsLetter(lower[at + word.Length]);
            count += begins && ends ? 1 : 0;
        }

        return Math.Min(count, 3);
    }

    /// <summary>Whether a unit is an article; "5a" and "class A" have none.</summary>
    public bool IsArticle(ContentUnit unit) =>
        unit.Key is "the" or "a" or "an"
        && (IsUpper || char.IsLower(_text.Text[unit.Start]) || unit.End > unit.Start + 1 || unit == Units[0])
        && (unit.Start == 0 || !char.IsLetterOrDigit(_text.Text[unit.Start - 1]));

    /// <summary>Whether one of some words stands in the stretch so that it touches a range of it.</summary>
    public bool Touches(int start, int end, string[] words)
    {
        foreach (var word in words)
        {
            var from = Math.Max(_start, start - word.Length + 1);
            var to = Math.Min(_end, Math.Max(end, start + 1) + word.Length - 1);
            if (from < to && _text.Text.AsSpan(from, to - from).Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
