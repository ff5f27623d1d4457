using System.Net;
using System.Net.Sockets;

namespace PolicyTracker.Browser;

/// <summary>The way between a browser and the server, which can be cut and mended again: a train that goes through a tunnel.</summary>
public sealed class Wire : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Uri _to;
    private readonly Task _accepting;
    private CancellationTokenSource _whole = new();
    private volatile bool _isCut;

    public Wire(string to)
    {
        _to = new Uri(to);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public async Task CutAsync()
    {
        _isCut = true;
        await _whole.CancelAsync();
    }

    public void Mend() => (_whole, _isCut) = (new CancellationTokenSource(), false);

    public async ValueTask DisposeAsync()
    {
        await _whole.CancelAsync();
        _listener.Stop();
        await _accepting;
        _whole.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var browser = await _listener.AcceptTcpClientAsync();
                if (_isCut)
                {
                    browser.Dispose();
                    continue;
                }

                _ = CarryAsync(browser, _whole.Token);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // the test is over
        }
    }

    private async Task CarryAsync(TcpClient browser, CancellationToken cut)
    {
        using var server = new TcpClient();
        using (browser)
        {
            try
            {
                await server.ConnectAsync(_to.Host, _to.Port, cut);
                await Task.WhenAny(
                    browser.GetStream().CopyToAsync(server.GetStream(), cut),
                    server.GetStream().CopyToAsync(browser.GetStream(), cut)
                );
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
            {
                // cut, or one end has gone
            }
        }
    }
}
