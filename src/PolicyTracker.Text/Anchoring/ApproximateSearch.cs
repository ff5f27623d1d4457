using System.Buffers;
using PolicyTracker.Text.Comparison;

namespace PolicyTracker.Text.Anchoring;

/// <summary>A place where a pattern ends within the limit of errors.</summary>
/// <param name="End">Behind the last character.</param>
/// <param name="Errors">The least number of characters put in, left out or changed.</param>
internal readonly record struct EndPlace(int End, int Errors);

/// <summary>
/// Approximate search: the bit-parallel algorithm of G. Myers, "A fast bit-vector algorithm for approximate string matching
/// based on dynamic programming", J. ACM 46(3), 1999, in blocks of 64 rows of which only those within the limit are
/// computed (Ukkonen), over those stretches alone that can hold a match: of k + 1 pieces of the pattern, one is unchanged.
/// </summary>
internal sealed class ApproximateSearch
{
    /// <summary>The most places returned; beyond it those with the fewest errors are kept.</summary>
    public const int MostPlaces = 1000;

    private readonly string _pattern;
    private readonly ushort[] _ids = new ushort[char.MaxValue + 1]; // which row of _peq a character has; 0: not in the pattern
    private readonly ulong[] _peq; // for each character of the pattern, a bit for each row where it stands
    private readonly int _blocks;

    public ApproximateSearch(string pattern)
    {
        _pattern = pattern;
        _blocks = (pattern.Length + 63) / 64;
        ushort ids = 0;
        foreach (var c in pattern)
        {
            if (_ids[c] == 0)
            {
                _ids[c] = ++ids;
            }
        }

        _peq = new ulong[(ids + 1) * _blocks];
        for (var i = 0; i < pattern.Length; i++)
        {
            _peq[(_ids[pattern[i]] * _blocks) + (i / 64)] |= 1UL << (i % 64);
        }
    }

    /// <summary>The places in <paramref name="text"/> with at most <paramref name="limit"/> errors: of each run of them, the best.</summary>
    public List<EndPlace> Find(ReadOnlySpan<char> text, int limit, CancellationToken cancel = default) =>
        Find(text, limit, Stretches(text, limit) ?? [(0, text.Length)], cancel);

    /// <summary>The same; null, at little cost, where most of the text would have to be searched.</summary>
    public List<EndPlace>? FindQuickly(ReadOnlySpan<char> text, int limit, CancellationToken cancel = default) =>
        Stretches(text, limit) is { } stretches ? Find(text, limit, stretches, cancel) : null;

    private List<EndPlace> Find(ReadOnlySpan<char> text, int limit, List<(int From, int To)> stretches, CancellationToken cancel)
    {
        limit = Math.Min(limit, _pattern.Length - 1);
        var places = new List<EndPlace>();
        foreach (var (from, to) in stretches)
        {
            Scan(text[from..to], from, limit, places, cancel);
        }

        return places.Count <= MostPlaces ? places : [.. places.OrderBy(p => p.Errors).Take(MostPlaces)];
    }

    // The stretches that hold one of the k + 1 pieces of the pattern, with room for the rest of it; null where they are most of
    // the text. Short pieces are everywhere, and looking for them would cost more than it saves.
    private List<(int From, int To)>? Stretches(ReadOnlySpan<char> text, int limit)
    {
        var size = _pattern.Length / (limit + 1);
        if (size < 5 || text.Length < 4 * _pattern.Length)
        {
            return null;
        }

        var pieces = Enumerable.Range(0, limit + 1).Select(i => _pattern.Substring(i * size, size)).ToArray();
        var offsets = pieces.Select((p, i) => (p, i)).ToLookup(p => p.p, p => p.i * size);
        var distinct = SearchValues.Create(pieces, StringComparison.Ordinal);
        var stretches = new List<(int From, int To)>();
        long covered = 0;
        for (var at = 0; ;)
        {
            var next = text[at..].IndexOfAny(distinct);
            if (next < 0)
            {
                return stretches;
            }

            at += next;
            foreach (var offset in offsets[text.Slice(at, size).ToString()])
            {
                var from = Math.Max(0, at - offset - limit);
                var to = Math.Min(text.Length, at - offset + _pattern.Length + limit);
                if (stretches.Count > 0 && from <= stretches[^1].To)
                {
                    covered += Math.Max(0, to - stretches[^1].To);
                    stretches[^1] = (Math.Min(from, stretches[^1].From), Math.Max(to, stretches[^1].To));
                }
                else
                {
                    covered += to - from;
                    stretches.Add((from, to));
                }
            }

            if (covered > text.Length / 2)
            {
                return null;
            }

            at++;
        }
    }

    private void Scan(ReadOnlySpan<char> text, int offset, int limit, List<EndPlace> places, CancellationToken cancel)
    {
        var run = new EndRun(places, offset, limit);
        if (_blocks <= 2)
        {
            ScanTwo(text, limit, ref run, cancel);
        }
        else
        {
            ScanBlocks(text, limit, ref run, cancel);
        }

        run.Close();
    }

    // Up to 128 rows as one number of two words, all of it in registers.
    private void ScanTwo(ReadOnlySpan<char> text, int limit, ref EndRun run, CancellationToken cancel)
    {
        var (ids, peq, blocks, isHigh) = (_ids, _peq, _blocks, _blocks == 2);
        var last = 1UL << ((_pattern.Length - 1) & 63);
        var (pv0, mv0, pv1, mv1) = (ulong.MaxValue, 0UL, ulong.MaxValue, 0UL);
        var (score, isWithin) = (_pattern.Length, false);
        for (var j = 0; j < text.Length; j++)
        {
            var row = ids[text[j]] * blocks;
            var (eq0, eq1) = (peq[row], isHigh ? peq[row + 1] : 0);
            var (xv0, xv1) = (eq0 | mv0, eq1 | mv1);
            var sum0 = (eq0 & pv0) + pv0;
            var sum1 = (eq1 & pv1) + pv1 + (sum0 < pv0 ? 1UL : 0);
            var (xh0, xh1) = ((sum0 ^ pv0) | eq0, (sum1 ^ pv1) | eq1);
            var (ph0, ph1) = (mv0 | ~(xh0 | pv0), mv1 | ~(xh1 | pv1));
            var (mh0, mh1) = (pv0 & xh0, pv1 & xh1);
            score += ((isHigh ? ph1 : ph0) & last) != 0 ? 1 : ((isHigh ? mh1 : mh0) & last) != 0 ? -1 : 0;
            (ph1, mh1) = ((ph1 << 1) | (ph0 >> 63), (mh1 << 1) | (mh0 >> 63));
            (ph0, mh0) = (ph0 << 1, mh0 << 1);
            (pv0, pv1) = (mh0 | ~(xv0 | ph0), mh1 | ~(xv1 | ph1));
            (mv0, mv1) = (ph0 & xv0, ph1 & xv1);
            if (score <= limit || isWithin)
            {
                run.Add(j + 1, score);
                isWithin = score <= limit;
            }

            if ((j & 0xFFFF) == 0)
            {
                cancel.ThrowIfCancellationRequested();
            }
        }
    }

    private void ScanBlocks(ReadOnlySpan<char> text, int limit, ref EndRun run, CancellationToken cancel)
    {
        var pvs = new ulong[_blocks];
        var mvs = new ulong[_blocks];
        var scores = new int[_blocks]; // of each active block, at its last row
        var top = Math.Min(_blocks - 1, limit / 64); // the last active block
        for (var b = 0; b <= top; b++)
        {
            (pvs[b], mvs[b], scores[b]) = (ulong.MaxValue, 0, Rows(b + 1));
        }

        for (var j = 0; j < text.Length; j++)
        {
            var peq = _peq.AsSpan(_ids[text[j]] * _blocks, _blocks);
            var carry = 0;
            for (var b = 0; b <= top; b++)
            {
                carry = Advance(ref pvs[b], ref mvs[b], peq[b], carry, b);
                scores[b] += carry;
            }

            if (top < _blocks - 1 && scores[top] - carry <= limit && ((peq[top + 1] & 1) != 0 || carry < 0))
            {
                top++;
                (pvs[top], mvs[top]) = (ulong.MaxValue, 0);
                scores[top] = scores[top - 1] + Rows(top + 1) - Rows(top) - carry;
                scores[top] += Advance(ref pvs[top], ref mvs[top], peq[top], carry, top);
            }
            else
            {
                while (top > 0 && scores[top] >= limit + Rows(top + 1) - Rows(top))
                {
                    top--;
                }
            }

            run.Add(j + 1, top == _blocks - 1 ? scores[top] : int.MaxValue);
            if ((j & 0x3FFF) == 0)
            {
                cancel.ThrowIfCancellationRequested();
            }
        }
    }

    // Rows in the first so many blocks.
    private int Rows(int blocks) => Math.Min(blocks * 64, _pattern.Length);

    private int Advance(ref ulong pv, ref ulong mv, ulong eq, int carry, int block) =>
        EditDistance.Advance(ref pv, ref mv, eq, carry, block < _blocks - 1 ? 63 : (_pattern.Length - 1) & 63);
}
