using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Publishing;
using PolicyTracker.Core.Sources;
using PolicyTracker.Core.Tests.Data;

namespace PolicyTracker.Core.Tests.Publishing;

/// <summary>Whoever gets an exported summary can tell what was changed in it, and what the store says otherwise since.</summary>
public sealed class SummaryVerifierTests
{
    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task What_was_changed_in_a_file_is_named_and_what_the_store_states_since_is_no_forgery(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var exported = (await store.Get<PillarSummary>().WriteAsync("core-sectors"))!;
        var untouched = await VerifyAsync(store, exported);
        Assert.Empty(untouched.Failures.Concat(untouched.Since ?? []));

        // A status, a title, a value, a heading and a source date: each is named, with what the store stated.
        var delivered = Replace(exported, "- Status: announced", "- Status: delivered", after: "### Create software parks");
        Assert.Contains(
            "under “Create software parks”: the file says “Status: delivered",
            Sole(await VerifyAsync(store, delivered)),
            StringComparison.Ordinal
        );
        Assert.Contains("19.4", Sole(await VerifyAsync(store, Replace(exported, "15.4", "19.4", after: "\n| "))), StringComparison.Ordinal);
        Assert.Contains(
            "2024-03-01",
            Sole(await VerifyAsync(store, exported.Replace("    date: 2023-03-01", "    date: 2024-03-01", StringComparison.Ordinal))),
            StringComparison.Ordinal
        );
        var html = Sole(
            await VerifyAsync(
                store,
                exported.Replace("## Sources", "<blockquote>We will pay every debt.</blockquote>\n\n## Sources", StringComparison.Ordinal)
            )
        );
        Assert.Contains("We will pay every debt", html, StringComparison.Ordinal);
        Assert.Contains("which the store did not state", html, StringComparison.Ordinal);

        // The digest made anew over a forged file does not help.
        var forged = exported.Replace("- Status: announced", "- Status: withdrawn", StringComparison.Ordinal);
        var line = exported.Split('\n').First(l => l.StartsWith("statements-sha256", StringComparison.Ordinal));
        forged = forged.Replace(line, $"statements-sha256: {SummaryFile.Read(forged).ComputeDigest()}", StringComparison.Ordinal);
        var failures = (await VerifyAsync(store, forged)).Failures;
        Assert.DoesNotContain(failures, f => f.Contains("digest", StringComparison.Ordinal));
        Assert.Contains(
            failures,
            f =>
                f.Contains("the file says “Status: withdrawn", StringComparison.Ordinal)
                && f.Contains("the store stated “Status: announced", StringComparison.Ordinal)
        );

        // The store moves on: the file is of its time, and what differs by now is told apart from that.
        var parks = await store.CommitmentAsync("software-parks");
        await store.ChangeAsync(parks, new() { ["title"] = "Make software parks famous" });
        var later = await VerifyAsync(store, exported);
        Assert.Equal([], later.Failures);
        Assert.Contains(later.Since!, l => l.Contains("is now “Make software parks famous”", StringComparison.Ordinal));
        Assert.Contains(
            "“Create software parks”: the file says “Status: delivered",
            Sole(await VerifyAsync(store, delivered)),
            StringComparison.Ordinal
        );

        // What was taken out last leaves no time in a summary; a file from between two edits is known all the same.
        await using var db = store.Db();
        var colleges = await db.Set<Commitment>().FirstAsync(c => c.Slug == "software-colleges");
        var quotation = await db.Set<Annotation>().SingleAsync(a => a.SupportsId == colleges.Id);
        await store.Get<AnnotationEdits>().RemoveAsync(Editor.Seed, quotation.Id, 1, withStatement: true);
        var between = (await store.Get<PillarSummary>().WriteAsync("core-sectors"))!;
        await store
            .Get<CommitmentEdits>()
            .ChangeStatusAsync(Editor.Seed, parks.Id, 2, Status.InProgress, new DateOnly(2024, 5, 1), "Three parks named");
        Assert.Equal([], (await VerifyAsync(store, between)).Failures);
        Assert.Equal([], (await VerifyAsync(store, exported)).Failures);
    }

    [Theory]
    [EachStore("status: all delivered", "further line")]
    [EachStore("# all of it was delivered", "# all of it was delivered")]
    [EachStore("status: [all delivered", "no front matter that can be read")]
    public async Task What_is_added_to_the_front_matter_is_named(string database, string line, string says)
    {
        await using var store = await TestStore.OpenAsync(database);
        var exported = (await store.Get<PillarSummary>().WriteAsync("core-sectors"))!;
        var failures = (await VerifyAsync(store, exported.Replace("\nsources:", $"\n{line}\nsources:", StringComparison.Ordinal))).Failures;
        Assert.Contains(failures, f => f.Contains(says, StringComparison.Ordinal));
    }

    [Theory, EachStore]
    public async Task A_file_without_front_matter_or_digest_or_of_another_time_is_said_to_be_one(string database)
    {
        await using var store = await TestStore.OpenAsync(database);
        var exported = (await store.Get<PillarSummary>().WriteAsync("core-sectors"))!;
        var body = exported[exported.IndexOf("\n# ", StringComparison.Ordinal)..];
        var bare = await VerifyAsync(store, body);
        Assert.Equal([], bare.Failures); // all of it is what the store states now
        Assert.Contains("no front matter", Assert.Single(bare.Since!), StringComparison.Ordinal);
        Assert.Contains(
            (await VerifyAsync(store, body.Replace("announced", "delivered", StringComparison.Ordinal))).Failures,
            f => f.Contains("delivered", StringComparison.Ordinal)
        );
        var digest = exported.Split('\n').First(l => l.StartsWith("statements-sha256", StringComparison.Ordinal)) + "\n";
        Assert.Contains(
            "no digest",
            Assert.Single((await VerifyAsync(store, exported.Replace(digest, "", StringComparison.Ordinal))).Failures),
            StringComparison.Ordinal
        );
        var asOf = exported.Split('\n').First(l => l.StartsWith("as-of", StringComparison.Ordinal));
        Assert.Contains(
            (await VerifyAsync(store, exported.Replace(asOf, "as-of: 2019-01-01T00:00:00.000Z", StringComparison.Ordinal))).Failures,
            f => f.Contains("had no pillar", StringComparison.Ordinal)
        );
        Assert.NotEqual([], (await VerifyAsync(store, "# Nothing\n")).Failures);
    }

    [Theory]
    [EachStore("> In 2022 [^", "> In 2023 [^")]
    [EachStore("> In 2022 [^", "> [In 2022](https://example.org) [^")]
    [EachStore("> In 2022 [^", "> ## Made up\n>\n> In 2022 [^")]
    public async Task A_quotation_that_was_changed_is_named_once(string database, string was, string put)
    {
        await using var store = await TestStore.OpenAsync(database);
        var exported = (await store.Get<PillarSummary>().WriteAsync("core-sectors"))!;
        Assert.Contains(
            "Line ",
            Sole(await VerifyAsync(store, exported.Replace(was, put, StringComparison.Ordinal))),
            StringComparison.Ordinal
        );
    }

    private static Task<Verification> VerifyAsync(TestStore store, string markdown) => store.Get<SummaryVerifier>().VerifyAsync(markdown);

    // Beside the digest, which does not fit any more, one thing is named.
    private static string Sole(Verification verification)
    {
        Assert.Contains(verification.Failures, f => f.Contains("does not fit the digest", StringComparison.Ordinal));
        return Assert.Single(verification.Failures, f => !f.Contains("does not fit the digest", StringComparison.Ordinal));
    }

    private static string Replace(string text, string was, string put, string after = "")
    {
        var at = text.IndexOf(was, text.IndexOf(after, StringComparison.Ordinal), StringComparison.Ordinal);
        return string.Concat(text.AsSpan(0, at), put, text.AsSpan(at + was.Length));
    }
}
