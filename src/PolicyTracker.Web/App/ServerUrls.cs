namespace PolicyTracker.Web.App;

/// <summary>Where the server listens.</summary>
internal static class ServerUrls
{
    public const string Default = "http://localhost:5080";

    /// <summary>Listens at <see cref="Default"/> where neither --urls nor the environment says otherwise.</summary>
    public static void UseServerUrls(this WebApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        if (
            string.IsNullOrWhiteSpace(settings["urls"])
            && string.IsNullOrWhiteSpace(settings["http_ports"])
            && string.IsNullOrWhiteSpace(settings["https_ports"])
            && !settings.GetSection("Kestrel:Endpoints").Exists()
        )
        {
            builder.WebHost.UseUrls(Default);
        }

        // A failed start is told in one sentence by Program; the host would print a stack trace before it.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
    }

    public static Refusal InUse(WebApplication app, IOException fault)
    {
        var urls = app.Configuration["urls"] is { Length: > 0 } given ? given : Default;
        var url =
            urls.Split(';')
                .FirstOrDefault(u =>
                    fault.Message.Contains(
                        new Uri(u.Replace("*", "localhost").Replace("+", "localhost")).Port.ToString(
                            System.Globalization.CultureInfo.InvariantCulture
                        ),
                        StringComparison.Ordinal
                    )
                )
            ?? urls;
        return Refusal.AddressInUse(url, FreePort());
    }

    private static int FreePort()
    {
        using var socket = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        socket.Start();
        return ((System.Net.IPEndPoint)socket.LocalEndpoint).Port;
    }
}
