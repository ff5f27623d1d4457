using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Core.History;

/// <summary>The rules that every edit keeps, whatever it changes; <see cref="EditDoor"/> asks them.</summary>
internal static class EditRules
{
    // A slug that was once used leads to its record for good, and never to another.
    public static async Task KeepAddressesAsync(TrackerDb db, List<EntityEntry<Record>> changed, CancellationToken cancel)
    {
        foreach (var entry in changed)
        {
            if (entry.Properties.FirstOrDefault(p => p.Metadata.Name == "Slug") is not { } property || (entry.State is EntityState.Modified && Equals(property.OriginalValue, property.CurrentValue)))
            {
                continue;
            }

            var (kind, slug) = (entry.Entity.Kind, (string?)property.CurrentValue ?? "");
            if (await db.OldAddresses.FirstOrDefaultAsync(a => a.Kind == kind && a.Slug == slug, cancel) is { } old)
            {
                if (old.RecordId != entry.Entity.Id)
                {
                    throw new RefusedException($"The short name “{slug}” leads to another {Kebab.Of(kind)}, which had it before. Choose a different one.");
                }

                db.OldAddresses.Remove(old); // it has its old name again
            }

            if (entry.State is EntityState.Modified)
            {
                db.OldAddresses.Add(new OldAddress { Kind = kind, Slug = (string)property.OriginalValue!, RecordId = entry.Entity.Id });
            }
        }
    }

    // Every quotation written stands at its place in its source.
    public static async Task CheckQuotationsAsync(TrackerDb db, List<Record> records, CancellationToken cancel)
    {
        foreach (var annotations in records.OfType<Annotation>().Where(a => a.RemovedAt is null).GroupBy(a => a.SourceVersionId))
        {
            var source = await db.SourceVersions.FindAsync([annotations.Key], cancel)
                ?? throw new RefusedException("The source text of this quotation does not exist. Open the announcement again.");
            foreach (var annotation in annotations)
            {
                annotation.CheckAgainst(source);
            }
        }
    }

    // Nothing that needs a quotation stands without one, and no quotation supports what is not there.
    public static async Task CheckSupportAsync(TrackerDb db, List<Record> records, CancellationToken cancel)
    {
        var annotations = records.OfType<Annotation>().Where(a => a.SupportsId is not null).ToList();
        var toCheck = records.Where(r => r.NeedsQuotation && r.RemovedAt is null).ToDictionary(r => r.Id);
        foreach (var annotation in annotations)
        {
            var supported = await db.FindAsync(RecordTypes.Of(annotation.SupportsKind!.Value), [annotation.SupportsId!.Value], cancel) as Record;
            if (annotation.RemovedAt is null && (supported is null || supported.RemovedAt is not null))
            {
                throw new RefusedException("What these words are to support was removed meanwhile. Choose something else, or make it anew.");
            }

            if (supported is { NeedsQuotation: true, RemovedAt: null })
            {
                toCheck[supported.Id] = supported;
            }
        }

        var ids = toCheck.Keys.ToList();
        var quoted = await db.Annotations.Where(a => a.State == AnnotationState.Accepted && a.SupportsId != null && ids.Contains(a.SupportsId.Value)).Select(a => a.SupportsId!.Value).Distinct().ToListAsync(cancel);
        if (toCheck.Values.FirstOrDefault(r => !quoted.Contains(r.Id)) is { } bare)
        {
            throw new RefusedException($"“{bare.Label}” would stand without a quotation, and a {Kebab.Of(bare.Kind)} needs one. Quote it elsewhere first, or remove the {Kebab.Of(bare.Kind)} itself.");
        }
    }
}
