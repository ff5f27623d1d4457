using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Text;
using PolicyTracker.Text.Anchoring;
using PolicyTracker.Text.Suggestions;
using static PolicyTracker.Core.Editing.DoubtTexts;

namespace PolicyTracker.Core.Editing;

/// <summary>
/// Whether words say what they are quoted for. <see cref="RecordWriter"/> asks with every edit, so that the rule holds for each way
/// in: marking, other words, a value or a unit typed anew, a merge, a version brought back.
/// </summary>
internal static class WordRules
{
    // Words and names that state nothing can't be turned into their opposite.
    private static readonly HashSet<RecordKind?> Names = [RecordKind.Term, RecordKind.Topic, RecordKind.Initiative, RecordKind.Actor];

    /// <summary>Refuses an edit of which an editor was not told yet what is doubtful in it.</summary>
    /// <returns>The doubts that the editor was told and does not share.</returns>
    /// <exception cref="DoubtfulWords">There are others.</exception>
    public static async Task<IReadOnlyList<WordDoubt>> CheckAsync(TrackerDb db, List<EntityEntry<Record>> changed, CancellationToken cancel)
    {
        if (db.Confirmed.IsOfAll)
        {
            return [];
        }

        var doubts = new List<WordDoubt>();
        foreach (
            var entry in changed.Where(e =>
                e.Entity is Annotation { State: AnnotationState.Accepted, RemovedAt: null }
                && IsChanged(e, nameof(Annotation.Start), nameof(Annotation.SourceVersionId), nameof(Annotation.SupportsId))
            )
        )
        {
            var annotation = (Annotation)entry.Entity;
            var source = await db.FindTextAsync(annotation.SourceVersionId, cancel);
            if (
                source is not null
                && !Names.Contains(annotation.SupportsKind)
                && CutOff(source, annotation.Chars) is { } doubt
                && !doubts.Contains(doubt)
            )
            {
                doubts.Add(doubt);
            }
        }

        foreach (var value in await ValuesAsync(db, changed, cancel))
        {
            var indicator = await db.Set<Indicator>().FindAsync([value.IndicatorId], cancel);
            var words = await QuotedAsync(db, value.Id, cancel);
            if (indicator is not null && words.Count > 0 && Unstated(value, indicator, words) is { } doubt)
            {
                doubts.Add(doubt);
            }
        }

        return doubts.TrueForAll(d => db.Confirmed.Covers(d.Message)) ? doubts : throw new DoubtfulWords(doubts);
    }

    /// <summary>The doubt about words that were cut off from their negation; null where they were not.</summary>
    public static WordDoubt? CutOff(SourceVersion source, CharRange words)
    {
        if (words.In(source.Text) is null || CutNegation.Before(source.Text, words) is not { } cut)
        {
            return null;
        }

        var wider = source.Text[cut.Wider.Start..cut.Wider.End];
        var message = Texts["CutOff", cut.Word, wider];
        return new(
            message,
            wider.Length > Annotation.MaxCharacters ? null : new(source.Id, source.Sha256, source.Map.ToCodePoints(cut.Wider), wider)
        );
    }

    // Values that are written, those that words are quoted for or taken from, and those of an indicator that is measured otherwise now.
    private static async Task<List<IndicatorValue>> ValuesAsync(TrackerDb db, List<EntityEntry<Record>> changed, CancellationToken cancel)
    {
        var values = changed
            .Where(e => e.Entity is IndicatorValue && IsChanged(e, nameof(IndicatorValue.Value), nameof(IndicatorValue.IndicatorId)))
            .Select(e => (IndicatorValue)e.Entity)
            .ToList();
        foreach (
            var entry in changed.Where(e =>
                e.Entity is Annotation { SupportsKind: RecordKind.Observation or RecordKind.Target, SupportsId: not null }
                && IsChanged(e, nameof(Annotation.Exact), nameof(Annotation.SupportsId), nameof(Annotation.State))
            )
        )
        {
            var annotation = (Annotation)entry.Entity;
            var supported = RecordDescriptors.Of(annotation.SupportsKind!.Value);
            if (await supported.FindAsync(db, annotation.SupportsId!.Value, cancel) is IndicatorValue value)
            {
                values.Add(value);
            }
        }

        foreach (
            var entry in changed.Where(e =>
                e.Entity is Indicator { RemovedAt: null }
                && e.State is EntityState.Modified
                && IsChanged(e, nameof(Indicator.Unit), nameof(Indicator.Scale))
            )
        )
        {
            values.AddRange(await db.Set<Observation>().Where(o => o.IndicatorId == entry.Entity.Id).ToListAsync(cancel));
            values.AddRange(await db.Set<Target>().Where(t => t.IndicatorId == entry.Entity.Id).ToListAsync(cancel));
        }

        return [.. values.Distinct().Where(v => v.RemovedAt is null)];
    }

    private static bool IsChanged(EntityEntry<Record> entry, params string[] properties) =>
        entry.State is EntityState.Added || properties.Append(nameof(Record.RemovedAt)).Any(p => entry.Property(p).IsModified);

    // As they will be after the edit: a query gives the records that the edit has changed already.
    private static async Task<List<string>> QuotedAsync(TrackerDb db, Guid value, CancellationToken cancel)
    {
        await db.Set<Annotation>().Where(a => a.SupportsId == value).LoadAsync(cancel);
        return
        [
            .. db
                .ChangeTracker.Entries<Annotation>()
                .Select(e => e.Entity)
                .Where(a => a is { State: AnnotationState.Accepted, RemovedAt: null } && a.SupportsId == value)
                .Select(a => a.Exact),
        ];
    }

    private static WordDoubt? Unstated(IndicatorValue value, Indicator indicator, List<string> words)
    {
        var check = ValueCheck.Of(value.Value, indicator.Scale, indicator.Unit, words);
        var recorded = ValueText.Of(value.Value, Comparator.Equal, indicator.Unit, indicator.Scale);
        var stated = check.Stated.Count > 0 ? Texts["TheyState", string.Join("; ", check.Stated)] : Texts["TheyStateNone"];
        var quoted = string.Join("”, “", words.Select(Short));
        return check.Support switch
        {
            ValueSupport.NoNumber => new(Texts["NumberUnstated", recorded, quoted, stated]),
            ValueSupport.OtherScale => new(Texts["ScaleUnstated", recorded, quoted, stated]),
            ValueSupport.OtherUnit => new(Texts["UnitUnstated", recorded, quoted, stated]),
            _ => null,
        };
    }

    private static string Short(string words) =>
        words.Length <= 120 ? words : string.Concat(words.AsSpan(0, char.IsHighSurrogate(words[118]) ? 118 : 119), "…");
}
