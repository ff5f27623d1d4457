namespace PolicyTracker.Core.Collaboration;

/// <summary>A thread in which something was said or changed, here or on another node.</summary>
/// <param name="Id">The thread.</param>
/// <param name="RecordId">The record that it is about.</param>
/// <param name="AnnouncementId">The announcement, where it is about one or about words of it.</param>
/// <param name="Version">Which change it was.</param>
/// <param name="ChangedAt">When, UTC.</param>
public sealed record ThreadEvent(Guid Id, Guid RecordId, Guid? AnnouncementId, int Version, DateTime ChangedAt);

/// <summary>Tells those in this process who watch that something was said in a thread.</summary>
public sealed class ThreadEvents
{
    // How far back other nodes' clocks may be behind.
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(10);
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, ThreadEvent> _raised = [];
    private DateTime _newest = DateTime.MinValue;

    /// <summary>Raised after each change, where it was made; handlers must be quick and not throw.</summary>
    public event Action<ThreadEvent>? Changed;

    /// <summary>Raised after somebody has seen where they are mentioned.</summary>
    public event Action? Seen;

    /// <summary>Since when other nodes are asked for changes, UTC; null where none was heard of yet.</summary>
    public DateTime? Since => _newest == DateTime.MinValue ? null : _newest - Overlap;

    /// <summary>Raises <see cref="Changed"/>, unless it was raised already.</summary>
    public void Raise(ThreadEvent change)
    {
        ArgumentNullException.ThrowIfNull(change);
        lock (_lock)
        {
            if (_raised.TryGetValue(change.Id, out var last) && last.Version >= change.Version)
            {
                return;
            }

            _raised[change.Id] = change;
            _newest = change.ChangedAt > _newest ? change.ChangedAt : _newest;
            foreach (var old in _raised.Values.Where(r => r.ChangedAt < _newest - (2 * Overlap)).ToList())
            {
                _raised.Remove(old.Id);
            }
        }

        Changed?.Invoke(change);
    }

    /// <summary>Raises <see cref="Seen"/>.</summary>
    internal void RaiseSeen() => Seen?.Invoke();
}
