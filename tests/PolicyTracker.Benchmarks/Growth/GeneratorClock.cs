namespace PolicyTracker.Benchmarks.Growth;

/// <summary>A clock that goes on an hour with each edit, so that a generated store has the same days whenever it is made.</summary>
internal sealed class GeneratorClock : TimeProvider
{
    private DateTimeOffset _now = new(2024, 1, 8, 8, 0, 0, TimeSpan.Zero);

    public DateOnly Today => DateOnly.FromDateTime(_now.UtcDateTime);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Forward() => _now = _now.AddHours(1);
}
