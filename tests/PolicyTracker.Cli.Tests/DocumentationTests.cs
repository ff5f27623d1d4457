using System.Text.Json;
using System.Text.RegularExpressions;
using PolicyTracker.Core;

namespace PolicyTracker.Cli.Tests;

/// <summary>What is not documented fails, and so does a link that leads nowhere.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string Root = FindRoot();

    [Fact]
    public void The_readme_names_every_verb_and_option()
    {
        var readme = File.ReadAllText(Path.Combine(Root, "README.md"));
        var verbs = Verbs([]).ToList();
        Assert.NotEmpty(verbs);
        Assert.All(verbs, verb => Assert.Contains($"| `{string.Join(' ', verb)}", readme, StringComparison.Ordinal));
        var options = verbs
            .SelectMany(v => Option().Matches(Help(v)).Select(m => m.Value))
            .Distinct()
            .Where(o => o is not ("--help" or "--version"));
        Assert.All(options, option => Assert.Contains(option == "--output" ? "-o" : option, readme, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_link_of_the_documentation_leads_somewhere()
    {
        var pages = Directory
            .GetFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(Path.Combine(Root, ".github"), "*.md"))
            .Append(Path.Combine(Root, "README.md"));
        var broken =
            from page in pages
            from link in Link().Matches(File.ReadAllText(page)).Select(m => m.Groups[1].Value)
            where
                !link.StartsWith("http", StringComparison.Ordinal)
                && !Path.Exists(Path.Combine(Path.GetDirectoryName(page)!, link.Split('#')[0]))
            select $"{page}: {link}";
        Assert.Equal([], broken);
    }

    [Fact]
    public void Operators_find_every_setting_in_one_list_and_no_other()
    {
        var page = File.ReadAllText(Path.Combine(Root, "docs", "operators.md"));
        var from = page.IndexOf("## Settings", StringComparison.Ordinal);
        var listed = Row().Matches(page[from..page.IndexOf("## Address", StringComparison.Ordinal)]).Select(m => m.Groups[1].Value);
        Assert.Equal(OperatorSettings.Names.Select(OperatorSettings.VariableOf), listed);
    }

    [Fact]
    public void The_environment_is_read_in_one_place()
    {
        var readers = Directory
            .GetFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(f => File.ReadAllText(f).Contains("Environment.GetEnvironmentVariable", StringComparison.Ordinal));
        Assert.Equal(["OperatorSettings.cs"], readers.Select(f => Path.GetFileName(f)));
    }

    [Fact]
    public void The_notices_name_every_package_that_goes_out_with_the_program()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "PolicyTracker.Cli.deps.json");
        var notices = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "THIRD-PARTY-NOTICES.txt"));
        using var json = JsonDocument.Parse(File.ReadAllText(program));
        var packages = json
            .RootElement.GetProperty("libraries")
            .EnumerateObject()
            .Where(l => l.Value.GetProperty("type").GetString() == "package")
            .Select(l => l.Name.Replace('/', ' '))
            .ToList();
        Assert.NotEmpty(packages);
        Assert.All(packages, package => Assert.Contains($"\n{package} (", notices, StringComparison.Ordinal));
    }

    [Fact]
    public void The_version_comes_from_the_tags_of_the_history_and_the_changelog_has_it_or_what_will_be_in_it()
    {
        var said = CommandLine.Run(["--version"]).Out.Trim();
        Assert.Matches(@"^\d+\.\d+\.\d+(-[\w.-]+)?(\+\w+)?$", said);
        var version = said.Split('+')[0];
        var changes = File.ReadAllText(Path.Combine(Root, "docs", "CHANGELOG.md"));
        Assert.Contains(
            version.Contains('-', StringComparison.Ordinal) ? "\n## Unreleased\n" : $"\n## {version} (",
            changes,
            StringComparison.Ordinal
        );
    }

    // The verbs that do something, as the program itself lists them.
    private static IEnumerable<string[]> Verbs(string[] above)
    {
        var help = Help(above);
        var list = help.IndexOf("Commands:", StringComparison.Ordinal);
        return list < 0 ? [above] : Command().Matches(help[list..]).SelectMany(m => Verbs([.. above, m.Groups[1].Value]));
    }

    private static string Help(string[] verb) => CommandLine.Run([.. verb, "--help"]).Out;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PolicyTracker.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    [GeneratedRegex("^  ([a-z]+)", RegexOptions.Multiline)]
    private static partial Regex Command();

    [GeneratedRegex(@"^\|[^|]*\| `(POLICYTRACKER_[A-Z_]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("--[a-z]+")]
    private static partial Regex Option();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
