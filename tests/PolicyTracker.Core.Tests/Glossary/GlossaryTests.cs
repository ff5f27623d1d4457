using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Glossary;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Tests.Data;
using PolicyTracker.Core.Tests.Localization;

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

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task Who_reads_Chinese_finds_Chinese_names_by_their_pinyin(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var glossary = store.Get<GlossaryQueries>();
        var english = (await glossary.ReadAsync()).Terms.Items;
        Assert.Equal(english.Select(t => t.English).Order(StringComparer.OrdinalIgnoreCase), english.Select(t => t.English));
        using var speaking = new Speaking("zh-Hans");
        var chinese = (await glossary.ReadAsync()).Terms.Items;
        var read = chinese.Where(t => t.Pinyin is not null).Select(t => KnownName.Fold(t.Pinyin!)).ToList();
        Assert.True(read.Count > 10);
        Assert.Equal(read.Order(StringComparer.Ordinal), read);
    }

    [Fact]
    public void A_record_is_called_by_its_readers_name_with_the_other_beside()
    {
        Assert.Equal(("China", "中国"), (RecordNames.Shown("China", "中国"), RecordNames.Beside("China", "中国")));
        using var speaking = new Speaking("zh-Hans");
        Assert.Equal(("中国", "China"), (new RecordName("china", "China", "中国").Shown, RecordNames.Beside("China", "中国")));
        Assert.Equal(("Build roads", null), (RecordNames.Shown("Build roads", null), RecordNames.Beside("Build roads", null)));
    }
}
