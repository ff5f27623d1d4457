namespace PolicyTracker.Text.Words;

/// <summary>What a piece of a sentence is.</summary>
public enum TokenKind
{
    /// <summary>Letters that belong together: "year's", "low-carbon" gives two with a mark between.</summary>
    Word,

    /// <summary>Digits with the points and commas inside them: 15.4, 3,000.</summary>
    Number,

    /// <summary>One Chinese character.</summary>
    Han,

    /// <summary>Any other character; "&gt;=" and "&lt;=", which may be one in the source, count as one.</summary>
    Mark,
}
