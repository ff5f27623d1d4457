namespace PolicyTracker.Core.Publishing;

/// <summary>A page in the list for search engines.</summary>
/// <param name="Path">Its address, from the root of the server.</param>
/// <param name="ChangedAt">When the record that it shows was last edited, UTC.</param>
public sealed record SitemapEntry(string Path, DateTime ChangedAt);
