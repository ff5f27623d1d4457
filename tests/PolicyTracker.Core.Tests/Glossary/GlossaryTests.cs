using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Glossary;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Tests.Data;

namespace PolicyTracker.Core.Tests.Glossary;

/// <summary>Names are found by a part of them, as they stand now.</summary>
public sealed class GlossaryTests
{
    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_name_is_found_by_a_part_of_it_as_soon_as_any_server_has_written_it(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var glossary = store.Get<GlossaryQueries>();
        async Task<IEnumerable<string>> TermsAsync(string words) => (await glossary.ReadAsync(new(words))).Terms.Items.Select(t => t.Slug);

        Assert.Contains("industrial-internet", await TermsAsync("gong ye"));
        Assert.Contains("industrial-internet", await TermsAsync("GŌNGYÈ"));
        Assert.Contains("industrial-internet", await TermsAsync("工业"));
        Assert.Empty(await TermsAsync("harbour"));
        Assert.Equal("State Council", Assert.Single((await glossary.ReadAsync(new("state coun"))).Actors.Items).Name);

        // Another server on the same store renames one, then takes it out of view.
        await using var other = TestStore.Closed(store.Location);
        var term = (await other.Get<RecordQueries>().FindToEditAsync(RecordKind.Term, "industrial-internet"))!;
        await other.ChangeAsync(term, new() { ["english"] = "Harbour net" });
        Assert.Equal(["industrial-internet"], await TermsAsync("harbour"));
        Assert.DoesNotContain("industrial-internet", await TermsAsync("industrial internet"));
        await other.Get<RecordEdits>().RetireAsync(Editor.Seed, RecordKind.Term, term.Id, term.Version + 1, "no more used");
        Assert.Empty(await TermsAsync("harbour"));
    }
}
