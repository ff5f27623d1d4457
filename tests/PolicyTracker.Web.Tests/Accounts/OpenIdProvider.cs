using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace PolicyTracker.Web.Tests.Accounts;

/// <summary>An OpenID Connect provider on a port of its own: discovery, keys, authorization code, token. Whoever comes is <see cref="Subject"/>.</summary>
public sealed class OpenIdProvider : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly RsaSecurityKey _key = new(RSA.Create(2048)) { KeyId = "one" };
    private readonly ConcurrentDictionary<string, string> _nonces = new();

    private OpenIdProvider()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.MapGet(
            "/.well-known/openid-configuration",
            () =>
                Results.Json(
                    new
                    {
                        issuer = Address,
                        authorization_endpoint = Address + "/authorize",
                        token_endpoint = Address + "/token",
                        jwks_uri = Address + "/keys",
                        response_types_supported = new[] { "code" },
                        subject_types_supported = new[] { "public" },
                        id_token_signing_alg_values_supported = new[] { "RS256" },
                    }
                )
        );
        _app.MapGet(
            "/keys",
            () =>
            {
                var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(_key);
                return Results.Json(
                    new
                    {
                        keys = new[]
                        {
                            new
                            {
                                kty = "RSA",
                                use = "sig",
                                alg = "RS256",
                                kid = "one",
                                n = key.N,
                                e = key.E,
                            },
                        },
                    }
                );
            }
        );
        _app.MapGet(
            "/authorize",
            (string redirect_uri, string state, string nonce) =>
            {
                var code = Guid.NewGuid().ToString("n");
                _nonces[code] = nonce;
                return Results.Redirect($"{redirect_uri}?code={code}&state={Uri.EscapeDataString(state)}");
            }
        );
        _app.MapPost(
            "/token",
            async (HttpRequest request) =>
            {
                var form = await request.ReadFormAsync();
                return form["client_secret"] == "secret" && _nonces.TryRemove(form["code"].ToString(), out var nonce)
                    ? Results.Json(
                        new
                        {
                            access_token = "none",
                            token_type = "Bearer",
                            id_token = Token(nonce),
                        }
                    )
                    : Results.BadRequest(new { error = "invalid_grant" });
            }
        );
    }

    public string Subject { get; set; } = "person-1";

    public string Name { get; set; } = "mei";

    public string Address => _app.Urls.First();

    public static async Task<OpenIdProvider> StartAsync()
    {
        var provider = new OpenIdProvider();
        await provider._app.StartAsync();
        return provider;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private string Token(string nonce) =>
        new JsonWebTokenHandler().CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = Address,
                Audience = "tracker",
                Expires = DateTime.UtcNow.AddMinutes(5),
                Subject = new ClaimsIdentity([
                    new("sub", Subject),
                    new("preferred_username", Name),
                    new("name", Name),
                    new("nonce", nonce),
                ]),
                SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.RsaSha256),
            }
        );
}
