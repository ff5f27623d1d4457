using System.Reflection;
using NetArchTest.Rules;
using PolicyTracker.Text;

namespace PolicyTracker.Core.Tests;

/// <summary>Folders know each other in one direction: what stands above uses what stands below.</summary>
public sealed class FolderTests
{
    [Fact]
    public void No_folder_of_the_text_project_is_in_a_circle_with_another() =>
        Assert.Empty(Circle(typeof(SourceText).Assembly, "PolicyTracker.Text"));

    [Fact]
    public void No_folder_of_the_core_project_is_in_a_circle_with_another() =>
        Assert.Empty(Circle(typeof(CoreServices).Assembly, "PolicyTracker.Core"));

    // The folders of a circle, the first one twice; empty where there is none.
    private static List<string> Circle(Assembly assembly, string root)
    {
        var folders = assembly
            .GetTypes()
            .Select(t => t.Namespace)
            .Where(n => n?.StartsWith(root + ".", StringComparison.Ordinal) is true)
            .Select(n => n!.Split('.')[root.Split('.').Length])
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        var types = Types.InAssembly(assembly); // read once
        var uses = folders.ToDictionary(
            from => from,
            from =>
                folders
                    .Where(to => to != from)
                    .Where(to =>
                        types.That().ResideInNamespaceStartingWith($"{root}.{from}").And().HaveDependencyOn($"{root}.{to}").GetTypes().Any()
                    )
                    .ToList()
        );
        return folders.Select(f => Way(f, f, uses, [])).FirstOrDefault(w => w is not null) ?? [];
    }

    private static List<string>? Way(string from, string to, Dictionary<string, List<string>> uses, HashSet<string> seen)
    {
        foreach (var next in uses[from])
        {
            if (next == to)
            {
                return [from, to];
            }

            if (seen.Add(next) && Way(next, to, uses, seen) is { } way)
            {
                return [from, .. way];
            }
        }

        return null;
    }
}
