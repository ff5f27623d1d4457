using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Benchmarks;

/// <summary>The built server as a process of its own, on a new store or one that is there.</summary>
internal sealed class BenchmarkServer : IAsyncDisposable
{
    private readonly StoreLocation _store;
    private readonly bool _isOwn;
    private readonly Process _process;

    private BenchmarkServer(StoreLocation? store, string? program)
    {
        (_isOwn, _store) = (store is null, store ?? new StoreLocation(Directory.CreateTempSubdirectory("tracker-bench-").FullName, null));
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}");
        probe.Stop();
        string[] place = _store.Database is { } database ? ["--database", database] : ["--data", _store.Folder];
        var start = new ProcessStartInfo(
            "dotnet",
            [Path.Combine(program ?? AppContext.BaseDirectory, "PolicyTracker.Web.dll"), .. place, "--urls", Address.ToString()]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public Uri Address { get; }

    public string Data => _store.Folder;

    /// <summary>What its process has used of the processors since it started.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Bytes of memory that it holds.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <param name="store">A store that stays; null for a new one in a folder, which goes with the server.</param>
    /// <param name="program">The folder of another build; null for this one.</param>
    public static async Task<BenchmarkServer> StartAsync(StoreLocation? store = null, string? program = null)
    {
        var server = new BenchmarkServer(store, program);
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
            Directory.Delete(_store.Folder, recursive: true);
        }
    }
}
