namespace PolicyTracker.Core.Data;

/// <summary>
/// Where writers of this process wait for each other, first come first served and without a thread. A store takes one writer at a
/// time: on SQLite whoever finds it locked sleeps in a thread and asks again, and who comes later may be served before.
/// </summary>
public sealed class WriterTurns : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Waits until nobody else writes.</summary>
    /// <returns>The turn, which ends when it is disposed.</returns>
    public async Task<IDisposable> WaitAsync(CancellationToken cancel = default)
    {
        await _turn.WaitAsync(cancel);
        return new Turn(_turn);
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
