using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Records;
using PolicyTracker.Text;

namespace PolicyTracker.Core.Tests.Indicators;

public sealed class ProgressTests
{
    [Fact]
    public void A_share_of_the_way_takes_a_baseline_a_later_value_and_a_target()
    {
        Assert.Equal((false, 0.25m), Told(Of(Direction.Up, [("2020", 40), ("2024", 55)], ("2030", 100, Comparator.Equal))));
        Assert.Equal((false, 0.5m), Told(Of(Direction.Down, [("2020", 80), ("2024", 60)], ("2030", 40, Comparator.Equal))));
        Assert.Equal((false, 0.5m), Told(Of(Direction.None, [("2020", 80), ("2024", 60)], ("2030", 40, Comparator.AtMost))));
        Assert.Equal((false, -0.25m), Told(Of(Direction.Up, [("2020", 40), ("2024", 25)], ("2030", 100, Comparator.AtLeast)))); // never told as progress
        Assert.Null(Of(Direction.Up, [("2024", 55)], ("2030", 100, Comparator.Equal))); // one value is no way
        Assert.Null(Of(Direction.Up, [("2024", 40), ("2024", 55)], ("2030", 100, Comparator.Equal)));
        Assert.Null(Of(Direction.Up, [], ("2030", 100, Comparator.Equal)));
        Assert.Null(Progress.Of(Indicator(Direction.Up, [Value("2020", 40), Value("2024", 55)], [])));
    }

    [Fact]
    public void A_value_that_meets_the_target_is_said_to_meet_it_and_no_share_is_computed()
    {
        Assert.Equal((true, null), Told(Of(Direction.Down, [("2020", 50), ("2024", 30)], ("2030", 40, Comparator.AtMost))));
        Assert.Equal((true, null), Told(Of(Direction.None, [("2020", 30), ("2024", 35)], ("2030", 40, Comparator.AtMost)))); // met from the beginning
        Assert.Equal((true, null), Told(Of(Direction.Up, [("2020", 50), ("2024", 120)], ("2030", 100, Comparator.Equal))));
        Assert.Equal((true, null), Told(Of(Direction.None, [("2024", 120)], ("2030", 100, Comparator.AtLeast)))); // that takes no baseline
        Assert.Null(Of(Direction.None, [("2020", 30), ("2024", 45)], ("2030", 40, Comparator.AtMost))); // it was met at first: there is no way to it
    }

    [Fact]
    public void Values_that_are_not_stated_as_they_are_tell_only_what_is_certain()
    {
        var target = Value("2030", 100, Comparator.AtLeast);
        IndicatorItem With(params ValueItem[] values) => Indicator(Direction.Up, values, [target]);
        Assert.True(Progress.Of(With(Value("2020", 40), Value("2024", 110, Comparator.AtLeast)))!.IsMet);
        Assert.True(Progress.Of(With(Value("2020", 40), Value("2024", 100, Comparator.MoreThan)))!.IsMet);
        Assert.Null(Progress.Of(With(Value("2020", 40), Value("2024", 110, Comparator.AtMost))));
        Assert.Null(Progress.Of(With(Value("2020", 40), Value("2024", 100, Comparator.Nearly))));
        Assert.Null(Progress.Of(With(Value("2020", 40), Value("2024", 90, Comparator.AtLeast))));
        Assert.Null(Progress.Of(With(Value("2020", 40, Comparator.About), Value("2024", 90))));
        Assert.Null(Progress.Of(With(Value("2020", 40), Value("2024", 110, Comparator.About))));
        Assert.Null(Of(Direction.Up, [("2020", 40), ("2024", 90)], ("2030", 100, Comparator.About)));
        Assert.Null(Of(Direction.Up, [("2020", 40), ("2024", 90)], ("2030", 100, Comparator.AtMost))); // it asks for less where more is wanted
    }

    [Fact]
    public void More_than_a_value_is_not_that_value()
    {
        Assert.True(Of(Direction.None, [("2020", 40), ("2024", 101)], ("2030", 100, Comparator.MoreThan))!.IsMet);
        Assert.Equal((true, null), Told(Of(Direction.None, [("2024", 99)], ("2030", 100, Comparator.LessThan))));
        Assert.Null(Of(Direction.None, [("2024", 100)], ("2030", 100, Comparator.MoreThan)));
        Assert.Null(Of(Direction.None, [("2024", 100)], ("2030", 100, Comparator.LessThan)));
        Assert.Null(Of(Direction.None, [("2020", 40), ("2024", 100)], ("2030", 100, Comparator.MoreThan)));
        Assert.Null(Of(Direction.None, [("2020", 100), ("2024", 90)], ("2030", 100, Comparator.MoreThan)));
        Assert.Equal((false, 0.5m), Told(Of(Direction.None, [("2020", 40), ("2024", 70)], ("2030", 100, Comparator.MoreThan))));
    }

    [Fact]
    public void A_target_is_held_against_the_values_of_its_time_and_not_of_later_ones()
    {
        var progress = Of(Direction.Up, [("2018", 50), ("2020", 80), ("2023", 110)], ("2020", 100, Comparator.Equal));
        Assert.Equal(((false, 0.6m), Period.Of("2020")), (Told(progress), progress!.Newest.Period));
        Assert.Null(Of(Direction.Up, [("2021", 50), ("2023", 110)], ("2020", 100, Comparator.Equal)));
    }

    [Theory]
    [InlineData(940000, Comparator.AtLeast, "count", 1, "at least 940,000")]
    [InlineData(15.4, Comparator.Equal, "CNY", 1e12, "15.4 trillion yuan")]
    [InlineData(12.5, Comparator.About, "percent", 1, "about 12.5%")]
    [InlineData(3000, Comparator.MoreThan, "count", 1, "more than 3,000")]
    [InlineData(1200.25, Comparator.AtMost, "km", 1e8, "at most 1,200.25 hundred million km")]
    public void A_value_reads_as_it_was_stated_with_all_its_digits(
        double value,
        Comparator comparator,
        string unit,
        double scale,
        string says
    ) => Assert.Equal(says, ValueText.Of((decimal)value, comparator, unit, (decimal)scale));

    [Fact]
    public void Every_comparator_has_a_word_of_its_own() =>
        Assert.Equal(Enum.GetValues<Comparator>().Length, Enum.GetValues<Comparator>().Select(c => ValueText.Of(1, c)).Distinct().Count());

    private static (bool, decimal?) Told(Progress? progress) => (progress!.IsMet, progress.Share);

    private static Progress? Of(
        Direction direction,
        (string Period, decimal Value)[] values,
        (string Period, decimal Value, Comparator Comparator) target
    ) =>
        Progress.Of(
            Indicator(direction, [.. values.Select(v => Value(v.Period, v.Value))], [Value(target.Period, target.Value, target.Comparator)])
        );

    private static ValueItem Value(string period, decimal value, Comparator comparator = Comparator.Equal) =>
        new(Guid.NewGuid(), Period.Of(period), value, comparator, null, []);

    private static IndicatorItem Indicator(Direction direction, ValueItem[] values, ValueItem[] targets) =>
        new(Guid.NewGuid(), "villages", "Villages", "", "count", 1, null, direction, null, Accent.Slate, values, targets, []);
}
