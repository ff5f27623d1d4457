using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.History;

namespace PolicyTracker.Core.Records;

/// <summary>
/// A whole record as JSON, its fields in alphabetical order, and back again: what a revision keeps, what a restored
/// version brings back, and what an approved proposal writes.
/// </summary>
internal static class RecordContent
{
    private const string Topics = "topics";

    // The door's own: an edit sets them, no content does. A status follows from its steps.
    private static readonly HashSet<string> Kept =
    [
        nameof(Record.Id),
        nameof(Record.Version),
        nameof(Record.ChangedAt),
        nameof(Commitment.Status),
    ];

    /// <summary>The record as it stands in the context.</summary>
    public static string Of(EntityEntry<Record> entry)
    {
        var content = new JsonObject();
        foreach (var property in entry.Properties.OrderBy(p => p.Metadata.Name, StringComparer.Ordinal))
        {
            content[NameOf(property.Metadata)] = property.CurrentValue switch
            {
                null => null,
                Enum value => Kebab.Of(value),
                var value => JsonSerializer.SerializeToNode(value),
            };
        }

        if (entry.Entity is Commitment commitment)
        {
            content[Topics] = new JsonArray([.. commitment.Topics.Select(t => t.TopicId).Order().Select(id => JsonValue.Create(id))]);
        }

        return content.ToJsonString(Revision.Canonical);
    }

    /// <summary>The name of a property in contents.</summary>
    public static string NameOf(IReadOnlyProperty property) => JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    /// <summary>A field of a content as it is typed and shown; null where it is empty.</summary>
    public static string? TextOf(JsonObject content, RecordField field)
    {
        var text = content[field.Name]?.ToString();
        return field.Form is FieldForm.PartialDate && PartialDate.Parse(text) is { } day
            ? new PartialDate(
                day.Start,
                Kebab.Parse<DatePrecision>(content[field.Name + "Precision"]?.ToString()) ?? DatePrecision.Day
            ).ToString()
            : text;
    }

    /// <summary>The record of that identity, tracked, whether it stands or was removed; made anew where there is none.</summary>
    public static async Task<Record> FindOrMakeAsync(TrackerDb db, RecordKind kind, Guid id, CancellationToken cancel)
    {
        var type = RecordTypes.Of(kind);
        if (await FindAsync(db, kind, id, cancel) is { } found)
        {
            return found;
        }

        var made = (Record)Activator.CreateInstance(type, nonPublic: true)!;
        db.Entry(made).Property(nameof(Record.Id)).CurrentValue = id;
        db.Add(made);
        return made;
    }

    /// <summary>The record of that identity, tracked, also where it was removed; null where there never was one.</summary>
    public static async Task<Record?> FindAsync(TrackerDb db, RecordKind kind, Guid id, CancellationToken cancel)
    {
        if (kind is RecordKind.Commitment)
        {
            return await db.Commitments.IgnoreQueryFilters().Include(c => c.Topics).FirstOrDefaultAsync(c => c.Id == id, cancel);
        }

        return (Record?)await All(db, kind).FirstOrDefaultAsync(r => EF.Property<Guid>(r, nameof(Record.Id)) == id, cancel);
    }

    /// <summary>Every record of a kind, also those that were removed.</summary>
    public static IQueryable<object> All(TrackerDb db, RecordKind kind) =>
        (
            (IQueryable<object>)
                typeof(DbContext).GetMethod(nameof(DbContext.Set), 1, [])!.MakeGenericMethod(RecordTypes.Of(kind)).Invoke(db, null)!
        ).IgnoreQueryFilters();

    /// <summary>Every record of a kind that stands.</summary>
    public static IQueryable<object> Standing(TrackerDb db, RecordKind kind) =>
        All(db, kind).Where(r => EF.Property<DateTime?>(r, nameof(Record.RemovedAt)) == null);

    /// <summary>The identity of the record that has a slug, standing or removed as asked; null where there is none.</summary>
    public static Task<Guid?> FindIdAsync(TrackerDb db, RecordKind kind, string slug, bool isRemoved, CancellationToken cancel) =>
        All(db, kind)
            .Where(r =>
                EF.Property<string>(r, "Slug") == slug && (EF.Property<DateTime?>(r, nameof(Record.RemovedAt)) != null) == isRemoved
            )
            .Select(r => (Guid?)EF.Property<Guid>(r, nameof(Record.Id)))
            .FirstOrDefaultAsync(cancel);

    /// <summary>Sets a tracked record's fields to those of a content. Fields that the content does not have stay: it is of an older version of the program.</summary>
    public static void Set(TrackerDb db, Record record, string content)
    {
        var values = JsonNode.Parse(content)!.AsObject();
        foreach (var property in db.Entry(record).Properties.Where(p => !Kept.Contains(p.Metadata.Name)))
        {
            if (values.TryGetPropertyValue(NameOf(property.Metadata), out var value))
            {
                property.CurrentValue = ValueOf(value, property.Metadata.ClrType);
            }
        }

        if (record is Commitment commitment && values[Topics] is JsonArray topics)
        {
            SetTopics(commitment, topics.Select(t => t!.GetValue<Guid>()).ToHashSet());
        }
    }

    /// <summary>Gives a tracked commitment these topics and no others.</summary>
    public static void SetTopics(Commitment commitment, IReadOnlySet<Guid> wanted)
    {
        commitment.Topics.RemoveAll(t => !wanted.Contains(t.TopicId));
        commitment.Topics.AddRange(
            wanted
                .Except(commitment.Topics.Select(t => t.TopicId))
                .ToList()
                .Select(t => new CommitmentTopic { CommitmentId = commitment.Id, TopicId = t })
        );
    }

    private static object? ValueOf(JsonNode? value, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (value is null || !type.IsEnum)
        {
            return value?.Deserialize(type);
        }

        var word = value.GetValueKind() is JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
        return Kebab.Parse(type, word) ?? throw Refusal.RetiredWord(word);
    }
}
