using System.Text.Json;
using Npgsql;
using PolicyTracker.Tests;

namespace PolicyTracker.Cli.Tests;

public sealed class CommandLineTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("tracker-cli-").FullName;

    public Task InitializeAsync() => SeededStore.CopyToAsync(Path.Combine(_folder, "data"));

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

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
        var head = Path.Combine(_folder, "head.json");
        Assert.Equal(0, Run("export", "head", "-o", head).Code);
        Assert.Equal(0, Run("verify", "--head", head).Code);
        File.WriteAllText(head, File.ReadAllText(head).Replace("\"sequence\":", "\"sequence\":9", StringComparison.Ordinal));
        var cut = Run("verify", "--head", head);
        Assert.Equal(1, cut.Code);
        Assert.Contains("later edits are gone", cut.Out, StringComparison.Ordinal);
        File.WriteAllText(head, "{");
        Assert.Contains("export head -o", Run("verify", "--head", head).Error, StringComparison.Ordinal);

        var copy = Path.Combine(_folder, "copy.db");
        Assert.Equal(0, Run("backup", copy).Code);
        Assert.Contains("exists already", Run("backup", copy).Error, StringComparison.Ordinal);
        Assert.Equal(0, Run("restore", copy).Code);
        Assert.Equal(0, Run("verify").Code);
        Assert.Equal(0, Run("user", "add", "mei", "--role", "editor").Code);
        var again = Run("user", "add", "mei", "--role", "admin");
        Assert.Equal(1, again.Code);
        Assert.Contains("mei", again.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Annotations_of_another_program_are_taken_over_once_and_those_that_are_not_found_are_told()
    {
        var file = Path.Combine(_folder, "notes.json");
        File.WriteAllText(
            file,
            """
            {"annotations": [
              {"id": "a1", "created": "2024-05-02T08:30:00Z", "user": "acct:mei@hypothes.is", "uri": "http://x", "text": "Which?", "tags": [], "target": [{"selector": [{"type": "TextQuoteSelector", "exact": "establish software colleges"}]}]},
              {"id": "a2", "created": "2024-05-02T08:30:00Z", "user": "acct:mei@hypothes.is", "uri": "http://x", "text": "No", "tags": [], "target": [{"selector": [{"type": "TextQuoteSelector", "exact": "build rockets"}]}]}
            ]}
            """
        );
        string[] verb = ["import", "annotations", file, "--announcement", "miit-press-conference-2023-03-01"];
        var run = Run(verb);
        Assert.Equal(1, run.Code); // one was left
        var lines = run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(["added", "left"], lines.Select(l => l.GetProperty("result").GetString()));
        Assert.Equal((3231, 3258), (lines[0].GetProperty("start").GetInt32(), lines[0].GetProperty("end").GetInt32()));
        Assert.Contains("\"known\"", Run(verb).Out, StringComparison.Ordinal);
        Assert.Equal(("", 0), (Run("reanchor").Out, Run("verify").Code)); // there is one version: nothing to carry over
    }

    [Theory]
    [InlineData(2, "explode")]
    [InlineData(2, "user", "add", "mei")]
    [InlineData(2, "user", "add", "mei", "--role", "king")]
    [InlineData(1, "export", "pillar", "no-such-pillar")]
    [InlineData(1, "verify", "no-such-file.md")]
    [InlineData(1, "reanchor", "no-such-announcement")]
    [InlineData(1, "import", "annotations", "no-such-file.json")]
    [InlineData(2, "import", "annotations")]
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
        var run = Run("user", "add", "mei", "--role", "admin", "--data", file);
        Assert.Equal(1, run.Code);
        Assert.Contains("a-file can't be written", run.Error, StringComparison.Ordinal);
    }

    public static TheoryData<string> VerbsThatNeedAStore { get; } =
    [
        "verify",
        "verify core.md",
        "export pillar core-sectors",
        "export head",
        "reanchor",
        "backup copy.db",
        "import annotations notes.json",
        "suggest core.md",
    ];

    [Theory, MemberData(nameof(VerbsThatNeedAStore))]
    public void A_mistyped_data_folder_is_told_and_no_store_is_made_in_it(string verb)
    {
        WriteInputs();
        var run = Run([.. verb.Split(' '), "--data", "mistyped"]);
        Assert.Equal((2, ""), (run.Code, run.Out));
        Assert.Contains($"There is no tracker in {Path.Combine(_folder, "mistyped", "tracker.db")}", run.Error, StringComparison.Ordinal);
        Assert.Contains("--data", run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder, "mistyped")));
    }

    [Theory]
    [InlineData("banana")]
    [InlineData("Host=localhost;Prot=5432;Password=s3cret")]
    [InlineData("Host=localhost;Port=s3cret")]
    public void A_mistyped_connection_string_is_told_without_its_password(string database)
    {
        var run = Run("verify", "--database", database);
        Assert.Equal(1, run.Code);
        Assert.Contains("--database or POLICYTRACKER_DATABASE gives is no connection string", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_database_is_told_and_no_store_is_made_in_it()
    {
        WriteInputs();
        var server = Environment.GetEnvironmentVariable("POLICYTRACKER_TEST_POSTGRES")!;
        var name = $"tracker_{Guid.NewGuid():n}";
        await ExecuteAsync(server, $"CREATE DATABASE {name}");
        var database = new NpgsqlConnectionStringBuilder(server) { Database = name, Pooling = false }.ToString();
        foreach (var verb in VerbsThatNeedAStore.Select((object[] row) => ((string)row[0]).Split(' ')))
        {
            var run = Run([.. verb, "--database", database]);
            Assert.Equal((2, ""), (run.Code, run.Out));
            Assert.Contains("There is no tracker in the PostgreSQL database", run.Error, StringComparison.Ordinal);
        }

        Assert.Equal(0L, await ExecuteAsync(database, "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'"));
        Assert.Equal(0, Run("user", "add", "mei", "--role", "admin", "--database", database).Code); // begins one
        Assert.Equal(0, Run("verify", "--database", database).Code);
    }

    private void WriteInputs()
    {
        File.WriteAllText(Path.Combine(_folder, "core.md"), "The ministry will build 300 software parks.");
        File.WriteAllText(Path.Combine(_folder, "notes.json"), """{"annotations": []}""");
    }

    private static async Task<object?> ExecuteAsync(string database, string sql)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    private (int Code, string Out, string Error) Run(params string[] arguments) => CommandLine.Run(arguments, _folder);
}
