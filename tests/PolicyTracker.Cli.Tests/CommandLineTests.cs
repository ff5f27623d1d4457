namespace PolicyTracker.Cli.Tests;

public sealed class CommandLineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tracker-cli-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void An_exported_summary_verifies_and_a_quotation_edited_by_hand_is_named()
    {
        var file = Path.Combine(_folder, "core.md");
        Assert.Equal(0, Run("export", "pillar", "core-sectors", "-o", file).Code);
        var printed = Run("export", "pillar", "core-sectors");
        Assert.Equal(File.ReadAllText(file), printed.Out); // the same state gives the same bytes, with nothing else beside them
        Assert.StartsWith("---\ntitle: ", printed.Out, StringComparison.Ordinal);
        Assert.Contains("15.4 trillion yuan", printed.Out, StringComparison.Ordinal);
        Assert.Equal(0, Run("verify", file).Code);

        File.WriteAllText(file, printed.Out.Replace("> create a number of famous", "> create a thousand famous", StringComparison.Ordinal));
        var verified = Run("verify", file);
        Assert.Equal(1, verified.Code);
        Assert.Contains("create a thousand famous Chinese software parks", verified.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void The_store_verifies_and_accounts_are_added_once()
    {
        Assert.Equal(0, Run("verify").Code);
        Assert.Equal(0, Run("user", "add", "mei", "--role", "editor").Code);
        var again = Run("user", "add", "mei", "--role", "admin");
        Assert.Equal(1, again.Code);
        Assert.Contains("mei", again.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "explode")]
    [InlineData(2, "user", "add", "mei")]
    [InlineData(2, "user", "add", "mei", "--role", "king")]
    [InlineData(1, "export", "pillar", "no-such-pillar")]
    [InlineData(1, "verify", "no-such-file.md")]
    public void A_wrong_call_says_so_on_standard_error_and_prints_nothing(int code, params string[] arguments)
    {
        var run = Run(arguments);
        Assert.Equal(code, run.Code);
        Assert.Equal("", run.Out);
        Assert.NotEqual("", run.Error);
    }

    [Fact]
    public void A_data_folder_that_can_not_be_written_is_named()
    {
        var file = Path.Combine(_folder, "a-file");
        File.WriteAllText(file, "");
        var run = Run("verify", "--data", file);
        Assert.Equal(1, run.Code);
        Assert.Contains("a-file can't be written", run.Error, StringComparison.Ordinal);
    }

    private (int Code, string Out, string Error) Run(params string[] arguments) => CommandLine.Run(arguments, _folder);
}
