using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Tests;

namespace PolicyTracker.Web.Tests.App;

/// <summary>The whole server in this process, on a port of its own and a copy of a store with the seed.</summary>
public sealed class TrackerApplication : WebApplicationFactory<Program>
{
    public const string Password = SeededStore.Password;
    private readonly string _data = Directory.CreateTempSubdirectory("tracker-web-").FullName;

    public TrackerApplication()
    {
        UseKestrel(0);
        Task.Run(() => SeededStore.CopyToAsync(_data)).GetAwaiter().GetResult();
    }

    /// <summary>A browser without script: keeps cookies, follows no redirect.</summary>
    public HttpClient Browser()
    {
        StartServer();
        return new(new SocketsHttpHandler { AllowAutoRedirect = false }, disposeHandler: true) { BaseAddress = ClientOptions.BaseAddress };
    }

    public T Get<T>()
        where T : notnull
    {
        StartServer();
        return Services.GetRequiredService<T>();
    }

    public async Task AddAccountAsync(string name, string role)
    {
        StartServer();
        await using var scope = Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<AccountEdits>().AddAsync(name, Password, role);
    }

    /// <summary>Settings of the server beyond its data folder.</summary>
    public Dictionary<string, string> Settings { get; init; } = [];

    /// <summary>The folder of its store.</summary>
    public string Data => _data;

    /// <summary>What a test adds to the services of the server.</summary>
    public Action<IServiceCollection>? Add { get; init; }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("data", _data);
        if (Add is not null)
        {
            builder.ConfigureServices(Add);
        }

        foreach (var (name, value) in Settings)
        {
            builder.UseSetting(name, value);
        }
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (disposing && Directory.Exists(_data))
        {
            Directory.Delete(_data, recursive: true);
        }
    }
}
