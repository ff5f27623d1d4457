using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Data;
using PolicyTracker.Web.Tests.App;

namespace PolicyTracker.Web.Tests.Announcements;

/// <summary>What a program sends wrongly is refused by the name of its field, and no page suffers from it.</summary>
public sealed class AnnouncementsApiTests
{
    public static TheoryData<string> Stores { get; } = ["sqlite", "postgres"];

    private int _sent;

    private static readonly string[] Fields =
    [
        "title",
        "slug",
        "issuer",
        "date",
        "dateBasis",
        "dateNote",
        "kind",
        "language",
        "address",
        "text",
        "addAnyway",
    ];

    [Theory, MemberData(nameof(Stores))]
    public async Task Every_field_with_every_wrong_value_is_refused_by_its_name(string kind)
    {
        await using var app = await OpenAsync(kind);
        using var program = await ProgramAsync(app);
        var values = new Dictionary<string, string>
        {
            ["null"] = "null",
            ["number"] = "99",
            ["word"] = "\"99\"",
            ["empty"] = "\"\"",
            ["long"] = $"\"{new string('a', 6_000_000)}\"",
            ["NUL"] = "\"a\\u0000b\"",
            ["override"] = "\"a\\u202eb\"",
            ["half"] = "\"a\\ud83db\"",
            ["array"] = "[1]",
            ["object"] = "{\"a\":1}",
        };
        foreach (var field in Fields)
        {
            foreach (var (name, value) in values)
            {
                if (
                    (field, name)
                    is
                        ("slug" or "dateNote" or "address", "empty")
                        or
                        ("dateNote" or "address", "null")
                        or
                        ("title" or "slug" or "issuer" or "dateNote" or "text", "word")
                )
                {
                    continue; // these mean something
                }

                var (status, problem) = await SendAsync(program, Body(field, value));
                Assert.True(status is 400 or 422, $"{field} = {name}: {status} {problem}");
                Assert.True((string?)problem["field"] == field, $"{field} = {name}: {problem}");
                Assert.False(string.IsNullOrWhiteSpace((string?)problem["detail"]), $"{field} = {name}");
            }
        }

        foreach (var body in new[] { "", "{", "[]", "null", "\"x\"", "{\"kind\": law}" })
        {
            var (status, problem) = await SendAsync(program, body);
            Assert.True(status is 400 or 422, $"{body}: {status} {problem}");
        }

        Assert.Equal(HttpStatusCode.OK, (await program.GetAsync("/announcements")).StatusCode);
        Assert.Equal(201, (await SendAsync(program, Body("kind", "\"law\""))).Status);
        Assert.Equal(201, (await SendAsync(program, Body("date", "\"2007-11\""))).Status);
        Assert.Contains(
            "<time datetime=\"2007-11\">November 2007</time>",
            await program.GetStringAsync("/announcements?year=2007"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "No announcement of 1999 is recorded",
            await program.GetStringAsync("/announcements?year=1999"),
            StringComparison.Ordinal
        );
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_body_in_no_known_character_set_and_a_parameter_that_is_no_yes_or_no_are_named(string kind)
    {
        await using var app = await OpenAsync(kind);
        using var program = await ProgramAsync(app);
        using var body = new StringContent(Body("kind", "\"law\""), new MediaTypeHeaderValue("application/json") { CharSet = "klingon" });
        var answer = await program.PostAsync("/api/v1/announcements", body);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        Assert.Contains("klingon", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var none = new StringContent("[]", Encoding.UTF8, "application/json");
        answer = await program.PostAsync("/api/v1/announcements/miit-press-conference-2023-03-01/annotations?restricted=perhaps", none);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("restricted", (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["field"]);
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task An_address_with_a_control_character_leads_nowhere_and_never_to_a_fault(string kind)
    {
        await using var app = await OpenAsync(kind);
        using var reader = app.Browser();
        foreach (
            var path in new[]
            {
                "/pillars/a%00b",
                "/pillars/a%00b/summary",
                "/pillars/a%00b/summary.md",
                "/commitments/a%00b",
                "/indicators/a%00b",
                "/announcements/a%00b",
                "/announcements/a%00b/text.txt",
                "/announcements/a%00b/annotations.jsonld",
                "/a%00b",
                "/history/%00/x",
                "/commitments?status=%00",
                "/commitments?topic=%00",
                "/commitments?pillar=a%00",
                "/commitments?responsible=%00",
                "/pillars/core-sectors?topic=%00",
                "/glossary?q=%00",
                "/changes?by=%00",
                "/changes?q=%00",
                "/changes?kind=%00&from=%00",
                "/changes.atom?q=%00",
                "/changes.atom?by=%00",
                "/compare?from=%00&to=a",
                "/announcements?page=%00",
                "/announcements?year=%00",
                "/account/sign-in?returnUrl=%00",
                "/account/invitation?token=%00",
                "/?%00=1",
                "/pillars/%ED%A0%80",
                "/glossary?q=%ED%A0%80",
            }
        )
        {
            var status = (int)(await reader.GetAsync(path)).StatusCode;
            Assert.True(status < 500, $"{path}: {status}");
            Assert.True(!path.Contains("%00", StringComparison.Ordinal) || status is 400 or 404, $"{path}: {status}");
        }

        var signIn = await reader.PostFormAsync("/account/sign-in", "sign-in", ("Input.Name", "a\0b"), ("Input.Password", "x"));
        Assert.True((int)signIn.StatusCode < 500, $"{signIn.StatusCode}");
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task What_is_here_already_or_is_no_announcement_is_added_only_knowingly(string kind)
    {
        await using var app = await OpenAsync(kind);
        using var program = await ProgramAsync(app);
        Assert.Equal(201, (await SendAsync(program, Body("slug", "\"roads\""))).Status);
        var (status, known) = await SendAsync(
            program,
            Body("title", "\"Again\"").Replace("\"addAnyway\":true", "\"addAnyway\":false", StringComparison.Ordinal)
        );
        Assert.Equal((409, "roads"), (status, (string?)known["existing"]));
        Assert.Contains("addAnyway", (string?)known["detail"], StringComparison.Ordinal);
        (status, var page) = await SendAsync(
            program,
            Body("text", "\"404 Not Found\"").Replace("\"addAnyway\":true", "\"addAnyway\":false", StringComparison.Ordinal)
        );
        Assert.Equal(422, status);
        Assert.Contains("error page", (string?)page["detail"], StringComparison.Ordinal);
        Assert.Equal(201, (await SendAsync(program, Body("text", "\"404 Not Found\""))).Status);
    }

    private string Body(string field, string value)
    {
        var body = new JsonObject
        {
            ["title"] = $"Roads {_sent++}", // a short name of its own for each
            ["slug"] = "",
            ["issuer"] = "District",
            ["date"] = "2024-05-02",
            ["dateBasis"] = "stated",
            ["dateNote"] = null,
            ["kind"] = "plan",
            ["language"] = "en",
            ["address"] = null,
            ["text"] = "The district will build a road to the coast.",
            ["addAnyway"] = true,
        };
        body[field] = "@";
        return body.ToJsonString().Replace("\"@\"", value, StringComparison.Ordinal);
    }

    private static async Task<(int Status, JsonNode Problem)> SendAsync(HttpClient program, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await program.PostAsync("/api/v1/announcements", content);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(text.Length > 0, $"{(int)answer.StatusCode} without a body for {body[..Math.Min(200, body.Length)]}");
        return ((int)answer.StatusCode, JsonNode.Parse(text)!);
    }

    private static async Task<TrackerApplication> OpenAsync(string kind)
    {
        if (kind == "sqlite")
        {
            return new();
        }

        var server =
            Environment.GetEnvironmentVariable("POLICYTRACKER_TEST_POSTGRES")
            ?? throw new InvalidOperationException(
                "POLICYTRACKER_TEST_POSTGRES names no PostgreSQL. Run bash tests/run.sh, which starts one."
            );
        var name = $"tracker_{Guid.NewGuid():n}";
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
        await create.ExecuteNonQueryAsync();
        return new()
        {
            Settings = { ["database"] = new NpgsqlConnectionStringBuilder(server) { Database = name, Pooling = false }.ToString() },
        };
    }

    private static async Task<HttpClient> ProgramAsync(TrackerApplication app)
    {
        await app.AddAccountAsync("tom", Roles.Editor);
        await using var db = await app.Get<IDbContextFactory<TrackerDb>>().CreateDbContextAsync();
        var tom = new Editor("tom", await db.Users.Select(u => u.Id).SingleAsync());
        var program = app.Browser();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            await app.Get<ApiTokens>().MakeAsync(tom, "all", [.. Scopes.All.Select(s => s.Name)], 1)
        );
        return program;
    }
}
