namespace PolicyTracker.Browser;

/// <summary>Journeys of one class: they share a server, and each closes its windows behind it.</summary>
public abstract class Journeys(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    protected Chromium Chromium => chromium;

    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>An error of a script fails the journey, whatever else it found.</summary>
    public async Task DisposeAsync()
    {
        var errors = await chromium.CloseWindowsAsync();
        Assert.True(errors.Count == 0, string.Join('\n', errors));
    }
}
