using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Actors;
using PolicyTracker.Core.Administration;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Glossary;
using PolicyTracker.Core.History;
using PolicyTracker.Core.Jurisdictions;
using PolicyTracker.Core.Publishing;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Tests.Data;
using PolicyTracker.Tests;

namespace PolicyTracker.Core.Tests.Jurisdictions;

/// <summary>A store from before there were jurisdictions: no record has one, and no content of a revision names the field.</summary>
public sealed class OlderStoreTests
{
    private static readonly Guid Ministry = Guid.Parse("018e2f3a-5c00-7000-8000-000000000001");

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task It_opens_shows_all_that_it_had_and_is_verified(string kind)
    {
        await using var store = await MakeAsync(kind);
        await store.Get<TrackerStore>().OpenAsync();
        Assert.Empty((await store.Get<StoreVerifier>().VerifyAsync()).Failures);

        // Nothing of it is anybody's: shown to whoever asks for a jurisdiction, whichever.
        await TwoJurisdictions.AddScotlandAsync(store);
        await TwoJurisdictions.AddAsync(store, RecordKind.Jurisdiction, ("name", "China"), ("code", "CN"));
        var scope = await store.Get<JurisdictionQueries>().ChooseAsync("china");
        Assert.Equal(
            "Ministry of Trees",
            Assert.Single((await store.Get<GlossaryQueries>().ReadAsync(new(Jurisdiction: scope.Id))).Actors.Items).Name
        );

        // Given one, its history says so, and its first version can be restored.
        await store
            .Get<RecordEdits>()
            .SaveAsync(
                Editor.Seed,
                RecordKind.Actor,
                Ministry,
                1,
                new Dictionary<string, string?> { ["jurisdictionId"] = scope.Id.ToString() },
                "China's"
            );
        await using var db = store.Db();
        Assert.Equal(scope.Id, (await db.Set<Actor>().SingleAsync()).JurisdictionId);
        Assert.NotNull(await store.Get<HistoryQueries>().FindVersionAsync(RecordKind.Actor, Ministry, 1));
        Assert.Empty((await store.Get<StoreVerifier>().VerifyAsync()).Failures);
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_field_that_no_edit_has_filled_is_found_out_where_it_is_not_empty(string kind)
    {
        await using var store = await MakeAsync(kind);
        await store.Get<TrackerStore>().OpenAsync();
        var scotland = await TwoJurisdictions.AddScotlandAsync(store);
        await using var db = store.Db();
        await db.Set<Actor>().ExecuteUpdateAsync(set => set.SetProperty(a => a.JurisdictionId, scotland));
        var failure = Assert.Single((await store.Get<StoreVerifier>().VerifyAsync()).Failures);
        Assert.Contains("Jurisdiction", failure, StringComparison.Ordinal);
    }

    // As the first migration left it, with one record and its history.
    private static async Task<TestStore> MakeAsync(string kind)
    {
        var database = kind == "postgres" ? await SeededStore.CreateDatabaseAsync() : null;
        var location = new StoreLocation(Path.Combine(Path.GetTempPath(), $"tracker-{Guid.NewGuid():n}"), database);
        if (database is null)
        {
            StoreFolder.Prepare(location);
        }

        var store = TestStore.Closed(location);
        await using var db = store.Db();
        await db.GetService<IMigrator>().MigrateAsync(db.Database.GetMigrations().First());
        var at = new DateTime(2026, 3, 1, 10, 0, 0, DateTimeKind.Utc);
        var revision = new Revision
        {
            Sequence = 1,
            EditId = 1,
            Edit = new Edit
            {
                Id = 1,
                At = at,
                AccountId = null,
                By = "Seed",
                Why = "made",
                Origin = EditOrigin.Seed,
            },
            Act = RevisionAct.Created,
            RecordKind = RecordKind.Actor,
            RecordId = Ministry,
            RecordVersion = 1,
            Label = "Ministry of Trees",
            Content = $$"""
                {
                  "actorKind": "ministry", "changedAt": "2026-03-01T10:00:00Z", "id": "{{Ministry}}", "name": "Ministry of Trees",
                  "nameZh": null, "partOfId": null, "removedAt": null, "role": null, "slug": "ministry-of-trees", "version": 1
                }
                """,
            PreviousHash = Revision.NoHash,
        };
        revision.Hash = revision.ComputeHash();
        db.AllowWrites = true;
        db.Add(revision);
        db.Settings.Add(new Setting { Name = Setting.StoreContent, Value = "empty" });
        await db.SaveChangesAsync();
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Actors" ("Id", "Slug", "Name", "ActorKind", "Version", "ChangedAt")
            VALUES ({Ministry}, 'ministry-of-trees', 'Ministry of Trees', 'ministry', 1, {at})
            """
        );
        return store;
    }
}
