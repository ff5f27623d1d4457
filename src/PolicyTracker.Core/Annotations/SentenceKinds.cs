using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Text.Segmentation;

namespace PolicyTracker.Core.Annotations;

/// <summary>The sentences of a text, and the kinds of statements that the record has in each.</summary>
internal static class SentenceKinds
{
    /// <summary>The sentences that have words.</summary>
    public static List<TextPassage> Of(string text) => [.. Passages.Of(text).Where(p => p.ContentEnd > p.ContentStart)];

    /// <summary>Which sentences, by where their words begin, the record quotes for which kind of statement.</summary>
    public static async Task<HashSet<(int Start, RecordKind Kind)>> RecordedAsync(
        TrackerDb db,
        SourceVersion source,
        List<TextPassage> sentences,
        CancellationToken cancel
    )
    {
        var marks = await db.Set<Annotation>()
            .Where(a => a.SourceVersionId == source.Id && a.State == AnnotationState.Accepted && a.SupportsKind != null)
            .Select(a => new
            {
                a.Start,
                a.End,
                Kind = a.SupportsKind!.Value,
            })
            .ToListAsync(cancel);
        return
        [
            .. marks
                .Where(m => SecondReadings.Kinds.Contains(m.Kind))
                .SelectMany(m =>
                    sentences.Where(s => s.ContentStart < m.End && m.Start < s.ContentEnd).Select(s => (s.ContentStart, m.Kind))
                ),
        ];
    }
}
