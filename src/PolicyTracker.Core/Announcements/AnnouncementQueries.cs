using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Actors;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Jurisdictions;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using static PolicyTracker.Core.Announcements.AnnouncementTexts;

namespace PolicyTracker.Core.Announcements;

/// <summary>What readers ask about announcements.</summary>
public sealed class AnnouncementQueries(IDbContextFactory<TrackerDb> contexts)
{
    /// <summary>How many announcements a page of the list holds.</summary>
    public const int PageSize = 30;

    /// <summary>A page of the announcements, newest first; those of one year where it is given, and of one jurisdiction.</summary>
    public async Task<Page<AnnouncementItem>> ListAsync(
        int page = 1,
        int size = PageSize,
        int? year = null,
        Guid? jurisdiction = null,
        CancellationToken cancel = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var wanted = db.Set<Announcement>().InJurisdiction(jurisdiction);
        if (year is { } of)
        {
            var (first, last) = (new DateOnly(of, 1, 1), new DateOnly(of, 12, 31));
            wanted = wanted.Where(n => n.FirstDay >= first && n.FirstDay <= last);
        }

        var total = await wanted.CountAsync(cancel);
        page = Page.Within(page, total, size);
        if (jurisdiction is null)
        {
            var ordered = wanted.OrderByDescending(n => n.FirstDay).ThenByDescending(n => n.Id).Skip((page - 1) * size).Take(size);
            return new(await ReadAsync(db, ordered, cancel), total, page, size);
        }

        // As an index has them, those of the jurisdiction and those of none: sorted together, all would be read for the first page.
        var newest = new List<(Guid Id, DateOnly FirstDay)>();
        foreach (var owner in new[] { jurisdiction, null })
        {
            var rows = await wanted
                .Where(n => n.JurisdictionId == owner)
                .OrderByDescending(n => n.FirstDay)
                .ThenByDescending(n => n.Id)
                .Take(page * size)
                .Select(n => new { n.Id, n.FirstDay })
                .ToListAsync(cancel);
            newest.AddRange(rows.Select(n => (n.Id, n.FirstDay)));
        }

        var shown = newest.OrderByDescending(n => n.FirstDay).ThenByDescending(n => n.Id).Skip((page - 1) * size).Take(size);
        List<Guid> ids = [.. shown.Select(n => n.Id)];
        return new(await ReadAsync(db, db.Set<Announcement>().Where(n => ids.Contains(n.Id)), cancel), total, page, size);
    }

    /// <summary>The years of which there are announcements, newest first; of one jurisdiction where it is given.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(Guid? jurisdiction = null, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<Announcement>()
            .InJurisdiction(jurisdiction)
            .Select(n => n.FirstDay.Year)
            .Distinct()
            .OrderByDescending(y => y)
            .ToListAsync(cancel);
    }

    /// <summary>
    /// The reader's page; null where there is none. Shows the text that holds <paramref name="quote"/>, else version
    /// <paramref name="number"/>, else the newest.
    /// </summary>
    public async Task<AnnouncementDetail?> FindAsync(
        string slug,
        Guid? quote = null,
        int? number = null,
        CancellationToken cancel = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var found = await db.Set<Announcement>().AsNoTracking().FirstOrDefaultAsync(n => n.Slug == slug, cancel);
        if (found is null)
        {
            return null;
        }

        var versions = await db.Set<SourceVersion>()
            .Where(v => v.AnnouncementId == found.Id)
            .OrderByDescending(v => v.Number)
            .Select(v => new VersionItem(v.Id, v.Number, v.Sha256, v.ChangedAt))
            .ToListAsync(cancel);
        if (versions.Count == 0)
        {
            return null;
        }

        var quoted = quote is null
            ? null
            : await db.Set<Annotation>().Where(a => a.Id == quote).Select(a => (Guid?)a.SourceVersionId).FirstOrDefaultAsync(cancel);
        var shown = versions.Find(v => v.Id == quoted) ?? versions.Find(v => v.Number == number) ?? versions[0];
        var text = await db.Set<SourceVersion>().Where(v => v.Id == shown.Id).Select(v => v.Text).FirstAsync(cancel);
        var numbers = versions.Where(v => v.Id == shown.Id || shown == versions[0]).ToDictionary(v => v.Id, v => v.Number);
        var highlights = await db.HighlightsAsync(db.Set<Annotation>().Where(a => numbers.Keys.Contains(a.SourceVersionId)), cancel);
        var actors = await db.Set<Actor>()
            .AsNoTracking()
            .Where(a => a.Id == found.IssuerId || a.Id == found.SpeakerId)
            .ToDictionaryAsync(a => a.Id, a => new RecordName(a.Slug, a.Name, a.NameZh), cancel);
        return new(
            (await ReadAsync(db, db.Set<Announcement>().Where(n => n.Id == found.Id), cancel))[0],
            actors.GetValueOrDefault(found.IssuerId) ?? new RecordName("", Texts["IssuerGone"]),
            found.SpeakerId is { } speaker ? actors.GetValueOrDefault(speaker) : null,
            found.DateNote,
            found.Address,
            found.Licence,
            found.Note,
            shown,
            versions,
            text,
            [.. highlights.Where(p => p.Of == shown.Id).Select(p => p.Highlight)],
            [
                .. highlights
                    .Where(p => p.Of != shown.Id)
                    .Select(p => new OlderHighlight(
                        p.Highlight,
                        numbers[p.Of],
                        Quotation.AgeOf(numbers[p.Of], shown.Number, p.NotInVersion)
                    )),
            ]
        );
    }

    /// <summary>An announcement with the number of its newest version; null where there is none.</summary>
    public async Task<AnnouncementHead?> HeadAsync(string slug, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await (
            from n in db.Set<Announcement>()
            where n.Slug == slug
            join v in db.Set<SourceVersion>() on n.Id equals v.AnnouncementId
            orderby v.Number descending
            select new AnnouncementHead(n.Title, n.Language, v.Number)
        ).FirstOrDefaultAsync(cancel);
    }

    /// <summary>
    /// The newest text of an announcement, for whoever works on it: while it is held, edits of its quotations do not read it again.
    /// Null where there is none.
    /// </summary>
    public async Task<SourceVersion?> OpenAsync(string slug, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var newest = await VersionsOf(db, slug).Select(v => (Guid?)v.Id).FirstOrDefaultAsync(cancel);
        return newest is { } id ? await db.OpenTextAsync(id, cancel) : null;
    }

    /// <summary>A version of an announcement's text, the newest where no number is given; null where there is none.</summary>
    public async Task<SourceVersion?> TextAsync(string slug, int? number, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await VersionsOf(db, slug).AsNoTracking().FirstOrDefaultAsync(v => number == null || v.Number == number, cancel);
    }

    /// <summary>The texts of an announcement, the newest first.</summary>
    internal static IQueryable<SourceVersion> VersionsOf(TrackerDb db, string slug) =>
        from n in db.Set<Announcement>()
        where n.Slug == slug
        join v in db.Set<SourceVersion>() on n.Id equals v.AnnouncementId
        orderby v.Number descending
        select v;

    /// <summary>How many announcements are listed to choose texts from.</summary>
    public const int MaxTexts = 100;

    /// <summary>
    /// The texts that can be compared, those of the newest announcements first: an announcement by its slug, an older version of it by
    /// slug@number.
    /// </summary>
    /// <param name="words">Only announcements whose title holds these words; capitals do not count.</param>
    /// <param name="chosen">Texts that are listed in any case.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The texts, how many announcements they were taken from, and of how many.</returns>
    public async Task<(IReadOnlyList<RecordName> Texts, int Announcements, int Total)> TextsAsync(
        string? words = null,
        IEnumerable<string?>? chosen = null,
        CancellationToken cancel = default
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var part = words?.Trim().ToLowerInvariant() ?? "";
#pragma warning disable CA1862 // translated to SQL, which knows no comparison
        var query = db.Set<Announcement>().Where(n => part == "" || n.Title.ToLower().Contains(part));
#pragma warning restore CA1862
        var total = await query.CountAsync(cancel);
        var slugs = await query
            .OrderByDescending(n => n.FirstDay)
            .ThenByDescending(n => n.Id)
            .Take(MaxTexts)
            .Select(n => n.Slug)
            .ToListAsync(cancel);
        var listed = slugs.Count;
        slugs.AddRange((chosen ?? []).OfType<string>().Select(c => c.Split('@')[0]));
        var texts = await (
            from n in db.Set<Announcement>()
            where slugs.Contains(n.Slug)
            join v in db.Set<SourceVersion>() on n.Id equals v.AnnouncementId
            orderby n.FirstDay descending, n.Id descending, v.Number descending
            select new
            {
                n.Slug,
                n.Title,
                n.Date,
                v.Number,
            }
        ).ToListAsync(cancel);
        return (
            [
                .. texts
                    .GroupBy(t => t.Slug)
                    .SelectMany(g =>
                        g.Select(
                            (t, i) =>
                                i == 0
                                    ? new RecordName(t.Slug, Texts["TitleOfDate", t.Title, t.Date])
                                    : new RecordName($"{t.Slug}@{t.Number}", Texts["TitleOfVersion", t.Title, t.Date, t.Number])
                        )
                    ),
            ],
            listed,
            total
        );
    }

    /// <summary>The text that <see cref="TextsAsync"/> names; null where there is none.</summary>
    public async Task<AnnouncementDetail?> FindTextAsync(string name, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        var at = name.IndexOf('@', StringComparison.Ordinal);
        if (at < 0)
        {
            return await FindAsync(name, cancel: cancel);
        }

        return
            int.TryParse(
                name.AsSpan(at + 1),
                System.Globalization.NumberStyles.None,
                System.Globalization.CultureInfo.InvariantCulture,
                out var number
            )
            && await FindAsync(name[..at], number: number, cancel: cancel) is { } found
            && found.Version.Number == number
            ? found
            : null;
    }

    private static async Task<List<AnnouncementItem>> ReadAsync(TrackerDb db, IQueryable<Announcement> query, CancellationToken cancel) =>
        await (
            from n in query.AsNoTracking()
            join i0 in db.Set<Actor>() on n.IssuerId equals i0.Id into issuers
            from i in issuers.DefaultIfEmpty()
            join s0 in db.Set<Actor>() on n.SpeakerId equals s0.Id into speakers
            from s in speakers.DefaultIfEmpty()
            orderby n.FirstDay descending, n.Id descending
            select new AnnouncementItem(
                n.Id,
                n.Slug,
                n.Title,
                n.AnnouncementKind,
                n.Date,
                n.DateBasis,
                n.Language,
                new RecordName((string?)i.Slug ?? "", (string?)i.Name ?? "", i.NameZh),
                s == null ? null : new RecordName(s.Slug, s.Name, s.NameZh),
                db.Set<SourceVersion>().Count(v => v.AnnouncementId == n.Id),
                db.Set<SourceVersion>()
                    .Where(v => v.AnnouncementId == n.Id)
                    .SelectMany(v => db.Set<Annotation>().Where(a => a.SourceVersionId == v.Id && a.State == AnnotationState.Accepted))
                    .Count()
            )
        ).ToListAsync(cancel);
}
