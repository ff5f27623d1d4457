using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Announcements;

/// <summary>
/// The reader's page: an announcement, one of its texts, and every accepted quotation of that text in its order;
/// <paramref name="Older"/> has those of older versions where the newest text is shown, and is empty otherwise.
/// </summary>
public sealed record AnnouncementDetail(
    AnnouncementItem Announcement,
    RecordName IssuerActor,
    RecordName? SpeakerActor,
    string? DateNote,
    string? Address,
    string? Licence,
    string? Note,
    VersionItem Version,
    IReadOnlyList<VersionItem> Versions,
    string Text,
    IReadOnlyList<Highlight> Highlights,
    IReadOnlyList<OlderHighlight> Older
);
