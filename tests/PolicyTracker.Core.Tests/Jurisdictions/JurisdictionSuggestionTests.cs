using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Actors;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Core.Suggestions;
using PolicyTracker.Core.Tests.Data;
using static PolicyTracker.Core.Tests.Jurisdictions.TwoJurisdictions;

namespace PolicyTracker.Core.Tests.Jurisdictions;

/// <summary>What is suggested for an announcement is of its own jurisdiction.</summary>
public sealed class JurisdictionSuggestionTests
{
    private const string Later =
        "Published on 3 May 2024. The Ministry of Industry and Information Technology will establish software colleges with high "
        + "standards. Software business revenue reached 12 trillion yuan in 2023. Software business revenue reached 3 billion pounds "
        + "in 2023.";

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task Goals_bodies_commitments_and_indicators_of_another_are_not_proposed(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await AddAllAsync(store);
        await AnnounceAsync(store, "of-scotland", Later, "Scottish Government", new(2024, 5, 3));
        await AnnounceAsync(store, "of-china", Later, "MIIT", new(2024, 5, 3), "china");
        await AnnounceAsync(store, "of-none", Later, "MIIT", new(2024, 5, 3), jurisdiction: null);
        await using var db = store.Db();
        var pillars = await db.Set<Pillar>().ToDictionaryAsync(p => p.Id, p => p.Slug);
        var actors = await db.Set<Actor>().ToDictionaryAsync(a => a.Id, a => a.Slug);

        var (_, scottish, scottishFigures) = await FindAsync("of-scotland");
        Assert.Equal("Found Scottish software colleges", scottish.Known?.Label);
        Assert.Equal("scottish-government", actors[scottish.Responsible!.Value]);
        Assert.DoesNotContain(scottish.Named, n => n.Group == "body" && n.Label.Contains("Industry", StringComparison.Ordinal));
        Assert.Equal(["Scottish software business revenue"], scottishFigures.Select(f => f.Indicator?.Name).OfType<string>());

        var (pillar, chinese, chineseFigures) = await FindAsync("of-china");
        Assert.Equal("Establish software colleges", chinese.Known?.Label);
        Assert.Equal("miit", actors[chinese.Responsible!.Value]);
        Assert.Equal(["Software business revenue"], chineseFigures.Select(f => f.Indicator?.Name).OfType<string>());
        Assert.NotEqual("digital-economy", pillar is { } id ? pillars[id] : null);

        var (_, any, anyFigures) = await FindAsync("of-none");
        Assert.NotNull(any.Known);
        Assert.Equal("miit", actors[any.Responsible!.Value]);
        Assert.Equal(2, anyFigures.Count(f => f.Indicator is not null));

        async Task<(Guid? Pillar, SuggestionMatches Commitment, List<SuggestionMatches> Figures)> FindAsync(string announcement)
        {
            var found = await store.SuggestAsync(announcement);
            var whose = await db.Set<Announcement>().Where(n => n.Slug == announcement).Select(n => n.JurisdictionId).SingleAsync();
            var own = await db.Set<Pillar>().Where(p => whose == null || p.JurisdictionId == whose).Select(p => (Guid?)p.Id).ToListAsync();
            Assert.All(found, f => Assert.True(f.Pillar is null || own.Contains(f.Pillar)));
            var matches = await store.Get<SuggestionMatchQueries>().FindAsync(found);
            var goals = matches.Select(m => m.Goal?.Id).OfType<Guid>().ToList();
            Assert.All(await db.Set<Goal>().Where(g => goals.Contains(g.Id)).ToListAsync(), g => Assert.Contains(g.PillarId, own));
            var first = found.Select((f, i) => (f, i)).First(f => f.f.Kind is RecordKind.Commitment);
            return (first.f.Pillar, matches[first.i], [.. matches.Where((_, i) => found[i].Figure is not null)]);
        }
    }
}
