using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using PolicyTracker.Core.Localization;

namespace PolicyTracker.Web.Shared;

/// <summary>
/// Sentences with links and other elements in them. <c>[words]({0})</c> sets the words within the element that {0} makes, or as a link
/// where it is an address; {1} alone is a value or a fragment. Neither sentences nor values can bring mark-up along: all that is not
/// a fragment of the code goes in as text.
/// </summary>
internal static partial class SentenceMarkup
{
    /// <summary>The sentence under a key, as content of an element.</summary>
    /// <param name="texts">The sentences of a noun.</param>
    /// <param name="key">The sentence's name.</param>
    /// <param name="arguments">What stands at {0}, {1} …</param>
    public static RenderFragment Sentence(this TextResource texts, string key, params object?[] arguments) => Render(texts[key], arguments);

    /// <summary>The sentence that goes with a number, as content of an element; the number stands at {0}.</summary>
    public static RenderFragment CountSentence(this TextResource texts, string key, long count, params object?[] more) =>
        Render(texts.Form(key, count), [count, .. more]);

    private static RenderFragment Render(string sentence, object?[] arguments) =>
        builder =>
        {
            var at = 0;
            foreach (Match place in Places().Matches(sentence))
            {
                builder.AddContent(0, sentence[at..place.Index]);
                builder.AddContent(1, Fill(place, arguments));
                at = place.Index + place.Length;
            }

            builder.AddContent(2, sentence[at..]);
        };

    private static RenderFragment Fill(Match place, object?[] arguments)
    {
        var argument = arguments[int.Parse(place.Groups["number"].ValueSpan, CultureInfo.InvariantCulture)];
        if (place.Groups["words"] is { Success: true } words)
        {
            var around = argument as RenderFragment<RenderFragment> ?? Inline.Link((string)argument!);
            return around(Render(words.Value, arguments));
        }

        return argument switch
        {
            RenderFragment fragment => fragment,
            Enum value => builder => builder.AddContent(0, EnumTexts.Of(value)),
            _ => builder =>
                builder.AddContent(0, string.Format(CultureInfo.CurrentCulture, $"{{0{place.Groups["format"].Value}}}", argument)),
        };
    }

    [GeneratedRegex(@"\[(?<words>[^\]]*)\]\(\{(?<number>\d+)\}\)|\{(?<number>\d+)(?<format>:[^}]*)?\}")]
    private static partial Regex Places();
}
