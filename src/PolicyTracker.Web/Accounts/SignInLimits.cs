using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace PolicyTracker.Web.Accounts;

/// <summary>
/// Slows down who guesses passwords or codes. Wrong tries are counted for each address, for each address with each name, and for
/// each name over all addresses; a browser in which that account has signed in before is counted by itself alone, so that nobody
/// can lock another out from elsewhere. Right tries cost nothing. Passkeys and links can't be guessed: nobody waits for those.
/// </summary>
internal sealed class SignInLimits(KnownBrowsers browsers) : IDisposable
{
    private static readonly TimeSpan Short = TimeSpan.FromMinutes(5),
        Long = TimeSpan.FromHours(1);

    private readonly PartitionedRateLimiter<Try> _tries = PartitionedRateLimiter.CreateChained(
        PartitionedRateLimiter.Create<Try, string>(t => t.IsKnown ? RateLimitPartition.GetNoLimiter("") : Partition(t.From, 50, Short)),
        PartitionedRateLimiter.Create<Try, string>(t => Partition($"{t.From} {t.Name}", 10, Short)),
        // Fewer than the 100 that NIST SP 800-63B-4 (3.2.2) allows, and far fewer for a code, of which there are a million only.
        PartitionedRateLimiter.Create<Try, string>(t =>
            t.IsKnown ? RateLimitPartition.GetNoLimiter("") : Partition(t.Name, t.IsCode ? 20 : 90, Long)
        )
    );

    /// <summary>Whether another try may be made.</summary>
    public bool MayTry(HttpContext context, string name, bool isCode = false) =>
        _tries.AttemptAcquire(Of(context, name, isCode), 0).IsAcquired;

    /// <summary>A try was wrong.</summary>
    public void Count(HttpContext context, string name, bool isCode = false) => _tries.AttemptAcquire(Of(context, name, isCode)).Dispose();

    public void Dispose() => _tries.Dispose();

    private Try Of(HttpContext context, string name, bool isCode)
    {
        var browser = browsers.Find(context, name);
        return new(
            browser ?? Place(context.Connection.RemoteIpAddress),
            (isCode ? "code " : "") + name.Trim().ToUpperInvariant(),
            browser is not null,
            isCode
        );
    }

    /// <summary>
    /// What counts as one place: an address of IPv4, or a network of IPv6, for who has one of its addresses has all 2^64.
    /// </summary>
    internal static string Place(IPAddress? address) =>
        address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : (address?.MapToIPv4().ToString() ?? "");

    private static RateLimitPartition<string> Partition(string key, int permits, TimeSpan window) =>
        RateLimitPartition.GetSlidingWindowLimiter(
            key,
            _ =>
                new()
                {
                    PermitLimit = permits,
                    Window = window,
                    SegmentsPerWindow = 5,
                    AutoReplenishment = true,
                }
        );

    private sealed record Try(string From, string Name, bool IsKnown, bool IsCode);
}
