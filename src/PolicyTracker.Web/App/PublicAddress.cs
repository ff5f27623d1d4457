using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using PolicyTracker.Core;

namespace PolicyTracker.Web.App;

/// <summary>
/// Under which address readers know the tracker, and under which names it answers. What a client writes into <c>Host</c> is never
/// believed: a request under a name that is not among these ends with 400, and every address that leaves the program (feeds,
/// JSON-LD, redirects, links of invitations) begins with <paramref name="Known"/> where one is set.
/// </summary>
/// <param name="Known">Scheme, host and port; null where none is set.</param>
/// <param name="Hosts">The names, without port.</param>
/// <param name="Proxies">The addresses or networks of the proxies whose forwarded headers are believed.</param>
/// <param name="IsSecure">Whether browsers reach it by https alone.</param>
internal sealed record PublicAddress(Uri? Known, IReadOnlySet<string> Hosts, IReadOnlyList<string> Proxies, bool IsSecure)
{
    private static readonly string[] Loopback = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>What the settings <c>public-address</c>, <c>allowed-hosts</c> and <c>trusted-proxies</c> say.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="listensAt">The addresses at which the server listens, with semicolons between them; null for the usual one.</param>
    /// <exception cref="Refusal">One of them is none; the message names it.</exception>
    public static PublicAddress From(OperatorSettings settings, string? listensAt)
    {
        string[] List(string name) => (settings[name] ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries);

        Uri? known = null;
        if (
            settings["public-address"] is { } text
            && (
                !Uri.TryCreate(text, UriKind.Absolute, out known)
                || known.Scheme is not ("http" or "https")
                || known.PathAndQuery is not "/"
                || known.UserInfo.Length > 0
            )
        )
        {
            throw Refusal.PublicAddress(text);
        }

        var urls = (listensAt ?? ServerUrls.Default)
            .Split(';', StringSplitOptions.RemoveEmptyEntries)
            .Select(u => BindingAddress.Parse(u.Trim()))
            .ToList();
        var hosts = new HashSet<string>(
            [.. Loopback, .. List("allowed-hosts"), .. urls.Select(u => u.Host)],
            StringComparer.OrdinalIgnoreCase
        );
        hosts.ExceptWith(["*", "+", "0.0.0.0", "[::]"]); // every address of the machine is no name
        if (known is not null)
        {
            hosts.Add(known.Host);
        }

        var proxies = List("trusted-proxies");
        if (Array.Find(proxies, p => !IPAddress.TryParse(p, out _) && !System.Net.IPNetwork.TryParse(p, out _)) is { } wrong)
        {
            throw Refusal.TrustedProxies(wrong);
        }

        return new(known, hosts, proxies, known is null ? urls.TrueForAll(u => u.Scheme == "https") : known.Scheme == "https");
    }

    /// <summary>
    /// Whether a request comes from a page of this server: its <c>Origin</c> is the public address, or the host that was asked.
    /// Browsers send it with all that changes something and with each WebSocket; what sends none is no page of another server.
    /// </summary>
    public bool IsOwn(string origin, HttpRequest asked) =>
        origin.Length == 0
        || (
            Uri.TryCreate(origin, UriKind.Absolute, out var page)
            && (
                Known is { } known && page.GetLeftPart(UriPartial.Authority) == known.GetLeftPart(UriPartial.Authority)
                || page.Authority.Equals(asked.Host.Value, StringComparison.OrdinalIgnoreCase)
            )
        );

    /// <summary>The name of a cookie: one that browsers bind to this host and to https, where it is reached by https alone.</summary>
    public string CookieName(string name) => IsSecure ? "__Host-" + name : name;

    /// <summary>Makes a cookie this server's own.</summary>
    public void Bind(CookieBuilder cookie, string name)
    {
        cookie.Name = CookieName(name);
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.SecurePolicy = IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
    }
}

internal static class PublicAddressServices
{
    public static PublicAddress AddPublicAddress(this WebApplicationBuilder builder, OperatorSettings settings)
    {
        var address = PublicAddress.From(settings, builder.Configuration["urls"]);
        builder.Services.AddSingleton(address);
        builder.WebHost.ConfigureKestrel(o => o.AddServerHeader = false);
        builder.Services.AddAntiforgery(o => address.Bind(o.Cookie, "policytracker-form"));
        builder.Services.PostConfigure<ForwardedHeadersOptions>(o =>
        {
            // Also where ASPNETCORE_FORWARDEDHEADERS_ENABLED asks that everybody be believed.
            o.ForwardedHeaders =
                address.Proxies.Count > 0 ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto : ForwardedHeaders.None;
            o.KnownProxies.Clear();
            o.KnownIPNetworks.Clear();
            foreach (var proxy in address.Proxies)
            {
                if (IPAddress.TryParse(proxy, out var one))
                {
                    o.KnownProxies.Add(one);
                }
                else
                {
                    o.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
                }
            }
        });
        return address;
    }

    // A port that is none makes no address to write into a feed or a redirect.
    private static bool IsAddress(HttpRequest request) =>
        Uri.TryCreate($"{request.Scheme}://{request.Host.Value}/", UriKind.Absolute, out _);

    /// <summary>Stands first: whatever follows sees the address that the program believes.</summary>
    public static void UsePublicAddress(this WebApplication app)
    {
        var address = app.Services.GetRequiredService<PublicAddress>();
        if (app.Configuration["forwardedheaders_enabled"] is not "true") // the host has put it there then
        {
            app.UseForwardedHeaders();
        }

        app.Use(
            (context, next) =>
            {
                var request = context.Request;
                if (request.Path.StartsWithSegments("/health"))
                {
                    return next(context); // whatever watches the server asks by the machine's number, and is told nothing of addresses
                }

                if (!address.Hosts.Contains(request.Host.Host) || !IsAddress(request))
                {
                    context.Response.StatusCode = StatusCodes.Status400BadRequest;
                    context.Response.ContentType = "text/plain; charset=utf-8";
                    return context.Response.WriteAsync(AppTexts.Texts["UnknownHost"] + "\n");
                }

                if (request.Path.StartsWithSegments("/_blazor") && !address.IsOwn(request.Headers.Origin.ToString(), request))
                {
                    context.Response.StatusCode = StatusCodes.Status403Forbidden; // another page would speak for the editor who has it open
                    return Task.CompletedTask;
                }

                if (address.Known is { } known)
                {
                    (request.Scheme, request.Host) = (known.Scheme, new HostString(known.Authority));
                }

                return next(context);
            }
        );
    }
}
