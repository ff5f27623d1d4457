using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PolicyTracker.Text.Anchoring;

// Four stretches of a long text at once.
internal sealed partial class ApproximateSearch
{
    private const int Lanes = 4,
        MaxBlocks = 4,
        Section = 1 << 16; // a section's places are kept apart until their order is known

    // No place reaches further back than this: what stands before can't change its errors.
    private int Reach(int limit) => _pattern.Length + limit;

    private bool CanScanAbreast(int length, int limit) =>
        Vector256.IsHardwareAccelerated && _blocks <= MaxBlocks && length > 2 * Lanes * Reach(limit);

    private void ScanAbreast(ReadOnlySpan<char> text, int offset, int limit, MatchMerger run, CancellationToken cancel)
    {
        List<ApproximateMatch>[] places =
        [
            [],
            [],
            [],
            [],
        ];
        var last = offset; // the end of the place before
        for (var from = 0; from < text.Length; from += Section)
        {
            cancel.ThrowIfCancellationRequested();
            // The last section is long enough too.
            var begin = Math.Max(0, Math.Min(from, text.Length - (Lanes * Reach(limit))) - Reach(limit));
            ScanSection(text[begin..Math.Min(text.Length, from + Section)], offset + begin, limit, places);
            foreach (var lane in places)
            {
                foreach (var place in lane)
                {
                    if (place.End <= last)
                    {
                        continue; // the lane before has it too
                    }

                    if (place.End != last + 1)
                    {
                        run.Close(); // nothing between is within the limit
                    }

                    run.Add(place.End, place.Errors);
                    last = place.End;
                }
            }
        }
    }

    // Each lane begins so far before where the one before it ends that a place is whole in one of them. Compiled at once, and
    // fully: it is called some few times and runs for long, which is what compiling in tiers is worst at.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ScanSection(ReadOnlySpan<char> text, int offset, int limit, List<ApproximateMatch>[] places)
    {
        var reach = Reach(limit);
        var step = (text.Length - reach + Lanes - 1) / Lanes;
        var length = reach + step;
        ref var first = ref MemoryMarshal.GetReference(text);
        ref var second = ref Unsafe.Add(ref first, step);
        ref var third = ref Unsafe.Add(ref second, step);
        ref var fourth = ref Unsafe.Add(ref first, text.Length - length);
        foreach (var list in places)
        {
            list.Clear();
        }

        ref var ids = ref MemoryMarshal.GetArrayDataReference(_ids);
        ref var peq = ref MemoryMarshal.GetArrayDataReference(_peq);
        var blocks = _blocks;
        Span<Vector256<ulong>> pvs = stackalloc Vector256<ulong>[MaxBlocks];
        Span<Vector256<ulong>> mvs = stackalloc Vector256<ulong>[MaxBlocks];
        pvs.Fill(Vector256<ulong>.AllBitsSet);
        mvs.Clear();
        pvs[0] = Vector256.Create(ulong.MaxValue << _unused);
        var score = Vector256.Create((long)_pattern.Length - limit - 1); // negative within the limit
        for (var j = 0; j < length; j++)
        {
            ref var eq1 = ref Unsafe.Add(ref peq, Unsafe.Add(ref ids, Unsafe.Add(ref first, j)) * blocks);
            ref var eq2 = ref Unsafe.Add(ref peq, Unsafe.Add(ref ids, Unsafe.Add(ref second, j)) * blocks);
            ref var eq3 = ref Unsafe.Add(ref peq, Unsafe.Add(ref ids, Unsafe.Add(ref third, j)) * blocks);
            ref var eq4 = ref Unsafe.Add(ref peq, Unsafe.Add(ref ids, Unsafe.Add(ref fourth, j)) * blocks);
            var (rise, fall) = (Vector256<ulong>.Zero, Vector256<ulong>.Zero); // how the row above the block changed
            for (var b = 0; b < blocks; b++)
            {
                var (pv, mv) = (pvs[b], mvs[b]);
                var eq = Vector256.Create(Unsafe.Add(ref eq1, b), Unsafe.Add(ref eq2, b), Unsafe.Add(ref eq3, b), Unsafe.Add(ref eq4, b));
                var xv = eq | mv;
                eq |= fall;
                var xh = (((eq & pv) + pv) ^ pv) | eq;
                var ph = mv | ~(xh | pv);
                var mh = pv & xh;
                var (above, below) = ((ph << 1) | rise, (mh << 1) | fall);
                (rise, fall) = (ph >>> 63, mh >>> 63);
                pvs[b] = below | ~(xv | above);
                mvs[b] = above & xv;
            }

            score += (rise - fall).AsInt64();
            var within = score.ExtractMostSignificantBits();
            if (within != 0)
            {
                for (var lane = 0; lane < Lanes; lane++)
                {
                    if ((within & (1u << lane)) != 0)
                    {
                        var start = lane < Lanes - 1 ? lane * step : text.Length - length;
                        places[lane].Add(new(offset + start + j + 1, (int)score[lane] + limit + 1));
                    }
                }
            }
        }
    }
}
