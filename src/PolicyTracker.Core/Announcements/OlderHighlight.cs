using PolicyTracker.Core.Sources;

namespace PolicyTracker.Core.Announcements;

/// <summary>Quoted words of an older version, which the newest does not have in the same words or has not been looked at for.</summary>
public sealed record OlderHighlight(Highlight Highlight, int Version, QuotationAge Age);
