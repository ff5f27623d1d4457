using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Data;
using PolicyTracker.Text;

namespace PolicyTracker.Core.History;

/// <summary>The rules that every edit keeps, whatever it changes; <see cref="EditDoor"/> asks them.</summary>
internal static class EditRules
{
    // Words of a source, which has rules of its own: CheckQuotationsAsync holds them to it.
    private static readonly HashSet<string> OfTheSource =
    [
        nameof(SourceVersion.Text),
        nameof(Annotation.Exact),
        nameof(Annotation.Prefix),
        nameof(Annotation.Suffix),
    ];

    /// <summary>Refuses what no field may hold: a value outside the vocabulary, and control characters in what is typed.</summary>
    /// <exception cref="Refusal">A field holds such; it is named.</exception>
    public static void CheckFields(EntityEntry<Record> entry)
    {
        if (UnknownIn(entry) is { } unknown)
        {
            throw Refusal.UnknownValue(unknown.Label, unknown.Name);
        }

        foreach (
            var property in entry.Properties.Where(p =>
                (entry.State is EntityState.Added || p.IsModified) && !OfTheSource.Contains(p.Metadata.Name)
            )
        )
        {
            if (property.CurrentValue is string text)
            {
                var field = FieldOf(entry.Entity, property);
                CheckTyped(text, field.Name, field.Label, field.Form is FieldForm.Text);
            }
        }
    }

    /// <summary>Refuses typed text with control characters or half characters.</summary>
    /// <param name="text">The text; null is none.</param>
    /// <param name="name">The field as programs name it.</param>
    /// <param name="label">The field as editors know it.</param>
    /// <param name="hasLines">Whether it may have several lines.</param>
    /// <exception cref="Refusal">It has some.</exception>
    public static void CheckTyped(string? text, string name, string label, bool hasLines)
    {
        if (text is not null && PlainText.Fault(text, hasLines) is { } fault)
        {
            throw fault.Kind switch
            {
                TypedFaultKind.HalfCharacter => Refusal.HalfCharacter(label, fault.CodePoint, fault.Position, name),
                TypedFaultKind.HiddenControl => Refusal.HiddenControl(label, fault.CodePoint, fault.Position, name),
                TypedFaultKind.LineEnd => Refusal.LineEnd(label, fault.CodePoint, fault.Position, name),
                _ => Refusal.ControlCharacter(label, fault.CodePoint, fault.Position, name),
            };
        }
    }

    /// <summary>The first field of a record that holds a value outside the vocabulary; null where all are of it.</summary>
    public static RecordField? UnknownIn(EntityEntry<Record> entry) =>
        entry.Properties.FirstOrDefault(p => p.CurrentValue is Enum value && !Kebab.IsKnown(value)) is { } property
            ? FieldOf(entry.Entity, property)
            : null;

    private static RecordField FieldOf(Record record, PropertyEntry property)
    {
        var name = RecordContent.NameOf(property.Metadata);
        return RecordFields.Of(record.Kind).FirstOrDefault(f => f.Name == name) ?? new(name, name);
    }

    // A slug that was once used leads to its record for good, and never to another.
    public static async Task KeepAddressesAsync(TrackerDb db, List<EntityEntry<Record>> changed, CancellationToken cancel)
    {
        foreach (var entry in changed)
        {
            if (
                entry.Properties.FirstOrDefault(p => p.Metadata.Name == "Slug") is not { } property
                || (entry.State is EntityState.Modified && Equals(property.OriginalValue, property.CurrentValue))
            )
            {
                continue;
            }

            var (kind, slug) = (entry.Entity.Kind, (string?)property.CurrentValue ?? "");
            if (await db.OldAddresses.FirstOrDefaultAsync(a => a.Kind == kind && a.Slug == slug, cancel) is { } old)
            {
                if (old.RecordId != entry.Entity.Id)
                {
                    throw Refusal.SlugLeadsElsewhere(slug, kind);
                }

                db.OldAddresses.Remove(old); // it has its old name again
            }

            if (entry.State is EntityState.Modified)
            {
                db.OldAddresses.Add(
                    new OldAddress
                    {
                        Kind = kind,
                        Slug = (string)property.OriginalValue!,
                        RecordId = entry.Entity.Id,
                    }
                );
            }
        }
    }

    // Every quotation written stands at its place in its source.
    public static async Task CheckQuotationsAsync(TrackerDb db, List<Record> records, CancellationToken cancel)
    {
        foreach (var annotations in records.OfType<Annotation>().Where(a => a.RemovedAt is null).GroupBy(a => a.SourceVersionId))
        {
            var source = await db.SourceVersions.FindAsync([annotations.Key], cancel) ?? throw Refusal.NoSource();
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
            var supported =
                await db.FindAsync(RecordTypes.Of(annotation.SupportsKind!.Value), [annotation.SupportsId!.Value], cancel) as Record;
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
        var quoted = await db
            .Annotations.Where(a => a.State == AnnotationState.Accepted && a.SupportsId != null && ids.Contains(a.SupportsId.Value))
            .Select(a => a.SupportsId!.Value)
            .Distinct()
            .ToListAsync(cancel);
        if (toCheck.Values.FirstOrDefault(r => !quoted.Contains(r.Id)) is { } bare)
        {
            throw Refusal.WithoutQuotation(bare.Label, bare.Kind);
        }
    }
}
