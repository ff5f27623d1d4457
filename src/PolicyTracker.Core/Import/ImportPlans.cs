using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Sources;
using PolicyTracker.Text;
using static PolicyTracker.Core.Import.ImportTexts;

namespace PolicyTracker.Core.Import;

/// <summary>What is to become of an annotation, as far as its words decide it.</summary>
/// <param name="Annotation">The annotation.</param>
/// <param name="Result">What is told if it is as it seems.</param>
/// <param name="Planner">The text that its words stand in; null where it is left.</param>
/// <param name="Place">Where they stand there.</param>
/// <param name="Doubt">Why it is taken only knowingly; null where it need not be.</param>
internal sealed record PlannedAnnotation(
    ForeignAnnotation Annotation,
    ImportedAnnotation Result,
    QuotePlanner? Planner = null,
    FoundPlace? Place = null,
    string? Doubt = null
);

/// <summary>What is the same of two annotations that say the same.</summary>
internal readonly record struct SameAnnotation(Guid Source, CharRange Place, Guid? Supports, string? Comment);

/// <summary>An import under way: the texts that are quoted, and what stands in them.</summary>
internal sealed partial class ImportPlans
{
    private readonly IDbContextFactory<TrackerDb> _contexts;
    private readonly string? _announcement;
    private readonly ImportChoice _choice;
    private readonly Dictionary<Guid, QuotePlanner> _planners = [];
    private ILookup<string, KnownText> _byAddress;
    private ILookup<string, KnownText> _bySlug;
    private bool _knowsAll;

    private ImportPlans(IDbContextFactory<TrackerDb> contexts, string? announcement, ImportChoice choice)
    {
        (_contexts, _announcement, _choice) = (contexts, announcement, choice);
        _bySlug = _byAddress = Array.Empty<KnownText>().ToLookup(t => t.Slug);
    }

    /// <summary>What stands in the texts that were looked at, and whether it was removed.</summary>
    public Dictionary<SameAnnotation, (Guid Id, DateTime? RemovedAt)> Standing { get; } = [];

    /// <summary>The identities under which this file's annotations were taken.</summary>
    public HashSet<string> Taken { get; } = new(StringComparer.Ordinal);

    /// <summary>Begins an import.</summary>
    /// <exception cref="Refusal">There is no such announcement.</exception>
    public static async Task<ImportPlans> OpenAsync(
        IDbContextFactory<TrackerDb> contexts,
        TrackerDb db,
        string? announcement,
        ImportChoice choice,
        CancellationToken cancel
    )
    {
        if (announcement is not null && !await db.Set<Announcement>().AnyAsync(n => n.Slug == announcement, cancel))
        {
            throw Refusal.NoAnnouncement(announcement);
        }

        return new(contexts, announcement, choice);
    }

    /// <summary>Looks for the words of some annotations.</summary>
    public async Task<List<PlannedAnnotation>> PlanAsync(IReadOnlyList<ForeignAnnotation> annotations, CancellationToken cancel)
    {
        await using var db = await _contexts.CreateDbContextAsync(cancel);
        await ReadTextsAsync(db, annotations, cancel);
        var planned = new List<PlannedAnnotation>(annotations.Count);
        foreach (var annotation in annotations)
        {
            cancel.ThrowIfCancellationRequested();
            var left = new ImportedAnnotation(annotation.Id, annotation.Place.Quote?.Exact ?? "", ImportResult.Left, "");
            var restriction = _choice.Restricted ? null : annotation.Restriction;
            var (text, why) = Choose(annotation);
            planned.Add(
                restriction is not null ? new(annotation, left with { Why = Texts["WouldPublish", restriction], Announcement = text?.Slug })
                : text is null ? new(annotation, left with { Why = why })
                : Plan(annotation, text.Slug, await PlannerAsync(db, text.Id, cancel), cancel)
            );
        }

        return planned;
    }

    // Which texts there are: all of them only where an annotation may quote another announcement than the one given.
    private async Task ReadTextsAsync(TrackerDb db, IReadOnlyList<ForeignAnnotation> annotations, CancellationToken cancel)
    {
        var needsAll = _announcement is null || annotations.Any(a => a.Source is { } source && PageOf(source) != _announcement);
        if (_knowsAll || (_bySlug.Count > 0 && !needsAll))
        {
            return;
        }

        var texts = await (
            from n in db.Set<Announcement>()
            join v in db.Set<SourceVersion>() on n.Id equals v.AnnouncementId
            where needsAll || n.Slug == _announcement
            orderby v.Number descending
            select new KnownText(n.Slug, n.Address, v.Number, v.Id)
        ).ToListAsync(cancel);
        _bySlug = texts.ToLookup(t => t.Slug);
        _byAddress = texts.Where(t => t.Address is not null).ToLookup(t => WebAddress.Plain(t.Address!));
        _knowsAll = needsAll;
    }

    // The version that the annotation names, else the newest of the announcement whose page it names, else of the one given.
    private (KnownText? Text, string Why) Choose(ForeignAnnotation a)
    {
        if (a.Place.Quote is null)
        {
            return (null, a.Place.Unread ?? Texts["QuotesNoWords"]);
        }

        var named = SlugOf(a.Source);
        if ((named ?? _announcement) is not { } slug)
        {
            return (null, a.Source is null ? Texts["NoPageGiven"] : Texts["PageUnknown", a.Source]);
        }

        if (_announcement is not null && slug != _announcement)
        {
            return (null, Texts["OfAnotherAnnouncement", slug]);
        }

        var number =
            named is not null && Version().Match(a.Source!) is { Success: true } asked
                ? int.Parse(asked.Groups[1].Value, CultureInfo.InvariantCulture)
                : 0;
        return (_bySlug[slug].FirstOrDefault(t => t.Number == number) ?? _bySlug[slug].FirstOrDefault(), "");
    }

    private PlannedAnnotation Plan(ForeignAnnotation a, string slug, QuotePlanner planner, CancellationToken cancel)
    {
        var found = planner.Find(a.Place, cancel);
        var map = planner.Source.Map;
        var (start, end) = found.Place is { } range ? map.ToCodePoints(range) : new(-1, -1);
        var words = a.Place.Until is null || found.Place is null ? a.Place.Quote!.Exact : found.Place.Value.In(planner.Source.Text)!;
        var result = new ImportedAnnotation(
            a.Id,
            words,
            found.Why.Length == 0 ? ImportResult.Added : ImportResult.Left,
            found.Why,
            slug,
            found.State,
            start,
            end
        );
        if (found.Why.Length > 0)
        {
            return new(a, result);
        }

        var disagree =
            a.Place is { CountsText: true, Within: null, Start: { } from, End: var to }
            && (from != start || (to is { } until && until != end));
        var note = disagree ? Texts["PlacedByWords", a.Place.Start, a.Place.End is { } e ? e : "?", start, end] : "";
        return new(a, result with { Why = note }, planner, found, _choice.CutOff ? null : found.CutOff);
    }

    private async Task<QuotePlanner> PlannerAsync(TrackerDb db, Guid version, CancellationToken cancel)
    {
        if (!_planners.TryGetValue(version, out var planner))
        {
            planner = _planners[version] = new(await db.Set<SourceVersion>().AsNoTracking().FirstAsync(v => v.Id == version, cancel));
            var standing = db.Set<Annotation>()
                .IgnoreQueryFilters()
                .Where(a => a.SourceVersionId == version && a.State == AnnotationState.Accepted)
                .Select(a => new
                {
                    Same = new SameAnnotation(a.SourceVersionId, new(a.Start, a.End), a.SupportsId, a.Comment),
                    a.Id,
                    a.RemovedAt,
                });
            await foreach (var row in standing.AsAsyncEnumerable().WithCancellation(cancel))
            {
                if (row.RemovedAt is null || !Standing.ContainsKey(row.Same))
                {
                    Standing[row.Same] = (row.Id, row.RemovedAt);
                }
            }
        }

        return planner;
    }

    // An announcement's page in a tracker, or the address that it was published at.
    private string? SlugOf(string? source)
    {
        if (!Uri.TryCreate(source, UriKind.Absolute, out _))
        {
            return null;
        }

        var page = PageOf(source);
        return page is not null && _bySlug.Contains(page) ? page : _byAddress[WebAddress.Plain(source)].FirstOrDefault()?.Slug;
    }

    private static string? PageOf(string source) =>
        Uri.TryCreate(source, UriKind.Absolute, out var address) && Page().Match(address.AbsolutePath) is { Success: true } match
            ? match.Groups[1].Value
            : null;

    [GeneratedRegex("^/announcements/([a-z0-9-]+)/?$")]
    private static partial Regex Page();

    [GeneratedRegex(@"[?&]version=([0-9]{1,6})(&|#|$)")]
    private static partial Regex Version();

    internal sealed record KnownText(string Slug, string? Address, int Number, Guid Id);
}
