using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Core.Records;

/// <summary>
/// A whole record as JSON, its fields in alphabetical order, and back again: what a revision keeps, what a restored
/// version brings back, and what an approved proposal writes.
/// </summary>
internal static class RecordContent
{
    // The writer's own: an edit sets them, no content does.
    private static readonly HashSet<string> Kept = [nameof(Record.Id), nameof(Record.Version), nameof(Record.ChangedAt)];

    /// <summary>
    /// The record as it stands in the context, without what never changes and is long: see
    /// <see cref="RecordDescriptor.KeptOnce"/>.
    /// </summary>
    public static string Of(EntityEntry<Record> entry) => Write(entry, entry.Entity.Descriptor.KeptOnce);

    /// <summary>The record as it stands in the context, with all that it has: what makes it anew.</summary>
    public static string Whole(EntityEntry<Record> entry) => Write(entry, FrozenSet<string>.Empty);

    private static string Write(EntityEntry<Record> entry, IReadOnlySet<string> without)
    {
        var content = new JsonObject();
        foreach (var (property, name) in PropertiesOf(entry.Metadata).Where(p => !without.Contains(p.Property.Name)))
        {
            content[name] = entry.CurrentValues[property] switch
            {
                null => null,
                Enum value => WireNames.Of(value),
                var value => JsonSerializer.SerializeToNode(value),
            };
        }

        var descriptor = entry.Entity.Descriptor;
        foreach (var field in descriptor.Fields.Where(f => f.Form is FieldForm.References))
        {
            content[field.Name] = new JsonArray([.. descriptor.SeveralOf(entry.Entity, field).Select(id => JsonValue.Create(id))]);
        }

        return content.ToJsonString(Revision.Canonical);
    }

    // Sorted once for each kind and model, not with each edit.
    private static (IProperty Property, string Name)[] PropertiesOf(IEntityType type) =>
        type.GetOrAddRuntimeAnnotationValue(
            "PolicyTracker:Content",
            static t => t!.GetProperties().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => (p, NameOf(p))).ToArray(),
            type
        );

    /// <summary>The name of a property in contents.</summary>
    public static string NameOf(IReadOnlyProperty property) => JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    /// <summary>A field of a content as it is typed and shown; null where it is empty.</summary>
    public static string? TextOf(JsonObject content, RecordField field) => content[field.Name]?.ToString();

    /// <summary>The record of that identity, tracked, whether it stands or was removed; made anew where there is none.</summary>
    public static async Task<Record> FindOrMakeAsync(TrackerDb db, RecordKind kind, Guid id, CancellationToken cancel)
    {
        var descriptor = RecordDescriptors.Of(kind);
        if (await descriptor.FindAsync(db, id, cancel) is { } found)
        {
            return found;
        }

        var made = descriptor.Make();
        db.Entry(made).Property(nameof(Record.Id)).CurrentValue = id;
        db.Add(made);
        return made;
    }

    /// <summary>
    /// Sets a tracked record's fields to those of a content. Fields that the content does not have stay: it is of an older
    /// version of the program.
    /// </summary>
    /// <param name="db">The context that tracks it.</param>
    /// <param name="record">The record.</param>
    /// <param name="content">The content.</param>
    /// <param name="isForReading">Whether it is only looked at, so that a word which is no longer known may stay one.</param>
    /// <exception cref="Refusal">The content has a word that is no longer known: to leave it out would say something else.</exception>
    public static void Set(TrackerDb db, Record record, string content, bool isForReading = false)
    {
        var values = JsonNode.Parse(content)!.AsObject();
        var descriptor = record.Descriptor;
        foreach (var property in db.Entry(record).Properties)
        {
            var name = NameOf(property.Metadata);
            if (
                !Kept.Contains(property.Metadata.Name)
                && descriptor.Field(name) is not { IsDerived: true }
                && values.TryGetPropertyValue(name, out var value)
            )
            {
                property.CurrentValue = ValueOf(value, property.Metadata.ClrType, isForReading);
            }
        }

        foreach (var field in descriptor.Fields.Where(f => f.Form is FieldForm.References))
        {
            if (values[field.Name] is JsonArray several)
            {
                descriptor.SetSeveral(record, field, several.Select(t => t!.GetValue<Guid>()).ToHashSet());
            }
        }
    }

    private static object? ValueOf(JsonNode? value, Type type, bool isForReading)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (value is null || !type.IsEnum)
        {
            return value?.Deserialize(type);
        }

        var word = value.GetValueKind() is JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
        return WireNames.Parse(type, word) ?? (isForReading ? WireNames.UnknownOf(type) : throw Refusal.RetiredWord(word));
    }
}
