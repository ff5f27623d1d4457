using CsCheck;
using PolicyTracker.Text.Comparison;

namespace PolicyTracker.Text.Tests.Comparison;

public sealed class PreparedWordingTests
{
    private static readonly string[] Words =
    [
        "build",
        "Build",
        "a",
        "library",
        "in",
        "each",
        "town",
        "by",
        "2027",
        "2030",
        ",",
        ".",
        "—",
        "工业",
        "互联网",
        "建设",
        "“parks”",
    ];

    private static readonly Gen<string> Wordings = Gen.Int[0, Words.Length - 1]
        .Array[0, 14]
        .Select(list => string.Join(' ', list.Select(i => Words[i])));

    [Fact]
    public void How_alike_two_wordings_can_be_is_never_told_too_low() =>
        Gen.Select(Wordings, Wordings).Sample((a, b) => new PreparedWording(a).LikenessAtMost(new(b)) >= Wording.Likeness(a, b) - 1e-9);

    [Fact]
    public void The_most_like_of_many_is_found_as_if_each_had_been_compared() =>
        Gen.Select(Wordings, Wordings.Array[1, 12])
            .Sample(
                (words, many) =>
                {
                    var best = many.Max(m => Wording.Likeness(words, m));
                    var (item, likeness) = new PreparedWording(words).Best(many, m => new PreparedWording(m), 0.5);
                    return best >= 0.5 ? item is not null && likeness == best && Wording.Likeness(words, item) == best : item is null;
                }
            );
}
