using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Text;
using PolicyTracker.Text.Anchoring;

namespace PolicyTracker.Core.Announcements;

/// <summary>A quotation of an older version of an announcement, and what became of its words in the newest.</summary>
/// <param name="Id">The annotation.</param>
/// <param name="BasedOn">The annotation's version, for an edit of it.</param>
/// <param name="Announcement">The announcement's slug.</param>
/// <param name="From">Number of the version that it quotes.</param>
/// <param name="Exact">The words as that version has them.</param>
/// <param name="Place">Where they stand there.</param>
/// <param name="Supports">What they support; null for a comment.</param>
/// <param name="Comment">The editors' comment.</param>
/// <param name="Found">What was found in the newest version.</param>
/// <param name="There">The words found, with all that an edit needs; null where none were.</param>
/// <param name="Before">What stands before the words found, on their line; empty where none were.</param>
/// <param name="After">What stands behind them on their line.</param>
public sealed record ReanchoredQuotation(
    Guid Id,
    int BasedOn,
    string Announcement,
    int From,
    string Exact,
    CodePointRange Place,
    RecordLink? Supports,
    string? Comment,
    QuoteAnchor Found,
    MarkedWords? There,
    string Before,
    string After
)
{
    /// <summary>Whether the newest version says the same words in the same passage, so that no editor need look.</summary>
    public bool IsSame => Found.State is AnchorState.Exact or AnchorState.Moved;
}
