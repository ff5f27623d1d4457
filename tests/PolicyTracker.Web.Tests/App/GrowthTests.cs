using System.Collections.Concurrent;
using System.Data.Common;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Benchmarks.Growth;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Web.Tests.App;

/// <summary>What a page costs follows what it shows: a store of twenty times the seed is asked no more than the seed's.</summary>
public sealed partial class GrowthTests(GrowthTests.Stores stores) : IClassFixture<GrowthTests.Stores>
{
    private const string Text = "/announcements/miit-press-conference-2023-03-01";

    // A page that is full asks for each goal and pillar that it shows, where the seed's page shows fewer.
    private const int MoreShown = 12;

    public static TheoryData<string> Pages =>
        new()
        {
            "/",
            "/pillars/core-sectors",
            "/pillars/core-sectors?page=2",
            "/pillars/core-sectors?status=announced",
            "/pillars/core-sectors/summary",
            "/commitments",
            "/commitments?page=3",
            "/commitments?status=announced&pillar=core-sectors",
            "/commitments/software-colleges",
            "/commitments/software-colleges/edit",
            "/indicators",
            "/indicators?pillar=core-sectors",
            "/indicators/software-business-revenue",
            "/announcements",
            Text,
            $"{Text}/annotate",
            "/compare",
            "/glossary",
            "/glossary?kind=term&page=2",
            "/rules",
            "/changes",
            "/changes?kind=pillar",
            "/changes?act=removed",
            "/changes?from=2024-01-10&until=2024-01-12",
            "/changes/waiting",
            "/structure/goal",
            "/structure/term",
            "/changes.atom",
            $"{Text}/annotations.jsonld",
            "/changes/head.json",
        };

    [Theory, MemberData(nameof(Pages))]
    public async Task A_page_of_a_larger_store_asks_no_more_and_reads_no_table_of_quotations_or_edits_through(string path)
    {
        var (few, seedBytes) = await stores.Seed.AskAsync(path);
        var (many, bytes) = await stores.Large.AskAsync(path);
        Assert.True(
            many.Count <= few.Count + MoreShown,
            $"{path} asks the seed's store {few.Count} times and a larger one {many.Count} times."
        );
        Assert.True(bytes < 250_000, $"{path} has {bytes} bytes, of the seed {seedBytes}.");

        await using var db = await stores.Large.App.Get<IDbContextFactory<TrackerDb>>().CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        foreach (var asked in many)
        {
            var plan = await PlanAsync(db.Database.GetDbConnection(), asked);
            foreach (
                var table in Aliases()
                    .Matches(asked.Sql)
                    .Where(m => plan.Any(step => Regex.IsMatch(step, $"^SCAN {m.Groups[2].Value}( |$)")))
            )
            {
                // The newest edits are read from the end of the chain, as many as are listed.
                var isFromTheEnd =
                    table.Groups[1].Value == "Revisions"
                    && asked.Sql.Contains("LIMIT", StringComparison.Ordinal)
                    && !plan.Any(step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
                Assert.True(isFromTheEnd, $"{path} reads all of {table.Groups[1].Value}:\n{asked.Sql}\n{string.Join('\n', plan)}");
            }
        }
    }

    [Theory]
    [InlineData("/pillars/core-sectors/summary.md")]
    [InlineData("/annotations.jsonld")]
    [InlineData($"{Text}/annotations.jsonld")]
    [InlineData($"{Text}/text.txt")]
    [InlineData("/changes.atom")]
    [InlineData("/changes/head.json")]
    [InlineData("/commitments")]
    [InlineData("/pillars/nowhere/summary.md")]
    public async Task Asked_for_the_headers_alone_a_download_gives_those_that_it_has(string path)
    {
        using var browser = stores.Large.App.Browser();
        using var whole = await browser.GetAsync(path);
        using var head = await browser.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));
        Assert.Equal(whole.StatusCode, head.StatusCode);
        Assert.Equal(whole.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal(whole.Headers.ETag, head.Headers.ETag);
        Assert.Equal(whole.Headers.CacheControl, head.Headers.CacheControl);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("/pillars/core-sectors/summary.md")]
    [InlineData("/annotations.jsonld")]
    [InlineData("/changes.atom?kind=term")]
    [InlineData($"{Text}/text.txt")]
    public async Task Who_has_a_download_already_is_told_so_until_the_next_edit(string path)
    {
        using var app = new TrackerApplication();
        using var browser = app.Browser();
        using var first = await browser.GetAsync(path);
        var tag = first.Headers.ETag!;
        Assert.True(tag.IsWeak);
        Assert.Equal(HttpStatusCode.NotModified, await StatusAsync(browser, path, tag.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, await StatusAsync(browser, path, $"W/\"another\", {tag}"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, path, "W/\"another\""));

        var record = (await app.Get<Core.Records.RecordQueries>().FindToEditAsync(Core.Records.RecordKind.Term, "gigabit-city"))!;
        await app.Get<Core.Editing.RecordEdits>()
            .SaveAsync(
                Editor.Seed,
                record.Kind,
                record.Id,
                record.Version,
                new Dictionary<string, string?> { ["definition"] = "A city with gigabit access, as the sources use the word." },
                "clearer"
            );
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, path, tag.ToString()));
    }

    [Fact]
    public async Task What_a_page_does_not_know_in_an_address_makes_no_page_of_its_own_and_stands_in_none()
    {
        using var app = new TrackerApplication();
        using var browser = app.Browser();
        foreach (var path in new[] { "/pillars/core-sectors", "/commitments?status=announced", "/pillars/core-sectors/summary.md" })
        {
            var join = path.Contains('?', StringComparison.Ordinal) ? "&" : "?";
            string page;
            for (var n = 0; ; n++)
            {
                using var kept = await browser.GetAsync(path);
                page = await kept.Content.ReadAsStringAsync();
                if (kept.Headers.Age is not null || n == 50)
                {
                    break; // the watch for edits has told of the newest, once, and what was made before that is gone
                }
            }

            using var other = await browser.GetAsync($"{path}{join}from-a-newsletter=7");
            Assert.True(other.Headers.Age is not null, $"{path} was made anew for a parameter that it does not know.");
            Assert.Equal(page, await other.Content.ReadAsStringAsync());
            Assert.DoesNotContain("newsletter", page, StringComparison.Ordinal);
        }

        Assert.NotEqual(
            await browser.GetStringAsync("/commitments?status=announced"),
            await browser.GetStringAsync("/commitments?status=delivered")
        );
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient browser, string path, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        using var answer = await browser.SendAsync(request);
        return answer.StatusCode;
    }

    private static async Task<List<string>> PlanAsync(DbConnection connection, Asked asked)
    {
        await using var explain = connection.CreateCommand();
        explain.CommandText = "EXPLAIN QUERY PLAN " + asked.Sql;
        foreach (var (name, value) in asked.Parameters)
        {
            var parameter = explain.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            explain.Parameters.Add(parameter);
        }

        var plan = new List<string>();
        await using var reader = await explain.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            plan.Add(reader.GetString(3));
        }

        return plan;
    }

    [GeneratedRegex("\"(Annotations|Revisions)\" AS \"(\\w+)\"")]
    private static partial Regex Aliases();

    /// <summary>A statement as the store was asked it.</summary>
    public sealed record Asked(string Sql, IReadOnlyList<(string Name, object? Value)> Parameters);

    /// <summary>Notes the statements that read.</summary>
    public sealed class Watcher : DbCommandInterceptor
    {
        public ConcurrentQueue<Asked> Statements { get; } = [];

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            Statements.Enqueue(
                new(command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => (p.ParameterName, p.Value))])
            );
            return new(result);
        }
    }

    /// <summary>A server whose questions to its store are noted, with an editor signed in.</summary>
    public sealed class Watched(int times) : IAsyncDisposable
    {
        private readonly Watcher _watcher = new();
        private HttpClient _editor = null!;

        public TrackerApplication App { get; private set; } = null!;

        public async Task StartAsync()
        {
            App = new TrackerApplication { Add = s => s.AddSingleton<IDbCommandInterceptor>(_watcher) };
            await StoreGenerator.RunAsync(new StoreLocation(App.Data, null), times);
            await App.AddAccountAsync("ada", Roles.Editor);
            _editor = App.Browser();
            await _editor.SignInAsync("ada");
        }

        /// <summary>What a page asks the store, and how long it is. What the server asks by itself is left out.</summary>
        public async Task<(IReadOnlyList<Asked> Statements, int Bytes)> AskAsync(string path)
        {
            await _editor.GetByteArrayAsync(path);
            _watcher.Statements.Clear();
            var bytes = (await _editor.GetByteArrayAsync(path)).Length;
            return (
                [
                    .. _watcher.Statements.Where(s =>
                        !s.Sql.Contains("\"r\".\"Sequence\" > ", StringComparison.Ordinal)
                        && !s.Sql.Contains("\"Sessions\"", StringComparison.Ordinal)
                        && !s.Sql.Contains("\"AspNet", StringComparison.Ordinal)
                    ),
                ],
                bytes
            );
        }

        public async ValueTask DisposeAsync()
        {
            _editor.Dispose();
            await App.DisposeAsync();
        }
    }

    public sealed class Stores : IAsyncLifetime
    {
        public Watched Seed { get; } = new(1);

        public Watched Large { get; } = new(20);

        public async Task InitializeAsync()
        {
            await Seed.StartAsync();
            await Large.StartAsync();
        }

        public async Task DisposeAsync()
        {
            await Seed.DisposeAsync();
            await Large.DisposeAsync();
        }
    }
}
