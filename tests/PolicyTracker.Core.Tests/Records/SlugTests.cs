using System.Text.RegularExpressions;
using CsCheck;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Tests.Records;

public sealed partial class SlugTests
{
    [Theory]
    [InlineData("Émile’s “Plan”: 5G & AI", "emiles-plan-5g-ai")]
    [InlineData("Gōngyè hé xìnxīhuà bù", "gongye-he-xinxihua-bu")]
    [InlineData(
        "Build a world-leading network infrastructure in all the prefecture-level cities",
        "build-a-world-leading-network-infrastructure-in-all-the"
    )]
    public void A_title_reads_as_its_address(string title, string slug) => Assert.Equal(slug, Slug.From(title, "record"));

    [Fact]
    public void Two_titles_without_a_latin_letter_get_addresses_of_their_own() =>
        Assert.NotEqual(Slug.From("数字中国", "term"), Slug.From("制造强国", "term"));

    [Fact]
    public void Whatever_the_title_its_address_needs_no_escaping() =>
        Gen.String[0, 120].Sample(title => Assert.Matches(Shape(), Slug.From(title, "record")));

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Shape();
}
