using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;
using PolicyTracker.Text;

namespace PolicyTracker.Core.Editing;

/// <summary>The rules that every edit keeps, whatever it changes; <see cref="RecordWriter"/> asks them.</summary>
internal static class RecordRules
{
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
                (entry.State is EntityState.Added || p.IsModified) && !entry.Entity.Descriptor.SourceWords.Contains(p.Metadata.Name)
            )
        )
        {
            if (property.CurrentValue is string text)
            {
                var field = FieldOf(entry.Entity, property);
                CheckTyped(text, field.Name, field.Label, field.HasLines);
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
    public static (string Name, string Label, bool HasLines)? UnknownIn(EntityEntry<Record> entry) =>
        FirstIn(entry, v => v is Enum value && !WireNames.IsKnown(value));

    /// <summary>The first field of a record that holds words for a time that name none; null where all do.</summary>
    public static (string Name, string Label, bool HasLines)? NoTimeIn(EntityEntry<Record> entry) =>
        FirstIn(entry, v => v is Period { IsKnown: false });

    private static (string Name, string Label, bool HasLines)? FirstIn(EntityEntry<Record> entry, Predicate<object?> isWrong) =>
        entry.Properties.FirstOrDefault(p => isWrong(p.CurrentValue)) is { } property ? FieldOf(entry.Entity, property) : null;

    // One that nobody is shown is called as programs call it.
    private static (string Name, string Label, bool HasLines) FieldOf(Record record, PropertyEntry property)
    {
        var name = RecordContent.NameOf(property.Metadata);
        return record.Descriptor.Field(name) is { } field ? (name, field.Label, field.Form is FieldForm.Text) : (name, name, false);
    }

    // A slug that was once used leads to its record for good, and never to another.
    public static async Task KeepAddressesAsync(TrackerDb db, List<EntityEntry<Record>> changed, CancellationToken cancel)
    {
        foreach (var entry in changed)
        {
            if (entry.Entity is not IHasSlug { Slug: var slug })
            {
                continue;
            }

            var former = entry.State is EntityState.Modified ? entry.OriginalValues.GetValue<string>(nameof(IHasSlug.Slug)) : null;
            if (former == slug)
            {
                continue;
            }

            var kind = entry.Entity.Kind;
            if (await db.Set<FormerSlug>().FirstOrDefaultAsync(a => a.Kind == kind && a.Slug == slug, cancel) is { } old)
            {
                if (old.RecordId != entry.Entity.Id)
                {
                    throw Refusal.SlugLeadsElsewhere(slug, kind);
                }

                db.Set<FormerSlug>().Remove(old); // it has its old name again
            }

            if (former is not null)
            {
                db.Set<FormerSlug>()
                    .Add(
                        new FormerSlug
                        {
                            Kind = kind,
                            Slug = former,
                            RecordId = entry.Entity.Id,
                        }
                    );
            }
        }
    }
}
