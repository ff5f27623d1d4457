using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Text.Segmentation;

namespace PolicyTracker.Core.Annotations;

/// <summary>Tells how far editors who annotate the same text agree.</summary>
public sealed class AgreementQueries(IDbContextFactory<TrackerDb> contexts)
{
    /// <summary>
    /// The agreement of the two editors who marked most words of an announcement's newest text; null where fewer than two did.
    /// </summary>
    public async Task<Agreement?> FindAsync(string slug, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var source = await AnnouncementQueries.VersionsOf(db, slug).AsNoTracking().FirstOrDefaultAsync(cancel);
        if (source is null)
        {
            return null;
        }

        var marks = await (
            from a in db.Set<Annotation>()
            where a.SourceVersionId == source.Id && a.State == AnnotationState.Accepted
            join r in db.Set<Revision>() on new { Kind = RecordKind.Annotation, a.Id } equals new { Kind = r.RecordKind, Id = r.RecordId }
            where r.RecordVersion == 1 && r.Edit.Origin != EditOrigin.Seed
            select new
            {
                a.Start,
                a.End,
                a.SupportsKind,
                r.Edit.By,
            }
        ).ToListAsync(cancel);
        var editors = marks
            .GroupBy(m => m.By)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .Take(2)
            .ToList();
        if (editors.Count < 2)
        {
            return null;
        }

        var sentences = Passages.Of(source.Text).Where(p => p.ContentEnd > p.ContentStart).ToList();
        HashSet<int> Of(int editor, RecordKind? kind) =>
            [
                .. editors[editor]
                    .Where(m => m.SupportsKind == kind)
                    .SelectMany(m =>
                        Enumerable
                            .Range(0, sentences.Count)
                            .Where(i => sentences[i].ContentStart < m.End && m.Start < sentences[i].ContentEnd)
                    ),
            ];
        var kinds = editors
            .SelectMany(e => e)
            .Select(m => m.SupportsKind)
            .Distinct()
            .OrderBy(k => k)
            .Select(kind =>
            {
                var (first, second) = (Of(0, kind), Of(1, kind));
                var both = first.Intersect(second).Count();
                return new KindAgreement(
                    kind,
                    both,
                    first.Count - both,
                    second.Count - both,
                    sentences.Count - first.Count - second.Count + both
                );
            });
        return new(editors[0].Key, editors[1].Key, sentences.Count, [.. kinds]);
    }

    /// <summary>
    /// What came of the second reading of an announcement's newest text that was finished last; null where none was. Both sides are
    /// as they stood then, each made without the other.
    /// </summary>
    public async Task<BlindAgreement?> FindBlindAsync(string slug, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var source = await AnnouncementQueries.VersionsOf(db, slug).AsNoTracking().FirstOrDefaultAsync(cancel);
        if (source is null)
        {
            return null;
        }

        var reading = await db.Set<SecondReading>()
            .AsNoTracking()
            .Where(r => r.SourceVersionId == source.Id && r.FinishedAt != null)
            .OrderByDescending(r => r.FinishedAt)
            .FirstOrDefaultAsync(cancel);
        if (reading is null)
        {
            return null;
        }

        var marks = await db.Set<ReadingMark>()
            .AsNoTracking()
            .Where(m => m.SourceVersionId == source.Id && m.AccountId == reading.AccountId)
            .ToListAsync(cancel);
        var (first, second) = (
            marks.Where(m => m.IsRecorded).Select(m => (m.Start, m.Kind)).ToHashSet(),
            marks.Where(m => !m.IsRecorded).Select(m => (m.Start, m.Kind)).ToHashSet()
        );
        var sentences = SentenceKinds.Of(source.Text);
        var kinds = SecondReadings
            .Kinds.Where(k => marks.Exists(m => m.Kind == k))
            .Select(k =>
            {
                var (one, other) = (first.Count(m => m.Kind == k), second.Count(m => m.Kind == k));
                var both = first.Count(m => m.Kind == k && second.Contains(m));
                return new KindAgreement(k, both, one - both, other - both, sentences.Count - one - other + both);
            });
        var now = await SentenceKinds.RecordedAsync(db, source, sentences, cancel);
        var words = sentences.ToDictionary(s => s.ContentStart, s => source.Text[s.ContentStart..s.ContentEnd]);
        var differences = first
            .Except(second)
            .Concat(second.Except(first))
            .OrderBy(m => m.Start)
            .ThenBy(m => m.Kind)
            .Select(m => new ReadingDifference(words[m.Start], m.Kind, first.Contains(m), second.Contains(m) == now.Contains(m)));
        return new(
            reading.FinishedAt!.Value,
            new(AnnotationTexts.Texts["TheRecord"], reading.Name, sentences.Count, [.. kinds]),
            [.. differences]
        );
    }
}
