using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PolicyTracker.Text.Anchoring;

namespace PolicyTracker.Core.Import;

/// <summary>An annotation as a file of another program, or of this one, gives it.</summary>
/// <param name="Id">Its identity there, or its number in the file.</param>
/// <param name="Source">The address of the page that it quotes; null where none is given.</param>
/// <param name="Place">Where it says that its words stand.</param>
/// <param name="Comment">What it says about them: texts, tags, who wrote it and when, as plain text; may be empty.</param>
/// <param name="Records">Records of a tracker that it links the words to.</param>
/// <param name="LinkComment">The comment for when a record is known: without what only describes the record.</param>
public sealed record ForeignAnnotation(
    string Id,
    string? Source,
    ForeignPlace Place,
    string Comment,
    IReadOnlyList<Guid> Records,
    string LinkComment
)
{
    /// <summary>Under what it is remembered once it was imported; null where the file gives it no identity.</summary>
    public string? Key { get; init; }

    /// <summary>Why it is not for everybody to read, in a sentence; null where nothing says so.</summary>
    public string? Restriction { get; init; }

    /// <summary>SHA-256 of all that the file says of it, so that a later change is seen.</summary>
    internal string Digest() =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(
                    JsonSerializer.Serialize(new object?[] { Place.Quote, Place.Until, Place.Within, Comment, LinkComment, Records })
                )
            )
        );
}

/// <summary>Where an annotation says that its words stand.</summary>
/// <param name="Quote">The quoted words, or those that a range begins with; null where it quotes none that can be looked for.</param>
public sealed record ForeignPlace(TextQuote? Quote = null)
{
    /// <summary>
    /// The words that a range ends before (https://www.w3.org/TR/annotation-model/#range-selector); null where it is none.
    /// </summary>
    public TextQuote? Until { get; init; }

    /// <summary>The words within which <see cref="Quote"/> is meant; null where it is the whole text.</summary>
    public TextQuote? Within { get; init; }

    /// <summary>The first character by number, in code points; a hint only.</summary>
    public int? Start { get; init; }

    /// <summary>Behind the last character by number, in code points.</summary>
    public int? End { get; init; }

    /// <summary>
    /// Whether the numbers count this text, and not the page of another program, so that they can be held against the words.
    /// </summary>
    public bool CountsText { get; init; }

    /// <summary>Why there are no words to look for, in a sentence; null where there are.</summary>
    public string? Unread { get; init; }
}
