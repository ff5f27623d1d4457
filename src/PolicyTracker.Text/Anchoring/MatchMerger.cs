namespace PolicyTracker.Text.Anchoring;

/// <summary>
/// Of ends beside each other the one with the fewest errors is the place, the last of those with equally few: a change at
/// the very end then stays within the range. Where errors rise by two and fall again, another place begins.
/// </summary>
internal sealed class MatchMerger(int limit)
{
    private ApproximateMatch? _best;
    private int _peak = -1; // the errors last seen on the way up from a place; -1 where none was

    public List<ApproximateMatch> Places { get; } = [];

    public void Add(int end, int errors)
    {
        if (errors > limit)
        {
            Close();
        }
        else if (_best is not { } best)
        {
            if (errors < _peak || _peak < 0)
            {
                _best = new(end, errors);
            }
            else
            {
                _peak = errors;
            }
        }
        else if (errors < best.Errors || (errors == best.Errors && end == best.End + 1))
        {
            _best = new(end, errors);
        }
        else if (errors >= best.Errors + 2)
        {
            Close();
            _peak = errors;
        }
    }

    public void Close()
    {
        if (_best is { } best)
        {
            Places.Add(best);
        }

        (_best, _peak) = (null, -1);
    }
}
