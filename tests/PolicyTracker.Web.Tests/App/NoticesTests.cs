using System.Text.Json;

namespace PolicyTracker.Web.Tests.App;

public sealed class NoticesTests
{
    [Fact]
    public void The_notices_name_every_package_that_goes_out_with_the_server()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "PolicyTracker.Web.deps.json")));
        var notices = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "THIRD-PARTY-NOTICES.txt"));
        var packages = json
            .RootElement.GetProperty("libraries")
            .EnumerateObject()
            .Where(l => l.Value.GetProperty("type").GetString() == "package")
            .Select(l => l.Name.Replace('/', ' '))
            .ToList();
        Assert.NotEmpty(packages);
        Assert.All(packages, package => Assert.Contains($"\n{package} (", notices, StringComparison.Ordinal));
    }
}
