using System.Globalization;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Localization;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;

namespace PolicyTracker.Core.Tests.Localization;

public sealed class TextResourceTests
{
    [Theory]
    [InlineData("en", 0, "Other")]
    [InlineData("en", 1, "One")]
    [InlineData("en", 2, "Other")]
    [InlineData("zh-Hans", 1, "Other")]
    public void A_language_counts_in_its_own_way(string culture, int count, string form) =>
        Assert.Equal(form, Languages.PluralOf(CultureInfo.GetCultureInfo(culture), count));

    [Fact]
    public void A_sentence_that_is_missing_is_told_at_once() =>
        Assert.Contains(
            "NoSuchKey",
            Assert.Throws<InvalidOperationException>(() => new TextResource(typeof(EnumTexts))["NoSuchKey"]).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Each_value_of_an_enumeration_that_people_see_has_a_word()
    {
        var words = TextUses.Read(typeof(EnumTexts));
        var enums = words.Keys.Where(k => k.Contains('.', StringComparison.Ordinal)).Select(k => k.Split('.')[0]).ToHashSet();
        var types = new[] { typeof(TextResource).Assembly, typeof(Text.SourceText).Assembly }
            .SelectMany(a => a.GetTypes())
            .Where(t => t.IsEnum && enums.Contains(t.Name))
            .ToList();
        Assert.Equal(enums.Order(StringComparer.Ordinal), types.Select(t => t.Name).Order(StringComparer.Ordinal));
        Assert.Equal(
            types.SelectMany(t => Enum.GetNames(t).Select(n => $"{t.Name}.{n}")).Append("Unknown").Order(StringComparer.Ordinal),
            words.Keys.Order(StringComparer.Ordinal)
        );
        Assert.All(RecordDescriptors.All.SelectMany(d => d.Fields).Select(f => f.Values).OfType<Type>(), t => Assert.Contains(t, types));
    }

    [Fact]
    public void A_value_that_is_none_is_unknown()
    {
        Assert.Equal("in progress", EnumTexts.Of(Status.InProgress));
        Assert.Equal("unknown", EnumTexts.Of((AnnouncementKind)77));
    }
}
