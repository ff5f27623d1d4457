using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Administration;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Core.Suggestions;
using PolicyTracker.Web.Tests.App;

namespace PolicyTracker.Web.Tests.Accounts;

/// <summary>Every role against every page, endpoint and edit method, taken from the program itself: a new one that is not in the table fails.</summary>
public sealed class AccessMatrixTests(AccessMatrixTests.Tracker tracker) : IClassFixture<AccessMatrixTests.Tracker>
{
    private const string Anyone = "anyone",
        Editors = "editors",
        Admins = "admins",
        Tokens = "tokens";
    private const string Announcement = "miit-press-conference-2023-03-01";

    // Who may open what. Posts are listed where they are no form of a page, which has the page's own rights.
    private static readonly Dictionary<string, string> Table = new(StringComparer.Ordinal)
    {
        ["GET /"] = Anyone,
        ["GET /pillars/{Slug}"] = Anyone,
        ["GET /pillars/{slug}/summary"] = Anyone,
        ["GET /pillars/{slug}/summary.md"] = Anyone,
        ["GET /commitments"] = Anyone,
        ["GET /commitments/{Slug}"] = Anyone,
        ["GET /commitments/{slug}/edit"] = Editors,
        ["GET /indicators"] = Anyone,
        ["GET /indicators/{Slug}"] = Anyone,
        ["GET /glossary"] = Anyone,
        ["GET /about"] = Anyone,
        ["GET /compare"] = Anyone,
        ["GET /announcements"] = Anyone,
        ["GET /announcements/{Slug}"] = Anyone,
        ["GET /announcements/{slug}/text.txt"] = Anyone,
        ["GET /announcements/{slug}/annotations.jsonld"] = Anyone,
        ["GET /annotations.jsonld"] = Anyone,
        ["GET /announcements/new"] = Editors,
        ["GET /announcements/{slug}/annotate"] = Editors,
        ["GET /announcements/{slug}/new-version"] = Editors,
        ["GET /announcements/{slug}/reanchor"] = Editors,
        ["GET /announcements/{slug}/import-annotations"] = Editors,
        ["GET /announcements/{slug}/agreement"] = Editors,
        ["GET /announcements/{slug}/second-reading"] = Editors,
        ["POST /announcements/{slug}/assignment"] = Editors,
        ["GET /rules"] = Anyone,
        ["GET /language/{language}"] = Anyone,
        ["GET /changes"] = Anyone,
        ["GET /changes.atom"] = Anyone,
        ["GET /changes/head.json"] = Anyone,
        ["GET /changes/waiting"] = Editors,
        ["GET /history/{kind}/{id:guid}"] = Anyone,
        ["GET /history/{kind}/{id:guid}/{number:int}"] = Anyone,
        ["GET /history/{kind}/{id:guid}/{number:int}/cite.{format}"] = Anyone,
        ["GET /robots.txt"] = Anyone,
        ["GET /sitemap.xml"] = Anyone,
        ["GET /sitemap-{part:int:min(1)}.xml"] = Anyone,
        ["GET /threads"] = Editors,
        ["GET /threads/{kind}/{id:guid}"] = Editors,
        ["GET /structure"] = Editors,
        ["GET /structure/{kind}"] = Editors,
        ["GET /records/{kind}/{id}"] = Editors,
        ["GET /account"] = Editors,
        ["GET /account/sign-in"] = Anyone,
        ["GET /account/invitation"] = Anyone,
        ["GET /setup"] = Anyone,
        ["GET /admin"] = Admins,
        ["GET /account/back"] = Anyone,
        ["POST /account/sign-out"] = Anyone,
        ["POST /account/passkeys/new"] = Editors,
        ["POST /account/passkeys/ask"] = Anyone,
        ["POST /account/elsewhere"] = Anyone,
        ["GET /api/v1/me"] = Tokens,
        ["POST /api/v1/announcements"] = Tokens,
        ["POST /api/v1/announcements/{slug}/annotations"] = Tokens,
        ["GET /not-found"] = Anyone,
        ["GET /error"] = Anyone,
        ["GET /health/live"] = Anyone,
        ["GET /health/ready"] = Anyone,
    };

    public static TheoryData<string> Routes { get; } = [.. Table.Keys];

    /// <summary>Every route, with its method.</summary>
    internal static IEnumerable<string> All => Table.Keys;

    [Fact]
    public void No_page_or_endpoint_is_missing_from_the_table()
    {
        var routes = tracker
            .App.Get<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .SelectMany(e =>
                (e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
                    .Where(m => m is not "HEAD")
                    .Select(m => (Method: m, Endpoint: e))
            )
            .Where(r => !(r.Method == "POST" && r.Endpoint.Metadata.Any(m => m.GetType().Name == "ComponentTypeMetadata"))) // the forms of a page
            .Select(r => $"{r.Method} /{r.Endpoint.RoutePattern.RawText!.TrimStart('/')}")
            .Where(r =>
                !r.Contains("/_", StringComparison.Ordinal)
                && !r.Contains('.', StringComparison.Ordinal)
                    | r.EndsWith(".md", StringComparison.Ordinal)
                    | r.EndsWith(".txt", StringComparison.Ordinal)
                    | r.EndsWith(".jsonld", StringComparison.Ordinal)
                    | r.EndsWith(".{format}", StringComparison.Ordinal)
                    | r.EndsWith(".xml", StringComparison.Ordinal)
                    | r.EndsWith(".atom", StringComparison.Ordinal)
                    | r.EndsWith("head.json", StringComparison.Ordinal)
            )
            .Where(r => !r.Contains("**", StringComparison.Ordinal) && !r.Contains("/fonts/", StringComparison.Ordinal)) // static files
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ToList();
        Assert.Equal(Table.Keys.Order(StringComparer.Ordinal), routes);
    }

    [Theory, MemberData(nameof(Routes))]
    public async Task A_page_opens_for_those_who_may_and_for_nobody_else(string route)
    {
        var (method, path) = (new HttpMethod(route.Split(' ')[0]), await tracker.FillAsync(route.Split(' ')[1]));
        foreach (var (who, browser) in tracker.Browsers)
        {
            using var asked = new HttpRequestMessage(method, path)
            {
                Content = method == HttpMethod.Post ? new StringContent("{}", System.Text.Encoding.UTF8, "application/json") : null,
            };
            using var answer = await browser.SendAsync(asked);
            var isShut =
                answer.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden
                || (
                    answer.StatusCode is HttpStatusCode.Redirect
                    && answer.Headers.Location!.ToString().Contains("/account/sign-in", StringComparison.Ordinal)
                    && !route.EndsWith("/back", StringComparison.Ordinal)
                );
            var isExpectedShut = Table[route] switch
            {
                Editors => who is "anonymous" or "disabled" or "token",
                Admins => who is not "admin",
                Tokens => who is not "token",
                _ => false,
            };
            Assert.True(isShut == isExpectedShut, $"{route} as {who}: {(int)answer.StatusCode} {answer.Headers.Location}");
            Assert.True((int)answer.StatusCode < 500, $"{route} as {who}: {(int)answer.StatusCode}");
        }
    }

    public static TheoryData<string> EditMethods { get; } = [.. Methods().Select(m => $"{m.DeclaringType!.Name}.{m.Name}")];

    // Where there is nothing to carry over, nothing is asked of the writer. Each is asked by a reader, by somebody disabled, and, where it is an administrator's, by an editor; none may write a thing.
    [Theory, MemberData(nameof(EditMethods))]
    public async Task No_edit_method_writes_for_who_has_no_right(string name)
    {
        var method = Methods().First(m => $"{m.DeclaringType!.Name}.{m.Name}" == name);
        await using var scope = tracker.App.Get<IServiceProvider>().CreateAsyncScope();
        await using var db = await tracker.App.Get<IDbContextFactory<TrackerDb>>().CreateDbContextAsync();
        var (revisions, invitations, settings) = (
            await db.Set<Revision>().CountAsync(),
            await db.Set<Invitation>().CountAsync(),
            await db.Settings.CountAsync()
        );
        List<Editor> strangers = [Editor.Anonymous, tracker.Disabled];
        if (method.DeclaringType == typeof(AccountEdits) || method.Name is "MakeAsync" && method.DeclaringType == typeof(StoreBackup))
        {
            strangers.Add(tracker.Editor);
        }

        foreach (var stranger in strangers)
        {
            var target = scope.ServiceProvider.GetRequiredService(method.DeclaringType!);
            var called = method.IsGenericMethodDefinition
                ? method.MakeGenericMethod(method.Name == "EditAsync" ? typeof(int) : typeof(string))
                : method;
            var fault = await Xunit.Record.ExceptionAsync(async () =>
            {
                try
                {
                    await (Task)
                        called.Invoke(
                            target,
                            [.. called.GetParameters().Select(p => p.ParameterType == typeof(Editor) ? stranger : Dummy(p))]
                        )!;
                }
                catch (TargetInvocationException thrown)
                {
                    throw thrown.InnerException!;
                }
            });
            Assert.True(
                fault is Refusal { Kind: RefusalKind.NotAllowed } || (fault is null && name == "ReanchorEdits.CarryAsync"),
                $"{name} as {stranger.Name}: {fault?.GetType().Name ?? "it was done"} {fault?.Message}"
            );
        }

        Assert.Equal(
            (revisions, invitations, settings),
            (await db.Set<Revision>().CountAsync(), await db.Set<Invitation>().CountAsync(), await db.Settings.CountAsync())
        );
    }

    // Every public method of the program that is handed who edits.
    private static IEnumerable<MethodInfo> Methods() =>
        typeof(RecordWriter)
            .Assembly.GetExportedTypes()
            .Where(t => t.IsClass)
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(m =>
                typeof(Task).IsAssignableFrom(m.ReturnType)
                && m.GetParameters() is [{ ParameterType: var first }, ..]
                && first == typeof(Editor)
            )
            .Where(m =>
                m.DeclaringType!.Name is not ("Drafts" or "PresenceTracker")
                && !(m.DeclaringType.Name == "Approvals" && m.Name == "ListAsync")
            ); // those of the own account alone

    private static object? Dummy(ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (type == typeof(string))
        {
            return parameter.Name is "role" ? "editor" : "x";
        }

        if (type == typeof(Guid))
        {
            return Guid.NewGuid();
        }

        if (type == typeof(RecordKind))
        {
            return RecordKind.Pillar;
        }

        if (type == typeof(IReadOnlyCollection<string>))
        {
            return new[] { Scopes.Annotate };
        }

        if (type == typeof(IReadOnlyDictionary<string, string?>))
        {
            return new Dictionary<string, string?> { ["name"] = "x" };
        }

        if (type == typeof(int))
        {
            return 1;
        }

        if (type.Name.StartsWith("Func", StringComparison.Ordinal))
        {
            return (Func<TrackerDb, Task<int>>)(_ => Task.FromResult(0));
        }

        if (type.IsInterface && type.IsGenericType)
        {
            return Array.CreateInstance(type.GetGenericArguments()[0], 0);
        }

        if (type.Name is "NewAnnouncement")
        {
            return new Core.Announcements.NewAnnouncement
            {
                Title = "x",
                Issuer = "x",
                Date = new DateOnly(2024, 1, 1),
                Text = "Some words.",
            };
        }

        if (type.Name is "NewVersion")
        {
            return new Core.Announcements.NewVersion { Text = "Other words." };
        }

        return type.Name switch
        {
            "MarkedWords" => new MarkedWords(Guid.NewGuid(), "x", new(0, 1), "x"),
            "SuggestionItem" => new SuggestionItem(
                new(Guid.NewGuid(), "x", new(0, 1), "x"),
                RecordKind.Commitment,
                null,
                1,
                1,
                null,
                null,
                0,
                false,
                "x",
                "x"
            ), // sure: only the right is missing
            "SuggestionMatches" => new SuggestionMatches(),
            "Statement" => new Core.Annotations.NewComment("x"),
            "DateOnly" => new DateOnly(2024, 1, 1),
            _ => type.IsValueType ? Activator.CreateInstance(type) : null,
        };
    }

    public sealed class Tracker : IAsyncLifetime
    {
        private string _commitment = "";

        public TrackerApplication App { get; } = new();

        public List<(string Who, HttpClient Browser)> Browsers { get; } = [];

        public Editor Editor { get; private set; } = null!;

        public Editor Disabled { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            await App.AddAccountAsync("ada", Roles.Admin);
            foreach (var name in new[] { "tom", "gone" })
            {
                await App.AddAccountAsync(name, Roles.Editor);
            }

            await using var db = await App.Get<IDbContextFactory<TrackerDb>>().CreateDbContextAsync();
            async Task<Editor> Of(string name) => new(name, await db.Users.Where(u => u.UserName == name).Select(u => u.Id).SingleAsync());
            (Editor, Disabled) = (await Of("tom"), await Of("gone"));
            _commitment = (await db.Set<Commitment>().FirstAsync()).Id.ToString();

            Browsers.Add(("anonymous", App.Browser()));
            foreach (var (who, name) in new[] { ("editor", "tom"), ("admin", "ada"), ("disabled", "gone") })
            {
                var browser = App.Browser();
                Assert.Equal(HttpStatusCode.Redirect, (await browser.SignInAsync(name)).StatusCode);
                Browsers.Add((who, browser));
            }

            var program = App.Browser();
            program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
                "Bearer",
                await App.Get<ApiTokens>().MakeAsync(Editor, "all", [.. Scopes.All.Select(s => s.Name)], 1)
            );
            Browsers.Add(("token", program));

            // Disabled while signed in: the cookie is worth nothing from then on.
            await using var scope = App.Get<IServiceProvider>().CreateAsyncScope();
            await scope
                .ServiceProvider.GetRequiredService<AccountEdits>()
                .ChangeAsync(await Of("ada"), Disabled.AccountId!.Value, "editor", isDisabled: true);
        }

        public Task<string> FillAsync(string route) =>
            Task.FromResult(
                route
                    .Replace("/pillars/{Slug}", "/pillars/core-sectors", StringComparison.OrdinalIgnoreCase)
                    .Replace("/commitments/{Slug}", "/commitments/software-parks", StringComparison.OrdinalIgnoreCase)
                    .Replace("/indicators/{Slug}", "/indicators/electronics-manufacturing-revenue", StringComparison.OrdinalIgnoreCase)
                    .Replace("/announcements/{Slug}", "/announcements/" + Announcement, StringComparison.OrdinalIgnoreCase)
                    .Replace("/structure/{kind}", "/structure/goal", StringComparison.Ordinal)
                    .Replace("/records/{kind}/{id}", "/records/pillar/new", StringComparison.Ordinal)
                    .Replace("{kind}", "commitment", StringComparison.Ordinal)
                    .Replace("{id:guid}", _commitment, StringComparison.Ordinal)
                    .Replace("{number:int}", "1", StringComparison.Ordinal)
                    .Replace("{format}", "bib", StringComparison.Ordinal)
                    .Replace("{part:int:min(1)}", "1", StringComparison.Ordinal)
            );

        public async Task DisposeAsync()
        {
            Browsers.ForEach(b => b.Browser.Dispose());
            await App.DisposeAsync();
        }
    }
}
