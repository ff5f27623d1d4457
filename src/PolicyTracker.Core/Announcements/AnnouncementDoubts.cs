using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Localization;
using PolicyTracker.Core.Sources;
using PolicyTracker.Text;
using PolicyTracker.Text.Comparison;
using static PolicyTracker.Core.Announcements.AnnouncementTexts;

namespace PolicyTracker.Core.Announcements;

/// <summary>Holds a source that is about to be added against those that are here, and against what no announcement looks like.</summary>
public sealed class AnnouncementDoubts(IDbContextFactory<TrackerDb> contexts)
{
    /// <summary>From how alike on a text counts as a copy.</summary>
    public const double Copy = 0.8;

    private const int Pieces = 8,
        MaxCompared = 5;

    /// <summary>What speaks against adding an announcement; empty where nothing does.</summary>
    /// <exception cref="Refusal">The text can't be a source.</exception>
    public async Task<IReadOnlyList<AnnouncementDoubt>> FindAsync(NewAnnouncement made, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(made);
        var text = SourceTexts.Prepare(made.Text);
        var doubts = new List<AnnouncementDoubt>();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (await AtAddressAsync(db, made.Address, text, cancel) is { } known)
        {
            doubts.Add(known);
        }

        if (await CopyAsync(db, text, cancel) is { } copied && copied.Slug != doubts.FirstOrDefault()?.Slug)
        {
            doubts.Add(copied);
        }

        if (NoAnnouncementText.Reason(text) is { } reason)
        {
            doubts.Add(new(DoubtKind.NoAnnouncement, EnumTexts.Of(reason)));
        }

        return doubts;
    }

    private static async Task<AnnouncementDoubt?> AtAddressAsync(TrackerDb db, string? address, string text, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(address))
        {
            return null;
        }

        var plain = WebAddress.Plain(address);
        var addresses = await db.Set<Announcement>()
            .Where(n => n.Address != null && n.Address != "")
            .Select(n => new
            {
                n.Id,
                n.Slug,
                n.Title,
                n.Address,
            })
            .ToListAsync(cancel);
        if (addresses.Find(n => WebAddress.Plain(n.Address!) == plain) is not { } known)
        {
            return null;
        }

        var newest = await db.Set<SourceVersion>()
            .Where(v => v.AnnouncementId == known.Id)
            .OrderByDescending(v => v.Number)
            .Select(v => v.Text)
            .FirstAsync(cancel);
        var likeness = TextLikeness.Of(text, newest);
        return new(
            DoubtKind.KnownAddress,
            Texts["KnownAddress", known.Title, Percent(text == newest ? 1 : likeness)],
            known.Slug,
            known.Title,
            likeness
        );
    }

    private static async Task<AnnouncementDoubt?> CopyAsync(TrackerDb db, string text, CancellationToken cancel)
    {
        var hash = SourceText.Sha256(text);
        var standing =
            from v in db.Set<SourceVersion>()
            join n in db.Set<Announcement>() on v.AnnouncementId equals n.Id
            select new
            {
                v.Id,
                v.Text,
                v.Sha256,
                v.Number,
                n.Slug,
                n.Title,
            };
        if (await standing.Where(s => s.Sha256 == hash).Select(s => new { s.Slug, s.Title }).FirstOrDefaultAsync(cancel) is { } same)
        {
            return new(DoubtKind.KnownText, Texts["SameText", same.Title], same.Slug, same.Title, 1);
        }

        // The store finds those that have pieces of it; only these are compared as a whole.
        var pieces = TextLikeness.Pieces(text, Pieces);
        if (pieces.Count == 0)
        {
            return null;
        }

        var p = Enumerable.Range(0, Pieces).Select(i => pieces[i % pieces.Count]).ToArray();
        var candidates = await standing
            .Select(s => new
            {
                s.Id,
                s.Slug,
                s.Title,
                Hits = (s.Text.Contains(p[0]) ? 1 : 0)
                    + (s.Text.Contains(p[1]) ? 1 : 0)
                    + (s.Text.Contains(p[2]) ? 1 : 0)
                    + (s.Text.Contains(p[3]) ? 1 : 0)
                    + (s.Text.Contains(p[4]) ? 1 : 0)
                    + (s.Text.Contains(p[5]) ? 1 : 0)
                    + (s.Text.Contains(p[6]) ? 1 : 0)
                    + (s.Text.Contains(p[7]) ? 1 : 0),
            })
            .Where(c => c.Hits > 0)
            .OrderByDescending(c => c.Hits)
            .Take(MaxCompared)
            .ToListAsync(cancel);
        AnnouncementDoubt? nearest = null;
        foreach (var candidate in candidates)
        {
            var likeness = TextLikeness.Of(
                text,
                await db.Set<SourceVersion>().Where(v => v.Id == candidate.Id).Select(v => v.Text).FirstAsync(cancel)
            );
            if (likeness >= Copy && likeness > (nearest?.Likeness ?? 0))
            {
                nearest = new(
                    DoubtKind.KnownText,
                    Texts["AlikeText", Percent(likeness), candidate.Title],
                    candidate.Slug,
                    candidate.Title,
                    likeness
                );
            }
        }

        return nearest;
    }

    // What is not quite the same is never called so.
    private static string Percent(double likeness) => likeness >= 1 ? "100%" : $"{Math.Min(99, Math.Round(likeness * 100))}%";
}
