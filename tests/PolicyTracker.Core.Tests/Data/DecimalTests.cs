using CsCheck;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Text;

namespace PolicyTracker.Core.Tests.Data;

/// <summary>A value is kept to its last digit, and a store sorts and compares values as numbers.</summary>
public sealed class DecimalTests
{
    // Every decimal that there is: 96 bits, a scale of 0 to 28 and a sign. Small scales and few digits as often as all others.
    private static readonly Gen<decimal> Decimals = Gen.OneOf(
        Gen.Select(
            Gen.Int,
            Gen.Int,
            Gen.Int,
            Gen.Bool,
            Gen.Byte[0, 28],
            (low, middle, high, isNegative, scale) => new decimal(low, middle, high, isNegative && (low | middle | high) != 0, scale)
        ),
        Gen.Select(Gen.Int[-9_999, 9_999], Gen.Byte[0, 4], (digits, scale) => new decimal(Math.Abs(digits), 0, 0, digits < 0, scale))
    );

    [EachStore]
    [Theory]
    public async Task Values_come_back_as_they_were_and_are_sorted_and_compared_as_numbers_by_the_store(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await Decimals
            .Array[100]
            .SampleAsync(
                async values =>
                {
                    await using var db = store.Db();
                    var of = await AddAsync(db, values);
                    var kept = db.Set<Observation>().AsNoTracking().Where(o => o.IndicatorId == of);
                    var byId = await kept.OrderBy(o => o.Id).Select(o => o.Value).ToListAsync();
                    Assert.Equal(values.Select(Digits), byId.Select(Digits));
                    Assert.Equal(values.Order(), await kept.OrderBy(o => o.Value).Select(o => o.Value).ToListAsync());
                    Assert.Equal(values.Max(), await kept.MaxAsync(o => o.Value));
                    var middle = values[0];
                    Assert.Equal(values.Count(v => v < middle), await kept.CountAsync(o => o.Value < middle));
                    Assert.Equal(values.Count(v => v == middle), await kept.CountAsync(o => o.Value == middle));
                },
                iter: 5,
                threads: 1
            );
    }

    [EachStore]
    [Theory]
    public async Task A_number_is_equal_to_itself_with_zeros_behind_it(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await using var db = store.Db();
        var of = await AddAsync(db, [15.4m, 15.40m, 9m]);
        Assert.Equal(2, await db.Set<Observation>().CountAsync(o => o.IndicatorId == of && o.Value == 15.400m));
    }

    [Fact]
    public async Task What_another_program_wrote_for_a_number_ends_no_sorting()
    {
        await using var store = await TestStore.OpenAsync("sqlite");
        await using var db = store.Db();
        var of = await AddAsync(db, [10m, 9m, 1m]);
        var all = db.Set<Observation>().Where(o => o.IndicatorId == of);
        var last = await all.OrderBy(o => o.Id).Select(o => o.Id).FirstAsync();
        await db.Database.ExecuteSqlAsync($"""UPDATE "Observations" SET "Value" = 'banana' WHERE "Id" = {last}""");
        Assert.Equal(last, (await all.OrderBy(o => o.Value).Select(o => o.Id).ToListAsync())[^1]);
    }

    // An indicator with these values, in the order of their identities.
    private static async Task<Guid> AddAsync(TrackerDb db, decimal[] values)
    {
        var id = Guid.NewGuid();
        var indicator = new Indicator
        {
            Slug = $"values-{id}",
            Name = "Values",
            Unit = "count",
        };
        db.AllowWrites = true;
        db.Add(indicator);
        for (var i = 0; i < values.Length; i++)
        {
            var observation = new Observation
            {
                Id = new Guid(i, 0, 0, id.ToByteArray()[..8]),
                IndicatorId = indicator.Id,
                Period = Period.Of("2022"),
                Value = values[i],
            };
            db.Add(observation);
        }

        await db.SaveChangesAsync();
        return indicator.Id;
    }

    // All that a decimal is made of: 15.4 and 15.40 differ in it.
    private static string Digits(decimal value) => string.Join(' ', decimal.GetBits(value));
}
