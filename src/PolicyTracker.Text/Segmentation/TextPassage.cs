using System.Text.Json.Serialization;

namespace PolicyTracker.Text.Segmentation;

/// <summary>What sort of passage it is.</summary>
public enum PassageKind
{
    /// <summary>A line without a full stop that stands over others.</summary>
    [JsonStringEnumMemberName("heading")]
    Heading,

    /// <summary>A sentence of a paragraph.</summary>
    [JsonStringEnumMemberName("sentence")]
    Sentence,

    /// <summary>A sentence of a list item: numbered, bulleted, or with a Chinese ordinal such as 一、 or （二）.</summary>
    [JsonStringEnumMemberName("item")]
    Item,
}

/// <summary>A piece of a text. The passages of a text cover it, follow each other and never overlap.</summary>
/// <param name="Kind">What sort it is.</param>
/// <param name="Start">
/// UTF-16 position where it begins: white space before its first word belongs to the passage before (at the head of the text,
/// to it).
/// </param>
/// <param name="End">UTF-16 position where the next begins.</param>
/// <param name="ContentStart">Its first character that is neither white space nor the mark of a list item.</param>
/// <param name="ContentEnd">Behind its last character that is not white space.</param>
/// <param name="Paragraph">Number of the line it stands in, from 0, empty lines not counted.</param>
public readonly record struct TextPassage(PassageKind Kind, int Start, int End, int ContentStart, int ContentEnd, int Paragraph)
{
    /// <summary>Its words, without the mark of a list's item.</summary>
    public CharRange Content => new(ContentStart, ContentEnd);
}
