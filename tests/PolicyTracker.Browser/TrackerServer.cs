using System.Diagnostics;
using Microsoft.Data.Sqlite;
using PolicyTracker.Tests;

namespace PolicyTracker.Browser;

/// <summary>The real server as a process of its own, on a data folder of its own; can be killed and started again.</summary>
public sealed class TrackerServer : IAsyncDisposable
{
    private Process? _process;

    public TrackerServer(string host = "127.0.0.1")
    {
        Address = $"http://{host}:{FreePort.Find()}";
    }

    public string Address { get; }

    public string Data { get; } = Directory.CreateTempSubdirectory("tracker-browser-").FullName;

    /// <summary>Settings of the server beyond its options.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    public string SetupLink { get; private set; } = "";

    public async Task StartAsync()
    {
        var command = Command("PolicyTracker.Web.dll", "--data", Data, "--urls", Address);
        foreach (var (name, value) in Settings)
        {
            command.Environment[name] = value;
        }

        _process = Process.Start(command)!;
        _process.OutputDataReceived += (_, line) => SetupLink = line.Data?.Trim() is { } said && said.StartsWith("http", StringComparison.Ordinal) ? said : SetupLink;
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var client = new HttpClient();
        for (var tries = 0; tries < 300; tries++)
        {
            try
            {
                if ((await client.GetAsync(new Uri(Address + "/health/ready"))).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // not listening yet
            }

            Assert.False(_process.HasExited, "The server stopped while starting.");
            await Task.Delay(100);
        }

        Assert.Fail("The server was not ready within 30 s.");
    }

    /// <summary>Changes the store behind the server's back.</summary>
    public async Task SqlAsync(string sql)
    {
        await using var store = new SqliteConnection($"Data Source={Path.Combine(Data, "tracker.db")};Pooling=False");
        await store.OpenAsync();
        await using var command = store.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>kill -9: nothing is saved on the way out.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Runs the command line on the same store.</summary>
    public (int Code, string Out) Cli(params string[] arguments) => Run(Command("PolicyTracker.Cli.dll", [.. arguments, "--data", Data]));

    /// <summary>Starts a second server where this one listens, and waits until it has given up.</summary>
    public (int Code, string Out) StartAgain() => Run(Command("PolicyTracker.Web.dll", "--data", Data, "--urls", Address));

    private static (int Code, string Out) Run(ProcessStartInfo command)
    {
        using var process = Process.Start(command)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            await KillAsync();
        }

        _process?.Dispose();
        Directory.Delete(Data, recursive: true);
    }

    private static ProcessStartInfo Command(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, program));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["POLICYTRACKER_PASSWORD"] = Visit.Password;
        return start;
    }
}
