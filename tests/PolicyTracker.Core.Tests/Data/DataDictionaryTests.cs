using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Core.Tests.Data;

/// <summary>Who reads the store with other programs finds each table and column in docs/data.md, as it is and with what it means.</summary>
public sealed partial class DataDictionaryTests
{
    private const string Top = """
        # The tables of the store

        For whoever reads the store with other programs. Nothing but the tracker may write to it: each edit is a row of `Edits`, what it made of a record a row of `Revisions` with the hash of the row before, and `verify` names what came in otherwise. The tables may change with each version until 1.0; [the changelog](CHANGELOG.md) says when they do.

        This page is made from the model and the comments of the code, and a test fails where it differs.

        Times are UTC. `Version` of a record rises by one with each edit. A record that was removed stays, with `RemovedAt` set. A column that may be empty has “?” behind its type. SQLite keeps decimals as text with every digit, under the collation `decimal`: the tracker and SQLite’s own shell have it, a program that has not sorts and compares by `"Value" + 0`.
        """;

    [Fact]
    public void The_data_dictionary_says_what_the_model_is()
    {
        var file = Path.Combine(FindRoot(), "docs", "data.md");
        var (page, expected) = (File.Exists(file) ? File.ReadAllText(file) : "", Write());
        if (page != expected)
        {
            var made = Path.Combine(AppContext.BaseDirectory, "data.md");
            File.WriteAllText(made, expected);
            Assert.Fail($"docs/data.md is not what the model says. Look {made} through and put it in its place.");
        }
    }

    private static string Write()
    {
        var comments = XDocument
            .Load(Path.ChangeExtension(typeof(TrackerDb).Assembly.Location, ".xml"))
            .Descendants("member")
            .ToDictionary(m => (string)m.Attribute("name")!);
        using TrackerDb sqlite = new SqliteTrackerDb.DesignTime().CreateDbContext([]);
        using TrackerDb postgres = new PostgresTrackerDb.DesignTime().CreateDbContext([]);
        var page = new StringBuilder(Top).Append('\n');
        var others = postgres.Model.GetRelationalModel().Tables.ToDictionary(t => t.Name);
        foreach (var table in sqlite.Model.GetRelationalModel().Tables.OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            var type = table.EntityTypeMappings.First().TypeBase.ClrType;
            var isOwn = type.Assembly == typeof(TrackerDb).Assembly;
            page.Append($"\n## {table.Name}\n\n");
            page.Append(isOwn ? Said(comments, $"T:{type.FullName}") : "A table of ASP.NET Core’s own, for accounts and keys.");
            page.Append("\n\n| column | SQLite | PostgreSQL | meaning |\n|---|---|---|---|\n");
            foreach (var column in table.Columns)
            {
                var empty = column.IsNullable ? "?" : "";
                page.Append($"| `{column.Name}` | {column.StoreType}{empty} ");
                page.Append($"| {others[table.Name].FindColumn(column.Name)!.StoreType}{empty} ");
                page.Append($"| {(column.PropertyMappings is [var kept, ..] ? Meaning(comments, kept.Property) : "")} |\n");
            }
        }

        return page.ToString();
    }

    private static string Meaning(Dictionary<string, XElement> comments, IProperty column)
    {
        var declared = column.PropertyInfo?.DeclaringType;
        var meaning = new List<string>();
        if (declared?.Assembly == typeof(TrackerDb).Assembly)
        {
            var said = Said(comments, $"P:{declared.FullName}.{column.Name}");
            Assert.True(said.Length > 0, $"{declared.Name}.{column.Name} has no comment that says what it is.");
            meaning.Add(said);
        }

        var kept = Nullable.GetUnderlyingType(column.ClrType) ?? column.ClrType;
        if (kept.IsEnum)
        {
            meaning.Add(
                "One of " + string.Join(", ", Enum.GetValuesAsUnderlyingType(kept).Cast<object>().Select(v => $"`{Word(kept, v)}`")) + "."
            );
        }

        meaning.AddRange(column.GetContainingForeignKeys().Select(k => $"Names a row of `{k.PrincipalEntityType.GetTableName()}`."));
        return string.Join(' ', meaning);
    }

    private static string Word(Type type, object value) => WireNames.Of((Enum)Enum.ToObject(type, value));

    private static string Said(Dictionary<string, XElement> comments, string member)
    {
        if (!comments.TryGetValue(member, out var comment) || comment.Element("summary") is not { } summary)
        {
            return "";
        }

        var text = string.Concat(
            summary
                .Nodes()
                .Select(n =>
                    n switch
                    {
                        XElement { Name.LocalName: "see" } see => $"`{((string)see.Attribute("cref")!).Split('.', ':')[^1]}`",
                        XElement e => e.Value,
                        XText t => t.Value,
                        _ => "",
                    }
                )
        );
        return Blank().Replace(text, " ").Trim().Replace("|", "\\|", StringComparison.Ordinal);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PolicyTracker.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
