using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.History;

/// <summary>A field of a record in two versions, in words; null where a version does not have it.</summary>
public sealed record FieldDifference(RecordField Field, string? Before, string? After);

/// <summary>What an edit makes of a record.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Id">Its identity.</param>
/// <param name="Label">What it is called after the edit.</param>
/// <param name="Act">What is done.</param>
/// <param name="Fields">The fields that change.</param>
public sealed record RecordDifference(RecordKind Kind, Guid Id, string Label, RevisionAct Act, IReadOnlyList<FieldDifference> Fields);

/// <summary>One version of a record, with what it changed; <paramref name="ApprovedBy"/> is null where nobody had to approve the edit.</summary>
public sealed record VersionOfRecord(
    long Sequence,
    long EditId,
    int Version,
    DateTime At,
    string By,
    string? ApprovedBy,
    RevisionAct Act,
    string Why,
    string Label,
    string Hash,
    IReadOnlyList<FieldDifference> Differences
);

/// <summary>The whole history of a record, newest version first.</summary>
/// <param name="Kind">The record's kind.</param>
/// <param name="Id">Its identity.</param>
/// <param name="Label">What it is called now.</param>
/// <param name="IsRemoved">Whether it was taken out of view.</param>
/// <param name="Page">Where it is shown; null where it was removed.</param>
/// <param name="Versions">Its versions.</param>
/// <param name="Total">How many versions there are in all.</param>
public sealed record RecordHistory(
    RecordKind Kind,
    Guid Id,
    string Label,
    bool IsRemoved,
    RecordLink? Page,
    IReadOnlyList<VersionOfRecord> Versions,
    int Total
);

/// <summary>One version of a record, whole: its fields in words.</summary>
public sealed record VersionShown(VersionOfRecord Version, IReadOnlyList<FieldDifference> Fields);

/// <summary>What readers and editors ask about the history of one record.</summary>
public sealed class HistoryQueries(IDbContextFactory<TrackerDb> contexts)
{
    /// <summary>For how long after a record is made its changes belong to making it: one sitting.</summary>
    public static TimeSpan Making { get; } = TimeSpan.FromHours(1);

    /// <summary>The most versions of a record that its history lists.</summary>
    public const int MaxListed = 200;

    /// <summary>The history of a record, also of one that was removed; null where there never was one.</summary>
    public async Task<RecordHistory?> FindAsync(RecordKind kind, Guid id, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var revisions = await db
            .Revisions.AsNoTracking()
            .Include(r => r.Edit)
            .Where(r => r.RecordKind == kind && r.RecordId == id)
            .OrderByDescending(r => r.Sequence)
            .Take(MaxListed + 1)
            .ToListAsync(cancel);
        if (revisions.Count == 0)
        {
            return null;
        }

        var contents = revisions.ConvertAll(r => Parse(r.Content));
        var names = await NamesAsync(db, kind, contents, cancel);
        var versions = revisions
            .Take(MaxListed)
            .Select((r, i) => Version(r, Compare(kind, i + 1 < contents.Count ? contents[i + 1] : null, contents[i], names)))
            .ToList();
        var page = (await db.LinksAsync([(kind, id)], cancel)).GetValueOrDefault(id);
        return new(
            kind,
            id,
            revisions[0].Label,
            contents[0]["removedAt"] is not null,
            page,
            versions,
            revisions.Count <= MaxListed
                ? versions.Count
                : await db.Revisions.CountAsync(r => r.RecordKind == kind && r.RecordId == id, cancel)
        );
    }

    /// <summary>One version of a record, each field in words, beside what stands now; null where there is no such version.</summary>
    public async Task<VersionShown?> FindVersionAsync(RecordKind kind, Guid id, int version, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var of = db.Revisions.AsNoTracking().Where(r => r.RecordKind == kind && r.RecordId == id);
        var revision = await of.Include(r => r.Edit).FirstOrDefaultAsync(r => r.RecordVersion == version, cancel);
        if (revision is null)
        {
            return null;
        }

        var (content, now) = (
            Parse(revision.Content),
            Parse(await of.OrderByDescending(r => r.Sequence).Select(r => r.Content).FirstAsync(cancel))
        );
        var names = await NamesAsync(db, kind, [content, now], cancel);
        var fields = RecordDescriptors
            .Of(kind)
            .Fields.Select(f => new FieldDifference(f, Show(f, content, names), Show(f, now, names)))
            .ToList();
        return new(Version(revision, []), fields);
    }

    /// <summary>
    /// What was corrected on a record after it was published, newest first: its fields (a status has a story of its own), and
    /// the words that are quoted for it. What is changed within <see cref="Making"/> of the record's first version belongs to
    /// making it and corrects nothing.
    /// </summary>
    public async Task<IReadOnlyList<VersionOfRecord>> CorrectionsAsync(RecordKind kind, Guid id, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var quotations = await db
            .Annotations.Where(a => a.SupportsKind == kind && a.SupportsId == id && a.Version > 1)
            .Select(a => a.Id)
            .ToListAsync(cancel);
        var found = new List<VersionOfRecord>();
        foreach (var (of, which) in quotations.Select(q => (RecordKind.Annotation, q)).Prepend((kind, id)))
        {
            if (await FindAsync(of, which, cancel) is { } history)
            {
                var first = db.Revisions.Where(r => r.RecordKind == of && r.RecordId == which && r.RecordVersion == 1);
                var made = await first.Select(r => r.Edit.At).FirstAsync(cancel);
                found.AddRange(
                    history
                        .Versions.Where(v => v.Version > 1 && v.At > made + Making)
                        .Select(v => v with { Differences = [.. v.Differences.Where(d => d.Field.IsStated)] })
                        .Where(v => v.Differences.Count > 0)
                );
            }
        }

        return [.. found.OrderByDescending(v => v.Sequence)];
    }

    /// <summary>What proposed records would change of what stands.</summary>
    public async Task<IReadOnlyList<RecordDifference>> DifferencesAsync(
        IReadOnlyList<ProposedRecord> records,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(records);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var made = records.ToDictionary(r => r.Id, r => r.Label); // an edit may refer to what it makes itself
        var found = new List<RecordDifference>();
        foreach (var record in records)
        {
            var before = await db
                .Revisions.Where(r => r.RecordKind == record.Kind && r.RecordId == record.Id && r.RecordVersion == record.BasedOn)
                .Select(r => r.Content)
                .FirstOrDefaultAsync(cancel);
            var (was, now) = (before is null ? null : Parse(before), Parse(record.Content));
            var names = await NamesAsync(db, record.Kind, was is null ? [now] : [was, now], cancel);
            foreach (var (id, label) in made)
            {
                names.TryAdd(id, label);
            }

            var act =
                record.BasedOn == 0 ? RevisionAct.Created
                : now["removedAt"] is null ? RevisionAct.Edited
                : RevisionAct.Removed;
            found.Add(new(record.Kind, record.Id, record.Label, act, Compare(record.Kind, was, now, names)));
        }

        return found;
    }

    private static VersionOfRecord Version(Revision revision, IReadOnlyList<FieldDifference> differences) =>
        new(
            revision.Sequence,
            revision.EditId,
            revision.RecordVersion,
            revision.Edit.At,
            revision.Edit.By,
            revision.Edit.ApprovedBy,
            revision.Act,
            revision.Edit.Why,
            revision.Label,
            revision.Hash,
            differences
        );

    private static IReadOnlyList<FieldDifference> Compare(
        RecordKind kind,
        JsonObject? before,
        JsonObject after,
        Dictionary<Guid, string> names
    ) =>
        [
            .. RecordDescriptors
                .Of(kind)
                .Fields.Select(f => new FieldDifference(f, before is null ? null : Show(f, before, names), Show(f, after, names)))
                .Where(d => d.Before != d.After),
        ];

    private static string? Show(RecordField field, JsonObject content, Dictionary<Guid, string> names) =>
        content[field.Name] switch
        {
            null => null,
            JsonArray many => many.Count == 0
                ? null
                : string.Join(", ", many.Select(m => Name(m!.GetValue<Guid>(), names)).Order(StringComparer.OrdinalIgnoreCase)),
            var value when field.Form is FieldForm.Reference => Name(value.GetValue<Guid>(), names),
            var value when field.Form is FieldForm.Choice => value.GetValue<string>().Replace('-', ' '),
            _ => RecordContent.TextOf(content, field) is { Length: > 0 } text ? text : null,
        };

    private static string Name(Guid id, Dictionary<Guid, string> names) => names.GetValueOrDefault(id, HistoryTexts.Texts["RecordGone"]);

    private static JsonObject Parse(string content) => JsonNode.Parse(content)!.AsObject();

    // What the records that contents refer to are called now, also those that were removed.
    private static async Task<Dictionary<Guid, string>> NamesAsync(
        TrackerDb db,
        RecordKind kind,
        IEnumerable<JsonObject> contents,
        CancellationToken cancel
    )
    {
        var fields = RecordDescriptors.Of(kind).Fields.Where(f => f.Form is FieldForm.Reference or FieldForm.References).ToList();
        var ids = contents
            .SelectMany(c =>
                fields.SelectMany(f =>
                    c[f.Name] switch
                    {
                        null => [],
                        JsonArray many => many.Select(m => m!.GetValue<Guid>()),
                        var one => [one.GetValue<Guid>()],
                    }
                )
            )
            .Distinct()
            .ToList();
        if (ids.Count == 0)
        {
            return [];
        }

        var newest = db.Revisions.Where(r => ids.Contains(r.RecordId)).GroupBy(r => r.RecordId).Select(g => g.Max(r => r.Sequence));
        return await db.Revisions.Where(r => newest.Contains(r.Sequence)).ToDictionaryAsync(r => r.RecordId, r => r.Label, cancel);
    }
}
