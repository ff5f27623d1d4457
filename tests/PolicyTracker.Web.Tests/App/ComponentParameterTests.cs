using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using PolicyTracker.Web.Commitments;

namespace PolicyTracker.Web.Tests.App;

/// <summary>
/// A component's parameter of type string takes what stands in its attribute as text: Reason="Form.Note" without an @ shows
/// readers the words "Form.Note". No .razor file may hold such a one.
/// </summary>
public sealed partial class ComponentParameterTests
{
    private static readonly Dictionary<string, Type[]> Components = AppDomain
        .CurrentDomain.GetAssemblies()
        .Append(typeof(Program).Assembly)
        .Distinct()
        .Where(a =>
            a == typeof(Program).Assembly
            || a.GetName().Name!.StartsWith("Microsoft.AspNetCore.Components", StringComparison.Ordinal)
            || a.GetName().Name == "MudBlazor"
        )
        .SelectMany(a => a.GetExportedTypes().Concat(a == typeof(Program).Assembly ? a.GetTypes() : []))
        .Distinct()
        .Where(t => typeof(IComponent).IsAssignableFrom(t))
        .GroupBy(t => t.Name.Split('`')[0])
        .ToDictionary(g => g.Key, g => g.ToArray());

    [Fact]
    public void Parameters_of_components_are_words() =>
        Assert.Equal(
            [],
            typeof(Program)
                .Assembly.GetTypes()
                .Where(t => typeof(IComponent).IsAssignableFrom(t))
                .SelectMany(t => t.GetProperties().Where(p => p.IsDefined(typeof(ParameterAttribute)) && p.Name.Length == 1))
                .Select(p => $"{p.DeclaringType!.Name}.{p.Name}")
        );

    [Fact]
    public void No_expression_stands_where_a_component_takes_text()
    {
        var root = Root();
        var files = Directory
            .GetFiles(root, "*.razor", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .ToList();
        var (attributes, faults) = (0, new List<string>());
        foreach (var file in files)
        {
            var inside = typeof(Program)
                .Assembly.GetTypes()
                .FirstOrDefault(t => typeof(IComponent).IsAssignableFrom(t) && t.Name == Path.GetFileNameWithoutExtension(file));
            foreach (var (tag, name, value) in Attributes(File.ReadAllText(file)))
            {
                attributes++;
                if (IsExpressionAsText(tag, name, value, inside))
                {
                    faults.Add($"{Path.GetRelativePath(root, file)}: <{tag} {name}=\"{value}\">");
                }
            }
        }

        Assert.Equal([], faults);
        Assert.True(files.Count > 60 && attributes > 200, $"Only {attributes} attributes of components were found in {files.Count} files.");
    }

    [Theory]
    [InlineData("<StatusFields To=\"Form.To\" Reason=\"Form.Note\" />", true)]
    [InlineData("<StatusFields Reason=\"_form.Values.GetValueOrDefault(key)\" />", true)]
    [InlineData("<StatusFields Reason=\"Busy\" />", true)] // a member of the component around it
    [InlineData("<StatusFields Reason=\"@Form.Note\" />", false)]
    [InlineData("<StatusFields Reason=\"@(Form.Note ?? \"none given\")\" To=\"Form.To\" />", false)]
    [InlineData("<StatusFields Reason=\"The first maps were named. More follow.\" />", false)]
    [InlineData("<ChoiceField Label=\"Goal\" Name=\"goal\" Empty=\"none known\" />", false)]
    public void The_rule_tells_an_expression_from_text(string markup, bool isFault) =>
        Assert.Equal(isFault, Attributes(markup).Any(a => IsExpressionAsText(a.Tag, a.Name, a.Value, typeof(StatusStep))));

    private static bool IsExpressionAsText(string tag, string name, string value, Type? inside) =>
        Components.TryGetValue(tag, out var types)
        && types.Any(t => t.GetProperty(name) is { } p && p.PropertyType == typeof(string) && p.IsDefined(typeof(ParameterAttribute)))
        && !value.Contains('@', StringComparison.Ordinal)
        && (
            Expression().IsMatch(value)
            || inside
                ?.GetMember(
                    value,
                    BindingFlags.Public
                        | BindingFlags.NonPublic
                        | BindingFlags.Instance
                        | BindingFlags.Static
                        | BindingFlags.FlattenHierarchy
                )
                .Length > 0
        );

    // The attributes of the tags of components. A value that begins with @( ends behind its closing bracket and may hold quotation marks.
    private static IEnumerable<(string Tag, string Name, string Value)> Attributes(string razor)
    {
        foreach (Match tag in Tag().Matches(razor))
        {
            for (var at = tag.Index + tag.Length; Attribute().Match(razor, at) is { Success: true } attribute && attribute.Index == at; )
            {
                var start = at + attribute.Length;
                if (!attribute.Groups["quoted"].Success)
                {
                    at = start;
                    continue;
                }

                var end = razor.IndexOf('"', razor.AsSpan(start).StartsWith("@(") ? EndOfBracket(razor, start + 1) : start);
                yield return (tag.Groups["tag"].Value, attribute.Groups["name"].Value, razor[start..end]);
                at = end + 1;
            }
        }
    }

    private static int EndOfBracket(string razor, int at)
    {
        var (depth, isText) = (0, false);
        do
        {
            isText ^= razor[at] == '"';
            depth += isText
                ? 0
                : razor[at] switch
                {
                    '(' => 1,
                    ')' => -1,
                    _ => 0,
                };
            at++;
        } while (depth > 0);
        return at;
    }

    /// <summary>The folder of the web project.</summary>
    internal static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PolicyTracker.sln")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "src", "PolicyTracker.Web");
    }

    [GeneratedRegex(@"<(?<tag>[A-Z]\w*)(?=[\s/>])")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\G\s+(?<name>@?[\w:-]+)(?<quoted>="")?")]
    private static partial Regex Attribute();

    // A chain of names, calls and indexes: Form.Note, _message, List[0].Title, Of(item).
    [GeneratedRegex(@"^(_\w+|[A-Za-z_]\w*([?!]?\.[A-Za-z_]\w*|\([^)]*\)|\[[^\]]*\])+)$")]
    private static partial Regex Expression();
}
