using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace PolicyTracker.Benchmarks;

/// <summary>The built server as a process of its own, on a new store.</summary>
internal sealed class BenchmarkServer : IAsyncDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("tracker-bench-").FullName;
    private readonly Process _process;

    private BenchmarkServer()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}");
        probe.Stop();
        _process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "PolicyTracker.Web.dll"), "--data", _data, "--urls", Address.ToString()]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    public string Data => _data;

    public static async Task<BenchmarkServer> StartAsync()
    {
        var server = new BenchmarkServer();
        using var client = new HttpClient { BaseAddress = server.Address };
        while (true)
        {
            try
            {
                if ((await client.GetAsync("/health/ready")).IsSuccessStatusCode)
                {
                    return server;
                }
            }
            catch (HttpRequestException) when (!server._process.HasExited)
            {
                // not listening yet
            }

            await Task.Delay(100);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_data, recursive: true);
    }
}
