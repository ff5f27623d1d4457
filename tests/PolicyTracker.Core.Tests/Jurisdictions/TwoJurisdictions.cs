using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Jurisdictions;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Core.Tests.Data;
using PolicyTracker.Text;

namespace PolicyTracker.Core.Tests.Jurisdictions;

/// <summary>The seed, which is China's, and what Scotland has announced.</summary>
internal static class TwoJurisdictions
{
    public const string Plan =
        "Published on 3 May 2022. The government will establish software colleges with high standards. "
        + "Software business revenue reached 2.5 billion pounds in 2021.";

    /// <summary>Adds a record by its general form.</summary>
    public static Task<Guid> AddAsync(TestStore store, RecordKind kind, params (string Name, string? Value)[] values) =>
        store.Get<RecordEdits>().SaveAsync(Editor.Seed, kind, null, 0, values.ToDictionary(v => v.Name, v => v.Value), "new");

    /// <summary>Adds Scotland as the second jurisdiction.</summary>
    public static Task<Guid> AddScotlandAsync(TestStore store) =>
        AddAsync(store, RecordKind.Jurisdiction, ("name", "Scotland"), ("nameZh", "苏格兰"), ("code", "GB-SCT"));

    /// <summary>Adds Scotland with a pillar, a goal, a body, an announcement, a commitment and an indicator.</summary>
    public static async Task<Guid> AddAllAsync(TestStore store)
    {
        var scotland = await AddScotlandAsync(store);
        var pillar = await AddAsync(
            store,
            RecordKind.Pillar,
            ("name", "Digital economy"),
            ("accent", "plum"),
            ("jurisdictionId", scotland.ToString())
        );
        await AddAsync(
            store,
            RecordKind.Actor,
            ("name", "Scottish Government"),
            ("actorKind", "government"),
            ("jurisdictionId", scotland.ToString())
        );
        await AnnounceAsync(store, "scottish-plan", Plan, "Scottish Government", new DateOnly(2022, 5, 3));
        await using var db = store.Db();
        var (goal, commitment) = (
            "establish software colleges with high standards",
            "Software business revenue reached 2.5 billion pounds in 2021"
        );
        await store
            .Get<AnnotationEdits>()
            .AttachAsync(Editor.Seed, await MarkAsync(store, "scottish-plan", goal), new NewGoal(pillar, "Software skills", null));
        var goalId = await db.Set<Core.Pillars.Goal>().Where(g => g.PillarId == pillar).Select(g => g.Id).SingleAsync();
        await store
            .Get<AnnotationEdits>()
            .AttachAsync(
                Editor.Seed,
                await MarkAsync(store, "scottish-plan", goal),
                new NewCommitment(
                    goalId,
                    "Found Scottish software colleges",
                    await db.Set<Core.Actors.Actor>().Where(a => a.Slug == "scottish-government").Select(a => a.Id).SingleAsync(),
                    null,
                    null,
                    null,
                    []
                )
            );
        await store.AttachAnywayAsync(
            await MarkAsync(store, "scottish-plan", commitment),
            new NewValue(
                false,
                null,
                new NewIndicator(
                    pillar,
                    "Scottish software business revenue",
                    "Software business revenue",
                    "GBP",
                    1_000_000_000m,
                    Direction.Up
                ),
                Period.Of("2021"),
                2.5m,
                Comparator.Equal,
                null
            )
        );
        return scotland;
    }

    /// <summary>Adds an announcement.</summary>
    public static Task<string> AnnounceAsync(
        TestStore store,
        string slug,
        string text,
        string issuer,
        DateOnly day,
        string? jurisdiction = "scotland"
    ) =>
        store
            .Get<AnnouncementEdits>()
            .AddAsync(
                Editor.Seed,
                new NewAnnouncement
                {
                    Title = slug,
                    Slug = slug,
                    Issuer = issuer,
                    Date = day,
                    Text = text,
                    Jurisdiction = jurisdiction,
                }
            );

    private static async Task<MarkedWords> MarkAsync(TestStore store, string announcement, string exact)
    {
        var source = await store.TextAsync(announcement);
        var start = source.Text.IndexOf(exact, StringComparison.Ordinal);
        return new MarkedWords(source.Id, source.Sha256, source.Map.ToCodePoints(new(start, start + exact.Length)), exact);
    }
}
