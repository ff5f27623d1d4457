using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Text;

namespace PolicyTracker.Core.Publishing;

/// <summary>What is needed to cite one version of a record, or the text of an announcement. docs/decisions/0052.</summary>
/// <param name="Key">Names it among the works of whoever cites it: letters a to z, digits and hyphens.</param>
/// <param name="Genre">What it is: a <see cref="RecordKind"/>, or an <see cref="AnnouncementKind"/>.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Author">Whose words it is: the issuer of an announcement; null for the tracker, whose editors wrote a record.</param>
/// <param name="Issued">When this version was made, or the announcement.</param>
/// <param name="Accessed">The day on which somebody reads it.</param>
/// <param name="Version">The version of the record, or of the text.</param>
/// <param name="Sha256">The hash of the revision, or of the text: by it the version can be told from any other.</param>
/// <param name="Address">The permanent address of this version.</param>
/// <param name="Original">Where the announcement was published; null where that is not recorded, and for what is none.</param>
/// <param name="Language">The language of the announcement; null for what is none.</param>
public sealed record Citation(
    string Key,
    Enum Genre,
    string Title,
    string? Author,
    Period Issued,
    DateOnly Accessed,
    int Version,
    string Sha256,
    Uri Address,
    string? Original,
    string? Language
)
{
    /// <summary>Who keeps it: the tracker, by its name and the host at which it is reached.</summary>
    public string Publisher => SummaryTexts.Texts["TrackerAt", Address.Host];

    /// <summary>Whose words it is, by name.</summary>
    public string AuthorName => Author ?? SummaryTexts.Texts["TrackerName"];

    /// <summary>What it is, as files say it: "press conference".</summary>
    public string GenreName => WireNames.Of(Genre).Replace('-', ' ');

    /// <summary>How to be sure of the version, and where else it is.</summary>
    public string Note =>
        Original is null ? SummaryTexts.Texts["CitedHash", Sha256] : SummaryTexts.Texts["CitedHashAndOriginal", Sha256, Original];

    /// <summary>It as a sentence for a list of sources, as the reader's language writes one.</summary>
    public string InWords() =>
        CitationTexts.Texts[
            "Plain",
            Author ?? CitationTexts.Texts["TrackerName"],
            Title,
            Genre,
            Version,
            Issued,
            Address.AbsoluteUri,
            Period.Of(Accessed)
        ];
}
