using PolicyTracker.Core.Records;
using PolicyTracker.Core.Tests.Localization;

namespace PolicyTracker.Core.Tests.Records;

public sealed class RecordTextsTests
{
    [Fact]
    public void Each_kind_and_each_field_is_called_something_and_no_name_is_left_over()
    {
        var kinds = RecordDescriptors.All.SelectMany(d => new[] { d.One, d.OneOfThem, d.Many });
        var labels = RecordDescriptors.All.SelectMany(d => d.Fields).Select(f => f.Label); // throws where there is none
        Assert.All(kinds.Concat(labels), Assert.NotEmpty);

        var keys = RecordDescriptors.All.SelectMany(d => d.Fields).Select(f => f.TextKey);
        var names = Enum.GetNames<RecordKind>().SelectMany(k => new[] { $"{k}.One", $"{k}.OneOfThem", $"{k}.Many" });
        Assert.Equal(
            keys.Concat(names).Append("Goal.OfNoPillar").Distinct().Order(StringComparer.Ordinal),
            TextUses.Read(typeof(RecordTexts)).Keys.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_field_that_means_another_thing_elsewhere_is_called_otherwise_there()
    {
        static string Label(RecordKind kind, string field) => RecordDescriptors.Of(kind).Field(field)!.Label;
        Assert.Equal("Goal", Label(RecordKind.Commitment, "goalId"));
        Assert.Equal("Evidence for the goal", Label(RecordKind.Achievement, "goalId"));
        Assert.Equal("bodies and persons", RecordDescriptors.Of(RecordKind.Actor).Many);
    }
}
