using System.Diagnostics;

namespace PolicyTracker.Cli.Tests;

/// <summary>Runs the built command line as a user does: a process, a data folder, standard output and exit code.</summary>
internal static class CommandLine
{
    public static (int Code, string Out, string Error) Run(
        string[] arguments,
        string? folder = null,
        IReadOnlyDictionary<string, string>? environment = null
    )
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "PolicyTracker.Cli.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            WorkingDirectory = folder ?? Path.GetTempPath(),
        };
        start.Environment["POLICYTRACKER_DATA"] = Path.Combine(start.WorkingDirectory, "data");
        start.Environment["POLICYTRACKER_PASSWORD"] = "sixteen letters or more";
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
