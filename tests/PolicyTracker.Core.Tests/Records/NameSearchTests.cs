using CsCheck;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Tests.Records;

public sealed class NameSearchTests
{
    private static readonly Gen<string> Name = Gen.Char["ab 工 é\n-"].Array[1, 6].Select(c => new string(c));

    [Fact]
    public void The_names_that_hold_the_words_are_found_in_their_order_whatever_is_asked()
    {
        var names = Gen.Select(Name, Name, (english, chinese) => new KnownName(Guid.NewGuid(), english, chinese)).List[0, 8];
        Gen.Select(names, Gen.Frequency((9, Gen.Char["abE工\n"].Array[1, 3].Select(c => new string(c))), (1, Gen.Const("a\0b"))))
            .Sample(
                (known, words) =>
                    Assert.Equal(
                        known.Where(n => n.Folded.Contains(KnownName.Fold(words), StringComparison.Ordinal)),
                        new NameSearch(known).Find(words)
                    )
            );
    }

    [Fact]
    public void Tone_marks_spaces_and_capitals_do_not_count()
    {
        var name = new KnownName(Guid.NewGuid(), "Industrial Internet", "工业互联网") { Pinyin = "gōngyè hùliánwǎng" };
        var search = new NameSearch([name]);
        Assert.All(["gong ye", "INDUSTRIAL", "业互", "alinter"], words => Assert.Equal([name], search.Find(words)));
        Assert.Empty(search.Find("netindustrial"));
    }
}
