using System.Globalization;
using System.Text;

namespace PolicyTracker.Benchmarks.Growth;

/// <summary>A text that grows by sentences; the words that are to be quoted are told by their place in it.</summary>
internal sealed class GeneratedText(Random random, bool isChinese)
{
    private readonly StringBuilder _text = new();

    /// <summary>The words that a sentence frames.</summary>
    public readonly record struct Place(int Start, int End);

    public bool IsChinese => isChinese;

    private NaturalWords Words => isChinese ? NaturalWords.Chinese : NaturalWords.English;

    public string Written() => _text.ToString().TrimEnd();

    /// <summary>Sentences that nothing quotes, as an announcement has between its statements.</summary>
    public void Filler()
    {
        for (var sentences = random.Next(1, 4); sentences > 0; sentences--)
        {
            _text.Append(Sentence(Words.Draw(random, random.Next(8, 26)))).Append(isChinese ? "。" : ". ");
        }

        if (random.Next(3) == 0)
        {
            _text.Append('\n');
        }
    }

    /// <summary>An undertaking.</summary>
    public Place Undertaking() =>
        isChinese
            ? Framed(
                "将",
                $"{Pick("建设", "推进", "完善", "培育", "制定", "扩大")}{Number()}个{Words.Draw(random, random.Next(3, 7))}",
                "，有关部门负责落实。"
            )
            : Framed(
                "We will ",
                $"{Pick("build", "expand", "publish", "fund", "train", "open", "repair")} {Number()} {Words.Draw(random, random.Next(4, 10))}",
                $" by {Year()}. "
            );

    /// <summary>A figure that is reported, or one to be reached.</summary>
    public Place Figure(string value, string period, bool isTarget) =>
        isChinese
            ? Framed(isTarget ? $"到{period}年，" : $"{period}年，", $"{Words.Draw(random, 3)}达到{value}%", "。")
            : Framed(
                isTarget ? $"By {period} " : $"In {period} ",
                $"{Words.Draw(random, 4)} {(isTarget ? "will reach" : "reached")} {value} percent",
                ". "
            );

    /// <summary>A result, a goal, a step on the way, a term: words of some length in a sentence.</summary>
    public Place Statement(int words) =>
        isChinese
            ? Framed("会议指出，", Words.Draw(random, words), "。")
            : Framed("The ministry said that ", Words.Draw(random, words), ". ");

    private Place Framed(string before, string words, string after)
    {
        _text.Append(before);
        var start = _text.Length;
        _text.Append(words);
        var end = _text.Length;
        _text.Append(after);
        return new(start, end);
    }

    private string Number() => random.Next(2, 900).ToString(CultureInfo.InvariantCulture);

    private string Year() => random.Next(2026, 2036).ToString(CultureInfo.InvariantCulture);

    private string Pick(params string[] of) => of[random.Next(of.Length)];

    private static string Sentence(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
