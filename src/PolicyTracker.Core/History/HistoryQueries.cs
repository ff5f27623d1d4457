using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Localization;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;

namespace PolicyTracker.Core.History;

/// <summary>What readers and editors ask about the history of one record.</summary>
public sealed class HistoryQueries(IDbContextFactory<TrackerDb> contexts)
{
    /// <summary>For how long after a record is made its changes belong to making it: one sitting.</summary>
    public static TimeSpan Making { get; } = TimeSpan.FromHours(1);

    /// <summary>The most versions of a record that its history lists.</summary>
    public const int MaxListed = 200;

    // So many of the newest versions of a record and its quotations are looked through for corrections.
    private const int MaxCompared = 1_000;

    /// <summary>The history of a record, also of one that was removed; null where there never was one.</summary>
    public async Task<RecordHistory?> FindAsync(RecordKind kind, Guid id, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var revisions = await db.Set<Revision>()
            .AsNoTracking()
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
        var names = await NamesAsync(db, contents.Select(c => (kind, c)), cancel);
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
                : await db.Set<Revision>().CountAsync(r => r.RecordKind == kind && r.RecordId == id, cancel)
        );
    }

    /// <summary>One version of a record, each field in words, beside what stands now; null where there is no such version.</summary>
    public async Task<VersionShown?> FindVersionAsync(RecordKind kind, Guid id, int version, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var of = db.Set<Revision>().AsNoTracking().Where(r => r.RecordKind == kind && r.RecordId == id);
        var revision = await of.Include(r => r.Edit).FirstOrDefaultAsync(r => r.RecordVersion == version, cancel);
        if (revision is null)
        {
            return null;
        }

        var (content, now) = (
            Parse(revision.Content),
            Parse(await of.OrderByDescending(r => r.Sequence).Select(r => r.Content).FirstAsync(cancel))
        );
        var names = await NamesAsync(db, [(kind, content), (kind, now)], cancel);
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
        var quotations = await db.Set<Annotation>()
            .Where(a => a.SupportsKind == kind && a.SupportsId == id && a.Version > 1)
            .Select(a => a.Id)
            .ToListAsync(cancel);
        var ids = quotations.Append(id).ToList();
        var made = await db.Set<Revision>()
            .Where(r => ids.Contains(r.RecordId) && r.RecordVersion == 1)
            .Select(r => new { r.RecordId, r.Edit.At })
            .ToDictionaryAsync(r => r.RecordId, r => r.At, cancel);
        var revisions = await db.Set<Revision>()
            .AsNoTracking()
            .Include(r => r.Edit)
            .Where(r => ids.Contains(r.RecordId))
            .OrderByDescending(r => r.Sequence)
            .Take(MaxCompared)
            .ToListAsync(cancel);
        var contents = revisions.ToDictionary(r => r.Sequence, r => Parse(r.Content));
        var names = await NamesAsync(db, revisions.Select(r => (r.RecordKind, contents[r.Sequence])), cancel);
        return
        [
            .. revisions
                .GroupBy(r => r.RecordId)
                .SelectMany(of => of.Zip(of.Skip(1), (after, before) => (After: after, Before: before)))
                .Where(v => v.After.Edit.At > made[v.After.RecordId] + Making)
                .Select(v =>
                    (v.After, Differences: Compare(v.After.RecordKind, contents[v.Before.Sequence], contents[v.After.Sequence], names))
                )
                .Select(v => Version(v.After, [.. v.Differences.Where(d => d.Field.IsStated)]))
                .Where(v => v.Differences.Count > 0)
                .OrderByDescending(v => v.Sequence),
        ];
    }

    /// <summary>What each proposed edit would change of what stands, in the order of the edits.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<RecordDifference>>> DifferencesAsync(
        IReadOnlyList<IReadOnlyList<ProposedRecord>> edits,
        CancellationToken cancel = default
    )
    {
        var records = edits.SelectMany(e => e).ToList();
        var (ids, versions) = (records.ConvertAll(r => r.Id), records.Select(r => r.BasedOn).Distinct().ToList());
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var stood = (
            await db.Set<Revision>()
                .Where(r => ids.Contains(r.RecordId) && versions.Contains(r.RecordVersion))
                .Select(r => new
                {
                    r.RecordId,
                    r.RecordVersion,
                    r.Content,
                })
                .ToListAsync(cancel)
        ).ToDictionary(r => (r.RecordId, r.RecordVersion), r => Parse(r.Content));
        var compared = edits
            .Select(edit =>
                edit.Select(r => (Record: r, Before: stood.GetValueOrDefault((r.Id, r.BasedOn)), After: Parse(r.Content))).ToList()
            )
            .ToList();
        var contents = compared.SelectMany(edit => edit).SelectMany(c => new[] { (c.Record.Kind, c.Before), (c.Record.Kind, c.After) });
        var names = await NamesAsync(db, contents.Where(c => c.Item2 is not null)!, cancel);
        var found = new List<IReadOnlyList<RecordDifference>>();
        foreach (var edit in compared)
        {
            var known = new Dictionary<Guid, string>(names);
            foreach (var (record, _, _) in edit)
            {
                known.TryAdd(record.Id, record.Label); // an edit may refer to what it makes itself
            }

            found.Add(edit.ConvertAll(c => Difference(c.Record, c.Before, c.After, known)));
        }

        return found;
    }

    private static RecordDifference Difference(ProposedRecord record, JsonObject? before, JsonObject after, Dictionary<Guid, string> names)
    {
        var act =
            record.BasedOn == 0 ? RevisionAct.Created
            : after["removedAt"] is null ? RevisionAct.Edited
            : RevisionAct.Removed;
        return new(record.Kind, record.Id, record.Label, act, Compare(record.Kind, before, after, names));
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
                : Worded.List(many.Select(m => Name(m!.GetValue<Guid>(), names)).Order(StringComparer.OrdinalIgnoreCase)),
            var value when field.Form is FieldForm.Reference => Name(value.GetValue<Guid>(), names),
            var value when field.Form is FieldForm.Choice => Choice(field, value.GetValue<string>()),
            _ => RecordContent.TextOf(content, field) is { Length: > 0 } text ? text : null,
        };

    // A word that this version of the program does not know stands as it is.
    private static string Choice(RecordField field, string word) =>
        WireNames.Parse(field.Values!, word) is Enum value ? EnumTexts.Of(value) : word.Replace('-', ' ');

    private static string Name(Guid id, Dictionary<Guid, string> names) => names.GetValueOrDefault(id, HistoryTexts.Texts["RecordGone"]);

    private static JsonObject Parse(string content) => JsonNode.Parse(content)!.AsObject();

    // What the records that contents refer to are called now, also those that were removed.
    private static async Task<Dictionary<Guid, string>> NamesAsync(
        TrackerDb db,
        IEnumerable<(RecordKind Kind, JsonObject Content)> contents,
        CancellationToken cancel
    )
    {
        var ids = contents.SelectMany(c => ReferencesOf(c.Kind, c.Content)).Distinct().ToList();
        if (ids.Count == 0)
        {
            return [];
        }

        var newest = db.Set<Revision>().Where(r => ids.Contains(r.RecordId)).GroupBy(r => r.RecordId).Select(g => g.Max(r => r.Sequence));
        return await db.Set<Revision>()
            .Where(r => newest.Contains(r.Sequence))
            .Select(r => new { r.RecordId, r.Label })
            .ToDictionaryAsync(r => r.RecordId, r => r.Label, cancel);
    }

    private static IEnumerable<Guid> ReferencesOf(RecordKind kind, JsonObject content) =>
        RecordDescriptors
            .Of(kind)
            .Fields.Where(f => f.Form is FieldForm.Reference or FieldForm.References)
            .SelectMany(f =>
                content[f.Name] switch
                {
                    null => [],
                    JsonArray many => many.Select(m => m!.GetValue<Guid>()),
                    var one => [one.GetValue<Guid>()],
                }
            );
}
