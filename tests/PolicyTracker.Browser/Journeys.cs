namespace PolicyTracker.Browser;

/// <summary>Journeys of one class: they share a server, and each closes its windows behind it.</summary>
public abstract class Journeys(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    protected Chromium Chromium => chromium;

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync() => chromium.CloseWindowsAsync();
}
