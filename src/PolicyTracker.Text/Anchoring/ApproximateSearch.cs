using PolicyTracker.Text.Folding;
using PolicyTracker.Text.Words;

namespace PolicyTracker.Text.Anchoring;

/// <summary>A place where a pattern ends within the limit of errors.</summary>
/// <param name="End">Behind the last character.</param>
/// <param name="Errors">The least number of characters put in, left out or changed.</param>
internal sealed record ApproximateMatch(int End, int Errors);

/// <summary>
/// Approximate search: the bit-parallel algorithm of G. Myers, "A fast bit-vector algorithm for approximate string matching
/// based on dynamic programming", J. ACM 46(3), 1999, in blocks of 64 rows: over four stretches of the text at once, one in each
/// lane of a vector; where the machine has none or the text is short, in turn, with those blocks alone that are within the limit
/// (Ukkonen).
/// </summary>
internal sealed partial class ApproximateSearch
{
    /// <summary>The most places returned; beyond it those with the fewest errors are kept.</summary>
    public const int MaxPlaces = 1000;

    private readonly string _pattern;
    private readonly byte[] _ids = new byte[char.MaxValue + 1]; // which row of _peq a character has; 0: not in the pattern
    private readonly ulong[] _peq; // for each character of the pattern, a bit for each row where it stands
    private readonly int _blocks;
    private readonly int _unused; // lowest bits of the first block: rows that are 0 in every column, as the one above the pattern is

    /// <summary>Prepares the search.</summary>
    /// <param name="pattern">What is looked for, folded.</param>
    /// <exception cref="OverflowException">The pattern has more than 255 different characters.</exception>
    public ApproximateSearch(string pattern)
    {
        _pattern = pattern;
        _blocks = (pattern.Length + 63) / 64;
        _unused = (_blocks * 64) - pattern.Length;
        byte ids = 0;
        foreach (var c in pattern)
        {
            if (_ids[c] == 0)
            {
                _ids[c] = checked(++ids);
            }
        }

        _peq = new ulong[(ids + 1) * _blocks];
        for (var id = 0; id <= ids; id++)
        {
            _peq[id * _blocks] = (1UL << _unused) - 1;
        }

        for (var i = 0; i < pattern.Length; i++)
        {
            var row = _unused + i;
            _peq[(_ids[pattern[i]] * _blocks) + (row / 64)] |= 1UL << (row % 64);
        }
    }

    /// <summary>The places in a text with at most <paramref name="limit"/> errors: of each run of them, the best.</summary>
    /// <param name="text">The text, folded.</param>
    /// <param name="limit">The most errors.</param>
    /// <param name="stretches">Where alone to look, in order and apart; the whole text where null.</param>
    /// <param name="cancel">Stops the search.</param>
    public List<ApproximateMatch> Find(
        ReadOnlySpan<char> text,
        int limit,
        List<Stretch>? stretches = null,
        CancellationToken cancel = default
    )
    {
        limit = Math.Min(limit, _pattern.Length - 1);
        var run = new MatchMerger(limit);
        foreach (var stretch in stretches ?? [new(0, text.Length)])
        {
            var part = text[stretch.Start..stretch.End];
            if (CanScanAbreast(part.Length, limit))
            {
                ScanAbreast(part, stretch.Start, limit, run, cancel);
            }
            else
            {
                ScanInTurn(part, stretch.Start, limit, run, cancel);
            }

            run.Close();
        }

        if (run.Places.Count <= MaxPlaces)
        {
            return run.Places;
        }

        run.Places.Sort((a, b) => a.Errors != b.Errors ? a.Errors - b.Errors : a.End - b.End);
        return run.Places.GetRange(0, MaxPlaces);
    }

    private void ScanInTurn(ReadOnlySpan<char> text, int offset, int limit, MatchMerger run, CancellationToken cancel)
    {
        var pvs = new ulong[_blocks];
        var mvs = new ulong[_blocks];
        var scores = new int[_blocks]; // of each active block, at its last row
        var top = Math.Min(_blocks - 1, (limit + _unused) / 64); // the last active block
        for (var b = 0; b <= top; b++)
        {
            (pvs[b], mvs[b], scores[b]) = (ulong.MaxValue, 0, ((b + 1) * 64) - _unused);
        }

        pvs[0] <<= _unused;
        for (var j = 0; j < text.Length; j++)
        {
            var peq = _peq.AsSpan(_ids[text[j]] * _blocks, _blocks);
            var carry = 0;
            for (var b = 0; b <= top; b++)
            {
                carry = EditDistance.Advance(ref pvs[b], ref mvs[b], peq[b], carry, 63);
                scores[b] += carry;
            }

            if (top < _blocks - 1 && scores[top] - carry <= limit && ((peq[top + 1] & 1) != 0 || carry < 0))
            {
                top++;
                (pvs[top], mvs[top]) = (ulong.MaxValue, 0);
                scores[top] = scores[top - 1] + 64 - carry;
                scores[top] += EditDistance.Advance(ref pvs[top], ref mvs[top], peq[top], carry, 63);
            }
            else
            {
                while (top > 0 && scores[top] >= limit + 64)
                {
                    top--;
                }
            }

            run.Add(offset + j + 1, top == _blocks - 1 ? scores[top] : int.MaxValue);
            if ((j & 0x3FFF) == 0)
            {
                cancel.ThrowIfCancellationRequested();
            }
        }
    }
}
