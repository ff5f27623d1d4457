using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Import;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Initiatives;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Core.Tests.Data;
using PolicyTracker.Text;

namespace PolicyTracker.Core.Tests.Import;

public sealed class SeedImportTests
{
    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task Every_seeded_statement_stands_on_words_of_the_press_conference(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await using var db = store.Db();
        var source = await db.Set<SourceVersion>().SingleAsync();
        Assert.Equal("81fc3567c7e25762d54bee585134ace776b8a088d9be97628311042caed07d80", source.Sha256);
        Assert.Equal(
            ["network-infrastructure", "core-sectors", "manufacturing-transformation"],
            await db.Set<Pillar>().OrderBy(p => p.Order).Select(p => p.Slug).ToListAsync()
        );
        Assert.Equal(22, await db.Set<Commitment>().CountAsync());
        Assert.Equal(17, await db.Set<Topic>().CountAsync());
        Assert.Equal(6, await db.Set<Initiative>().CountAsync());
        var annotations = await db.Set<Annotation>().ToListAsync();
        Assert.All(annotations, a => a.CheckAgainst(source));
        var quoted = annotations.Select(a => a.SupportsId).ToHashSet();
        Assert.All(await db.Set<Commitment>().ToListAsync(), c => Assert.Contains(c.Id, quoted));
        var revenue = await db.Set<Observation>()
            .Join(
                db.Set<Indicator>(),
                o => o.IndicatorId,
                i => i.Id,
                (o, i) =>
                    new
                    {
                        o.Value,
                        i.Scale,
                        o.Period,
                        i.Unit,
                    }
            )
            .ToListAsync();
        Assert.Contains(revenue, r => r is { Value: 15.4m, Scale: 1_000_000_000_000m, Unit: "CNY" } && r.Period == Period.Of("2022"));
        Assert.Contains(revenue, r => r is { Value: 10.8m, Unit: "CNY" } && r.Period == Period.Of("2022"));
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_second_start_changes_nothing_and_an_editors_words_stay(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await store
            .Get<RecordWriter>()
            .EditAsync(
                Editor.Seed,
                "clearer",
                async db =>
                {
                    (await db.Set<Pillar>().FirstAsync(p => p.Slug == "core-sectors")).Name = "Core sectors, as we call them";
                    return 0;
                }
            );
        await using var db = store.Db();
        var before = await db.Set<Revision>().CountAsync();
        await store.Get<SeedImport>().RunAsync();
        Assert.Equal(before, await db.Set<Revision>().CountAsync());
        Assert.Equal(
            "Core sectors, as we call them",
            (await db.Set<Pillar>().AsNoTracking().FirstAsync(p => p.Slug == "core-sectors")).Name
        );
    }

    [Theory, EachStore]
    public async Task A_seed_whose_words_are_not_in_the_text_is_named_and_nothing_is_written(string database)
    {
        await using var store = await TestStore.OpenAsync(database);
        var file = SeedFile.Read(
            new StringReader(
                """
                announcement: { slug: other, title: Other, issuer: miit, kind: plan, date: "2024-01-01", dateBasis: stated, language: en, text: other.txt }
                terms:
                  - { slug: smart-park, english: Smart park, definition: A park., quotations: [ { exact: smart parks } ] }
                """
            )
        );
        var refused = await Assert.ThrowsAsync<Refusal>(() =>
            store.Get<SeedImport>().RunAsync(StoreContent.BuiltIn, [(file, "Build smart farms.")], "another")
        );
        Assert.Contains("smart-park", refused.Message, StringComparison.Ordinal);
        await using var db = store.Db();
        Assert.False(await db.Set<Announcement>().AnyAsync(a => a.Slug == "other"));
    }
}
