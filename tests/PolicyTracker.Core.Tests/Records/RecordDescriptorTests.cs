using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Tests.Data;

namespace PolicyTracker.Core.Tests.Records;

public sealed class RecordDescriptorTests
{
    public static TheoryData<RecordKind> Kinds { get; } = [.. Enum.GetValues<RecordKind>()];

    [Theory, MemberData(nameof(Kinds))]
    public async Task Every_field_that_history_and_forms_show_is_one_that_the_store_keeps(RecordKind kind)
    {
        await using var store = await TestStore.OpenAsync("sqlite");
        await using var db = store.Db();
        var descriptor = RecordDescriptors.Of(kind);
        var kept = db
            .Model.FindEntityType(descriptor.Type)!
            .GetProperties()
            .Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name))
            .ToHashSet();
        Assert.NotEmpty(descriptor.Fields);
        Assert.All(
            descriptor.Fields,
            f =>
                Assert.True(
                    f.Form is FieldForm.References ? !descriptor.SeveralOf(descriptor.Make(), f).Any() : kept.Contains(f.Name),
                    $"The store keeps no {f.Name} of a {descriptor.One}."
                )
        );
        Assert.True(descriptor.OrderedWithin is not { } key || kept.Contains(JsonNamingPolicy.CamelCase.ConvertName(key)));
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task Every_record_of_the_seed_is_found_again_by_its_slug_and_has_a_name(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await using var db = store.Db();
        foreach (var descriptor in RecordDescriptors.All)
        {
            if (await descriptor.Rows(db).FirstOrDefaultAsync() is not { } row)
            {
                continue;
            }

            var record = (await descriptor.FindAsync(db, row.Id, default))!;
            Assert.Equal(descriptor.Kind, record.Kind);
            Assert.NotEmpty(row.Label);
            Assert.StartsWith(
                "/",
                descriptor.PathTo(new(descriptor.Kind, row.Id, row.Label, row.Slug, row.PillarSlug, default)),
                StringComparison.Ordinal
            );
            if (record is IHasSlug { Slug: var slug })
            {
                Assert.Equal(record.Id, await descriptor.FindIdAsync(db, slug, isRemoved: false, default));
                Assert.Null(await descriptor.FindIdAsync(db, slug, isRemoved: true, default));
            }
        }
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task What_migrations_make_is_what_the_program_reads(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await using var db = store.Db();
        Assert.False(db.Database.HasPendingModelChanges());
    }
}
