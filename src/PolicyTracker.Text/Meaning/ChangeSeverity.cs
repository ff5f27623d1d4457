using System.Text.Json.Serialization;

namespace PolicyTracker.Text.Meaning;

/// <summary>
/// What a change of words touches, from what can be overlooked to what turns a statement into another. From
/// <see cref="Content"/> on it may be another statement.
/// </summary>
public enum ChangeSeverity
{
    /// <summary>The words are the same, to the letter.</summary>
    [JsonStringEnumMemberName("none")]
    None,

    /// <summary>
    /// The same words and numbers set otherwise: white space, width, capitals, quotation marks, dashes and other punctuation,
    /// words joined or broken, a number written in another way, a footnote's mark, the head of a page.
    /// </summary>
    [JsonStringEnumMemberName("reformatted")]
    Reformatted,

    /// <summary>Simplified Chinese characters stand for traditional ones, or the other way round, or variant forms.</summary>
    [JsonStringEnumMemberName("script")]
    Script,

    /// <summary>The same words spelt otherwise: a slip that is no word, a British spelling for an American one, an article.</summary>
    [JsonStringEnumMemberName("wording")]
    Wording,

    /// <summary>A word that carries meaning stands for another one, or came or went.</summary>
    [JsonStringEnumMemberName("content")]
    Content,

    /// <summary>The name of a place, body or person differs.</summary>
    [JsonStringEnumMemberName("name")]
    Name,

    /// <summary>A unit or a currency differs.</summary>
    [JsonStringEnumMemberName("unit")]
    Unit,

    /// <summary>A month or day differs.</summary>
    [JsonStringEnumMemberName("date")]
    Date,

    /// <summary>A number, its scale or its sign differs.</summary>
    [JsonStringEnumMemberName("number")]
    Number,

    /// <summary>A "not", an "only" or a comparison was put in or left out, or a word turned into its opposite.</summary>
    [JsonStringEnumMemberName("negation")]
    Negation,
}
