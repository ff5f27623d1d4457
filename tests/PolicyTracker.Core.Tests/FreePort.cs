using System.Net;
using System.Net.Sockets;

namespace PolicyTracker.Tests;

/// <summary>Asks the system for a port of this machine on which nothing listens.</summary>
internal static class FreePort
{
    /// <summary>The port.</summary>
    public static int Find()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
