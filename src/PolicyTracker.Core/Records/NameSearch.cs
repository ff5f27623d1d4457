namespace PolicyTracker.Core.Records;

/// <summary>Finds names by a part of them. They are looked through as one text, which is many times as fast as one by one.</summary>
internal sealed class NameSearch
{
    private const char Between = '\0';

    private readonly IReadOnlyList<KnownName> _names;
    private readonly string _text;
    private readonly int[] _ends; // of each name in the text, behind what is between

    public NameSearch(IReadOnlyList<KnownName> names)
    {
        _names = names;
        _text = string.Concat(names.Select(n => n.Folded + Between));
        _ends = new int[names.Count];
        var end = 0;
        for (var i = 0; i < names.Count; i++)
        {
            end += names[i].Folded.Length + 1;
            _ends[i] = end;
        }
    }

    /// <summary>The names that hold some words, in their order; capitals, accents and spaces do not count.</summary>
    public List<KnownName> Find(string words)
    {
        var folded = KnownName.Fold(words);
        var found = new List<KnownName>();
        var from = 0;
        while (
            !folded.Contains(Between, StringComparison.Ordinal) && _text.IndexOf(folded, from, StringComparison.Ordinal) is >= 0 and var at
        )
        {
            var place = Array.BinarySearch(_ends, at + 1);
            place = place < 0 ? ~place : place;
            if (place == _names.Count)
            {
                break;
            }

            found.Add(_names[place]);
            from = _ends[place];
        }

        return found;
    }
}
