using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Editing;

/// <summary>Adds, changes, merges, reorders and retires the records that make up a tracker. Old addresses lead on.</summary>
public sealed class RecordEdits(RecordWriter writer, TimeProvider clock)
{
    /// <summary>Adds a record, or changes one. Fields that are not given stay.</summary>
    /// <param name="by">Who edits.</param>
    /// <param name="kind">One of <see cref="RecordQueries.Typed"/>.</param>
    /// <param name="id">The record; null to add one.</param>
    /// <param name="basedOn">The version that the editor saw; 0 for a new one.</param>
    /// <param name="values">The typed fields as text, by their names in <see cref="RecordFields"/>.</param>
    /// <param name="why">Why, for the history.</param>
    /// <param name="confirmed">The messages of doubts about quoted words that the editor was told.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The record's identity.</returns>
    /// <exception cref="VersionConflict">Somebody changed it meanwhile.</exception>
    /// <exception cref="DoubtfulWords">The quoted words do not state a value as it would be recorded.</exception>
    /// <exception cref="Refusal">A field is wrong; the message names it.</exception>
    public Task<Guid> SaveAsync(
        Editor by,
        RecordKind kind,
        Guid? id,
        int basedOn,
        IReadOnlyDictionary<string, string?> values,
        string why,
        IReadOnlyCollection<string>? confirmed = null,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(values);
        if (!RecordQueries.Typed.Contains(kind))
        {
            throw Refusal.NotChangedHere(kind);
        }

        return writer.EditAsync(
            by,
            why,
            async db =>
            {
                db.Confirmed = new(confirmed ?? []);
                var record = id is { } known
                    ? await FindAsync(db, kind, known, basedOn, cancel)
                    : (Record)Activator.CreateInstance(RecordTypes.Of(kind), nonPublic: true)!;
                if (id is null)
                {
                    if (record.NeedsQuotation || kind is RecordKind.Announcement)
                    {
                        throw Refusal.MadeByMarking(kind);
                    }

                    db.Add(record);
                    if (Find(db.Entry(record), "Order") is { } order)
                    {
                        order.CurrentValue =
                            await RecordContent.All(db, kind).Select(r => (int?)EF.Property<int>(r, "Order")).MaxAsync(cancel) + 1 ?? 1;
                    }
                }

                foreach (
                    var field in RecordFields
                        .Of(kind)
                        .Where(f => f.IsTyped && (values.ContainsKey(f.Name) || (id is null && f.Name == "slug")))
                )
                {
                    var text = values.GetValueOrDefault(field.Name)?.Trim();
                    if (field.Form is FieldForm.References)
                    {
                        RecordContent.SetTopics((Commitment)record, await SeveralAsync(db, field, text ?? "", cancel));
                        continue;
                    }

                    var property = db.Entry(record).Properties.First(p => RecordContent.NameOf(p.Metadata) == field.Name);
                    if (field.Name == "slug" && string.IsNullOrEmpty(text))
                    {
                        text = id is null
                            ? Slug.From(values.GetValueOrDefault("name") ?? values.GetValueOrDefault("title") ?? "", Kebab.Of(kind))
                            : text;
                    }

                    property.CurrentValue = await ValueAsync(db, field, text, property, cancel);
                    if (field.Form is FieldForm.PartialDate)
                    {
                        Find(db.Entry(record), property.Metadata.Name + "Precision")!.CurrentValue = PartialDate
                            .Parse(text)!
                            .Value.Precision;
                    }
                }

                if (record is Commitment { Follows: Succession.Replaces } commitment)
                {
                    await SupersedeAsync(db, commitment, cancel);
                }

                RecordWriter.NeedChange(db, Refusal.NothingDiffers);
                return record.Id;
            },
            cancel: cancel
        );
    }

    /// <summary>Takes a record out of view, with the words quoted for it. Refused while other records belong to it.</summary>
    /// <exception cref="VersionConflict">Somebody changed it meanwhile.</exception>
    /// <exception cref="Refusal">Something belongs to it; the message says what.</exception>
    public Task<int> RetireAsync(Editor by, RecordKind kind, Guid id, int basedOn, string why, CancellationToken cancel = default) =>
        writer.EditAsync(
            by,
            string.IsNullOrWhiteSpace(why) ? "Retired" : why,
            async db =>
            {
                if (!RecordQueries.Typed.Contains(kind))
                {
                    throw Refusal.NotRemovedHere(kind);
                }

                var record = await FindAsync(db, kind, id, basedOn, cancel);
                var holding = (await DependentsAsync(db, kind, id, cancel))
                    .GroupBy(d => d.Record.Kind)
                    .Where(g =>
                        (kind, g.Key)
                            is not ((RecordKind.Announcement, RecordKind.SourceVersion) or (RecordKind.Commitment, RecordKind.StatusChange))
                    )
                    .ToList(); // the text and the steps are its own
                var used =
                    kind is RecordKind.Topic
                        ? await db.Set<CommitmentTopic>()
                            .CountAsync(t => t.TopicId == id && db.Commitments.Any(c => c.Id == t.CommitmentId), cancel)
                        : 0;
                var quoted =
                    kind is RecordKind.Announcement
                        ? await db.Annotations.CountAsync(
                            a => db.SourceVersions.Any(v => v.Id == a.SourceVersionId && v.AnnouncementId == id),
                            cancel
                        )
                        : 0;
                if (holding.Count > 0 || used > 0 || quoted > 0)
                {
                    var what = holding
                        .Select(g =>
                            $"{g.Count()} {Kebab.Of(g.Key).Replace('-', ' ')}{(g.Count() == 1 ? "" : "s")} ({string.Join(", ", g.Take(3).Select(d => $"“{d.Record.Label}”"))}{(g.Count() > 3 ? " …" : "")})"
                        )
                        .Concat(used > 0 ? [$"{used} commitment{(used == 1 ? "" : "s")}"] : [])
                        .Concat(quoted > 0 ? [$"{quoted} quotation{(quoted == 1 ? "" : "s")}"] : []);
                    throw Refusal.StillHolds(record.Label, string.Join(" and ", what));
                }

                writer.Remove(record);
                foreach (var annotation in await db.Annotations.Where(a => a.SupportsId == id).ToListAsync(cancel))
                {
                    writer.Remove(annotation);
                }

                return record.Version;
            },
            cancel: cancel
        );

    /// <summary>
    /// Merges a record into another of its kind: all that belonged to it and every quotation goes over, its address leads there,
    /// and it is taken out of view. Where a second editor is required, administrators alone merge, and it stands at once.
    /// </summary>
    /// <exception cref="VersionConflict">Somebody changed it meanwhile.</exception>
    /// <exception cref="DoubtfulWords">Values that go over are not stated in the other's unit or scale.</exception>
    /// <exception cref="Refusal">The two are the same, or of a kind that is not merged.</exception>
    public Task<int> MergeAsync(
        Editor by,
        RecordKind kind,
        Guid from,
        int basedOn,
        Guid into,
        string why,
        IReadOnlyCollection<string>? confirmed = null,
        CancellationToken cancel = default
    ) =>
        writer.EditAsync(
            by,
            string.IsNullOrWhiteSpace(why) ? "Merged" : why,
            async db =>
            {
                db.Confirmed = new(confirmed ?? []);
                if (await RecordWriter.ApprovalIsRequiredAsync(db, cancel))
                {
                    await db.NeedAdminAsync(by, cancel);
                }

                if (!RecordQueries.Structure.Contains(kind) || from == into)
                {
                    throw Refusal.MergeIntoOther();
                }

                var record = await FindAsync(db, kind, from, basedOn, cancel);
                if (await RecordContent.FindAsync(db, kind, into, cancel) is not { RemovedAt: null } target)
                {
                    throw Refusal.MergeRemoved();
                }

                foreach (var (dependent, key) in await DependentsAsync(db, kind, from, cancel))
                {
                    key.CurrentValue = dependent.Id == into ? null : into; // a part of what it is merged into stands by itself
                }

                foreach (var annotation in await db.Annotations.Where(a => a.SupportsId == from).ToListAsync(cancel))
                {
                    annotation.SupportsId = into;
                }

                if (kind is RecordKind.Topic)
                {
                    foreach (
                        var commitment in await db
                            .Commitments.Include(c => c.Topics)
                            .Where(c => c.Topics.Any(t => t.TopicId == from))
                            .ToListAsync(cancel)
                    )
                    {
                        commitment.Topics.RemoveAll(t => t.TopicId == from);
                        if (commitment.Topics.All(t => t.TopicId != into))
                        {
                            commitment.Topics.Add(new CommitmentTopic { CommitmentId = commitment.Id, TopicId = into });
                        }
                    }
                }

                writer.Remove(record);
                var slug = (string)Find(db.Entry(record), "Slug")!.CurrentValue!;
                await db
                    .FormerSlugs.Where(a => a.RecordId == from)
                    .ExecuteUpdateAsync(set => set.SetProperty(a => a.RecordId, into), cancel);
                db.FormerSlugs.Add(
                    new FormerSlug
                    {
                        Kind = kind,
                        Slug = slug,
                        RecordId = into,
                    }
                );
                return target.Version;
            },
            isPublication: false,
            cancel
        );

    /// <summary>Moves a record one place up or down among those it is listed with.</summary>
    /// <exception cref="Refusal">It is of a kind without an order, or was removed meanwhile.</exception>
    public Task<int> MoveAsync(Editor by, RecordKind kind, Guid id, bool up, CancellationToken cancel = default) =>
        writer.EditAsync(
            by,
            "Reordered",
            async db =>
            {
                var all = (await RecordContent.All(db, kind).ToListAsync(cancel)).Cast<Record>().Where(r => r.RemovedAt is null).ToList();
                if (all.Find(r => r.Id == id) is not { } record || Find(db.Entry(record), "Order") is null)
                {
                    throw Refusal.NoOrder();
                }

                var pillar = Find(db.Entry(record), "PillarId")?.CurrentValue;
                var row = all.Where(r => kind is not RecordKind.Goal || Equals(Find(db.Entry(r), "PillarId")?.CurrentValue, pillar))
                    .OrderBy(r => RecordQueries.OrderOf(db, r))
                    .ThenBy(r => r.Label, StringComparer.OrdinalIgnoreCase)
                    .ToList();
                var at = row.IndexOf(record);
                var to = Math.Clamp(at + (up ? -1 : 1), 0, row.Count - 1);
                (row[at], row[to]) = (row[to], row[at]);
                for (var i = 0; i < row.Count; i++)
                {
                    Find(db.Entry(row[i]), "Order")!.CurrentValue = i + 1; // also puts right what shared a place
                }

                return to;
            },
            cancel: cancel
        );

    // It stands in the place of the other since it was first said, in those words.
    private async Task SupersedeAsync(TrackerDb db, Commitment successor, CancellationToken cancel)
    {
        var entry = db.Entry(successor);
        if (!entry.Property(c => c.Follows).IsModified && !entry.Property(c => c.FollowsId).IsModified)
        {
            return;
        }

        successor.Check(); // names the field that is missing
        var first = await (
            from a in db.Annotations
            where a.SupportsId == successor.Id && a.State == AnnotationState.Accepted
            join v in db.SourceVersions on a.SourceVersionId equals v.Id
            join n in db.Announcements on v.AnnouncementId equals n.Id
            orderby n.Date, a.Start, a.Id
            select new { Words = a, Source = v }
        ).FirstAsync(cancel);
        await CommitmentEdits.SupersedeAsync(db, successor.FollowsId!.Value, successor.Title, first.Words, first.Source, clock, cancel);
    }

    private static async Task<Record> FindAsync(TrackerDb db, RecordKind kind, Guid id, int basedOn, CancellationToken cancel)
    {
        if (await RecordContent.FindAsync(db, kind, id, cancel) is not { RemovedAt: null } record)
        {
            throw Refusal.RemovedMeanwhile(kind);
        }

        await RecordWriter.CheckVersionAsync(db, record, basedOn, cancel);
        return record;
    }

    private static async Task<object?> ValueAsync(
        TrackerDb db,
        RecordField field,
        string? text,
        PropertyEntry property,
        CancellationToken cancel
    )
    {
        if (string.IsNullOrEmpty(text))
        {
            return field.IsNeeded && field.Name != "slug" ? throw Refusal.FieldEmpty(field.Label, field.Name)
                : property.Metadata.IsNullable ? null
                : property.Metadata.ClrType == typeof(string) ? ""
                : throw Refusal.ValueMissing(field.Label, field.Name);
        }

        switch (field.Form)
        {
            case FieldForm.Choice:
                return Kebab.Parse(field.Values!, text) ?? throw Refusal.NoValueOf(text, field.Label, field.Name);
            case FieldForm.Number:
                return decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : throw Refusal.NoNumber(field.Label, text, field.Name);
            case FieldForm.Date:
                return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                    ? day
                    : throw Refusal.NoDay(field.Label, text, field.Name);
            case FieldForm.PartialDate:
                return PartialDate.Parse(text)?.Start ?? throw Refusal.NoDate(text, field.Name);
            case FieldForm.Reference:
                return await ReferenceAsync(db, field, text, cancel);
            default:
                return text;
        }
    }

    private static async Task<HashSet<Guid>> SeveralAsync(TrackerDb db, RecordField field, string text, CancellationToken cancel)
    {
        var ids = new HashSet<Guid>();
        foreach (var one in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            ids.Add(await ReferenceAsync(db, field, one, cancel));
        }

        return ids;
    }

    // What a browser sends may be any record's identity: it has to be one of the kind that the field refers to.
    private static async Task<Guid> ReferenceAsync(TrackerDb db, RecordField field, string text, CancellationToken cancel) =>
        Guid.TryParse(text, out var id) && await RecordContent.FindAsync(db, field.Of!.Value, id, cancel) is { RemovedAt: null }
            ? id
            : throw Refusal.ChoiceRemoved(field.Label, field.Name);

    // The standing records that refer to one, each with the key by which it does: found in the model, so that none is forgotten.
    private static async Task<List<(Record Record, PropertyEntry Key)>> DependentsAsync(
        TrackerDb db,
        RecordKind kind,
        Guid id,
        CancellationToken cancel
    )
    {
        var found = new List<(Record, PropertyEntry)>();
        foreach (
            var key in db
                .Model.FindEntityType(RecordTypes.Of(kind))!
                .GetReferencingForeignKeys()
                .Where(k => k.DeclaringEntityType.ClrType.IsSubclassOf(typeof(Record)))
        )
        {
            var name = key.Properties[0].Name;
            var of = RecordTypes.KindOf(key.DeclaringEntityType.ClrType);
            foreach (
                var record in (
                    await RecordContent
                        .All(db, of)
                        .Where(r => EF.Property<Guid?>(r, name) == id && EF.Property<DateTime?>(r, nameof(Record.RemovedAt)) == null)
                        .ToListAsync(cancel)
                ).Cast<Record>()
            )
            {
                found.Add((record, db.Entry(record).Property(name)));
            }
        }

        return found;
    }

    private static PropertyEntry? Find(EntityEntry entry, string name) => entry.Properties.FirstOrDefault(p => p.Metadata.Name == name);
}
