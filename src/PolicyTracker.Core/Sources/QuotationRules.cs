using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Sources;

/// <summary>The rules about quotations that every edit keeps, whatever it changes; <see cref="Editing.RecordWriter"/> asks them.</summary>
internal static class QuotationRules
{
    /// <summary>Every quotation written stands at its place in its source.</summary>
    /// <exception cref="Refusal">One does not.</exception>
    public static async Task CheckPlacesAsync(TrackerDb db, List<Record> records, CancellationToken cancel)
    {
        foreach (var annotations in records.OfType<Annotation>().Where(a => a.RemovedAt is null).GroupBy(a => a.SourceVersionId))
        {
            var source = await db.FindTextAsync(annotations.Key, cancel) ?? throw Refusal.NoSource();
            foreach (var annotation in annotations)
            {
                annotation.CheckAgainst(source);
            }
        }
    }

    /// <summary>Nothing that needs a quotation stands without one, and no quotation supports what is not there.</summary>
    /// <exception cref="Refusal">Something does.</exception>
    public static async Task CheckSupportAsync(TrackerDb db, List<Record> records, CancellationToken cancel)
    {
        var annotations = records.OfType<Annotation>().Where(a => a.SupportsId is not null).ToList();
        var toCheck = records.Where(r => r.NeedsQuotation && r.RemovedAt is null).ToDictionary(r => r.Id);
        foreach (var annotation in annotations)
        {
            var supported = await RecordDescriptors.Of(annotation.SupportsKind!.Value).FindAsync(db, annotation.SupportsId!.Value, cancel);
            if (annotation.RemovedAt is null && (supported is null || supported.RemovedAt is not null))
            {
                throw Refusal.SupportedRemoved();
            }

            if (supported is { NeedsQuotation: true, RemovedAt: null })
            {
                toCheck[supported.Id] = supported;
            }
        }

        if (toCheck.Count == 0)
        {
            return;
        }

        var ids = toCheck.Keys.ToList();
        var quoted = await db.Set<Annotation>()
            .Where(a => a.State == AnnotationState.Accepted && a.SupportsId != null && ids.Contains(a.SupportsId.Value))
            .Select(a => a.SupportsId!.Value)
            .Distinct()
            .ToListAsync(cancel);
        if (toCheck.Values.FirstOrDefault(r => !quoted.Contains(r.Id)) is { } bare)
        {
            throw Refusal.WithoutQuotation(bare.Label, bare.Kind);
        }
    }

    /// <summary>
    /// Brings back, with a record that was removed, what went with it: its quotations, or the statement that lost its last one.
    /// </summary>
    /// <param name="db">The context of the edit.</param>
    /// <param name="record">The record that stands again.</param>
    /// <param name="removed">When it was removed: what went at that time went with it.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task BringBackAsync(TrackerDb db, Record record, DateTime removed, CancellationToken cancel)
    {
        if (record.NeedsQuotation)
        {
            var quotations = db.Set<Annotation>().IgnoreQueryFilters().Where(a => a.SupportsId == record.Id && a.RemovedAt == removed);
            foreach (var annotation in await quotations.ToListAsync(cancel))
            {
                annotation.RemovedAt = null;
            }
        }

        if (
            record is Annotation { SupportsKind: { } kind, SupportsId: { } id }
            && await RecordDescriptors.Of(kind).FindAsync(db, id, cancel) is { } supported
            && supported.RemovedAt == removed
        )
        {
            supported.RemovedAt = null;
        }
    }
}
