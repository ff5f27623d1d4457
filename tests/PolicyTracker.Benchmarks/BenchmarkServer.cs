using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace PolicyTracker.Benchmarks;

/// <summary>The built server as a process of its own, on a new store or one that is there.</summary>
internal sealed class BenchmarkServer : IAsyncDisposable
{
    private readonly string _data;
    private readonly bool _isOwn;
    private readonly Process _process;

    private BenchmarkServer(string? data, string? program)
    {
        (_isOwn, _data) = (data is null, data ?? Directory.CreateTempSubdirectory("tracker-bench-").FullName);
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}");
        probe.Stop();
        _process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(program ?? AppContext.BaseDirectory, "PolicyTracker.Web.dll"), "--data", _data, "--urls", Address.ToString()]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    public string Data => _data;

    /// <summary>What its process has used of the processors since it started.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="data">The folder of a store that stays; null for a new one, which goes with the server.</param>
    /// <param name="program">The folder of another build; null for this one.</param>
    public static async Task<BenchmarkServer> StartAsync(string? data = null, string? program = null)
    {
        var server = new BenchmarkServer(data, program);
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
        if (_isOwn)
        {
            Directory.Delete(_data, recursive: true);
        }
    }
}
