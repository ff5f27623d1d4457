using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;

namespace PolicyTracker.Core.Suggestions;

/// <summary>Reads why suggestions are held back.</summary>
internal static class HeldBackReader
{
    /// <summary>Who rejected words that are held back, where and why.</summary>
    /// <param name="db">The context.</param>
    /// <param name="items">What would be suggested.</param>
    /// <param name="rejection">The annotation by which the words of each were rejected.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task<IReadOnlyList<HeldBackSuggestion>> ReadAsync(
        TrackerDb db,
        List<SuggestionItem> items,
        Func<SuggestionItem, Guid> rejection,
        CancellationToken cancel
    )
    {
        if (items.Count == 0)
        {
            return [];
        }

        var ids = items.Select(rejection).Distinct().ToList();
        var rejections = await (
            from a in db.Set<Annotation>()
            where ids.Contains(a.Id)
            join v in db.Set<SourceVersion>() on a.SourceVersionId equals v.Id
            join n in db.Set<Announcement>().IgnoreQueryFilters() on v.AnnouncementId equals n.Id
            join r in db.Set<Revision>() on a.Id equals r.RecordId
            where r.RecordKind == RecordKind.Annotation && r.RecordVersion == a.Version
            select new
            {
                a.Id,
                a.Version,
                r.Edit.By,
                r.Edit.At,
                r.Edit.Why,
                n.Slug,
                n.Title,
            }
        ).ToDictionaryAsync(r => r.Id, cancel);
        return
        [
            .. items
                .Where(i => rejections.ContainsKey(rejection(i)))
                .Select(i => (Item: i, By: rejections[rejection(i)]))
                .Select(h => new HeldBackSuggestion(h.Item, h.By.Id, h.By.Version, h.By.By, h.By.At, h.By.Why, h.By.Slug, h.By.Title)),
        ];
    }
}
