using System.Collections.Concurrent;

namespace PolicyTracker.Core.Data;

/// <summary>
/// Long rows that never change, each once in memory for as long as whoever asked for it holds it; the contexts of a factory share
/// them.
/// </summary>
internal sealed class HeldRows
{
    private readonly ConcurrentDictionary<Guid, WeakReference<object>> _held = new();

    /// <summary>The row of that identity; null where nobody holds it.</summary>
    public T? Find<T>(Guid id)
        where T : class => _held.TryGetValue(id, out var held) && held.TryGetTarget(out var row) ? row as T : null;

    /// <summary>Notes a row that was read.</summary>
    public void Add(Guid id, object row)
    {
        foreach (var free in _held.Where(h => !h.Value.TryGetTarget(out _)))
        {
            _held.TryRemove(free);
        }

        _held[id] = new(row);
    }
}
