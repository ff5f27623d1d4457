using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Text;

namespace PolicyTracker.Core.Announcements;

/// <summary>An announcement as lists show it; <paramref name="Quotations"/> counts the accepted ones.</summary>
public sealed record AnnouncementItem(
    Guid Id,
    string Slug,
    string Title,
    AnnouncementKind Kind,
    Period Date,
    DateBasis DateBasis,
    string Language,
    RecordName Issuer,
    RecordName? Speaker,
    int Versions,
    int Quotations
);
