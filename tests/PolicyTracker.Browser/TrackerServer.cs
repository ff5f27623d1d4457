using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using PolicyTracker.Tests;

namespace PolicyTracker.Browser;

/// <summary>The real server as a process of its own, on a copy of a store with the seed; can be killed and started again.</summary>
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

    /// <summary>Whether the accounts of <see cref="SeededStore.Accounts"/> are in the store; without them, the server asks for its first administrator.</summary>
    public bool HasAccounts { get; init; } = true;

    public string SetupLink { get; private set; } = "";

    public async Task StartAsync()
    {
        if (!File.Exists(Path.Combine(Data, "tracker.db")))
        {
            await SeededStore.CopyToAsync(Data, HasAccounts);
        }

        var command = Command("PolicyTracker.Web.dll", "--data", Data, "--urls", Address);
        foreach (var (name, value) in Settings)
        {
            command.Environment[name] = value;
        }

        _process = Process.Start(command)!;
        _process.OutputDataReceived += (_, line) =>
            SetupLink = line.Data?.Trim() is { } said && said.StartsWith("http", StringComparison.Ordinal) ? said : SetupLink;
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        using var client = new HttpClient();
        await Visit.UntilAsync(
            async () =>
            {
                Assert.False(_process.HasExited, "The server stopped while starting.");
                try
                {
                    return (await client.GetAsync(new Uri(Address + "/health/ready"))).IsSuccessStatusCode;
                }
                catch (HttpRequestException)
                {
                    return false; // not listening yet
                }
            },
            "The server was not ready."
        );
    }

    /// <summary>Changes the store behind the server's back.</summary>
    public async Task SqlAsync(string sql)
    {
        await using var store = await OpenStoreAsync();
        await using var command = store.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Waits until a draft in the store holds these words.</summary>
    public async Task WaitForDraftAsync(string words)
    {
        await using var store = await OpenStoreAsync();
        await using var command = store.CreateCommand();
        command.CommandText = """SELECT COUNT(*) FROM "Drafts" WHERE instr("Content", $words) > 0""";
        command.Parameters.AddWithValue("$words", words);
        await Visit.UntilAsync(
            async () => Convert.ToInt32(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture) > 0,
            $"No draft with “{words}” was kept."
        );
    }

    private async Task<SqliteConnection> OpenStoreAsync()
    {
        var store = new SqliteConnection($"Data Source={Path.Combine(Data, "tracker.db")};Pooling=False");
        await store.OpenAsync();
        return store;
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
