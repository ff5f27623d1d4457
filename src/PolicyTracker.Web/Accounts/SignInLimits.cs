using System.Threading.RateLimiting;

namespace PolicyTracker.Web.Accounts;

/// <summary>
/// Slows down who guesses passwords or links: wrong tries are counted for each address, and for each address with each name,
/// so that nobody can lock another out from elsewhere. Right tries cost nothing.
/// </summary>
internal sealed class SignInLimits : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private readonly PartitionedRateLimiter<(string Address, string Name)> _tries = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<(string Address, string Name), string>(t => Partition(t.Address, 50)),
        PartitionedRateLimiter.Create<(string Address, string Name), string>(t => Partition($"{t.Address} {t.Name}", 10)));

    /// <summary>Whether another try may be made.</summary>
    public bool MayTry(HttpContext context, string name) => _tries.AttemptAcquire(Of(context, name), 0).IsAcquired;

    /// <summary>A try was wrong.</summary>
    public void Count(HttpContext context, string name) => _tries.AttemptAcquire(Of(context, name)).Dispose();

    public void Dispose() => _tries.Dispose();

    private static (string Address, string Name) Of(HttpContext context, string name) => (context.Connection.RemoteIpAddress?.ToString() ?? "", name.Trim().ToUpperInvariant());

    private static RateLimitPartition<string> Partition(string key, int permits) =>
        RateLimitPartition.GetSlidingWindowLimiter(key, _ => new() { PermitLimit = permits, Window = Window, SegmentsPerWindow = 5, AutoReplenishment = true });
}
