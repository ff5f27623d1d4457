using System.Collections.Concurrent;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Sources;

namespace PolicyTracker.Benchmarks.Edits;

/// <summary>What the server acknowledged.</summary>
internal sealed class EditLedger
{
    private readonly ConcurrentBag<string> _announcements = [];
    private readonly ConcurrentBag<Guid> _annotations = [];
    private int _refused;
    private volatile bool _isKilled;

    public int Count => _announcements.Count + _annotations.Count;

    /// <summary>How many edits were answered otherwise.</summary>
    public int Refused => _refused;

    /// <summary>Whether what breaks off now breaks off because the server was killed.</summary>
    public bool IsKilled => _isKilled;

    public void Announced(string slug) => _announcements.Add(slug);

    public void Annotated(Guid id) => _annotations.Add(id);

    public void WasRefused(string answer)
    {
        if (Interlocked.Increment(ref _refused) <= 3)
        {
            Console.Error.WriteLine(answer);
        }
    }

    public void ServerIsKilled() => _isKilled = true;

    /// <summary>What was acknowledged and is not in the store, in a sentence for each kind.</summary>
    public IEnumerable<string> Missing(TrackerDb db)
    {
        var announcements = _announcements.Except(db.Set<Announcement>().Select(a => a.Slug)).ToList();
        if (announcements.Count > 0)
        {
            yield return $"{announcements.Count} announcements were acknowledged and are not there, such as {announcements[0]}.";
        }

        var annotations = _annotations.Except(db.Set<Annotation>().Select(a => a.Id)).ToList();
        if (annotations.Count > 0)
        {
            yield return $"{annotations.Count} quotations were acknowledged and are not there, such as {annotations[0]}.";
        }
    }
}
