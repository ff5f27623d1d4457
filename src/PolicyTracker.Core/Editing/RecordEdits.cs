using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Localization;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;

namespace PolicyTracker.Core.Editing;

/// <summary>Adds, changes, merges, reorders and retires the records that make up a tracker. Old addresses lead on.</summary>
public sealed class RecordEdits(RecordWriter writer, IEnumerable<IMergeHandler> merges, TimeProvider clock)
{
    /// <summary>Adds a record, or changes one. Fields that are not given stay.</summary>
    /// <param name="by">Who edits.</param>
    /// <param name="kind">One of <see cref="RecordQueries.Typed"/>.</param>
    /// <param name="id">The record; null to add one.</param>
    /// <param name="basedOn">The version that the editor saw; 0 for a new one.</param>
    /// <param name="values">The typed fields as text, by their names in <see cref="RecordDescriptor.Fields"/>.</param>
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
        var descriptor = RecordDescriptors.Of(kind);
        if (!descriptor.IsTyped)
        {
            throw Refusal.NotChangedHere(kind);
        }

        return writer.EditAsync(
            by,
            why,
            async db =>
            {
                db.Confirmed = new(confirmed ?? []);
                var record = id is { } known ? await FindAsync(db, kind, known, basedOn, cancel) : descriptor.Make();
                if (id is null)
                {
                    if (!descriptor.IsAddedByForm)
                    {
                        throw Refusal.MadeByMarking(kind);
                    }

                    db.Add(record);
                }

                foreach (
                    var field in descriptor.Fields.Where(f => f.IsTyped && (values.ContainsKey(f.Name) || (id is null && f.Name == "slug")))
                )
                {
                    var text = values.GetValueOrDefault(field.Name)?.Trim();
                    if (field.Form is FieldForm.References)
                    {
                        descriptor.SetSeveral(record, field, await FieldValues.SeveralAsync(db, field, text ?? "", cancel));
                        continue;
                    }

                    var property = db.Entry(record).Properties.First(p => RecordContent.NameOf(p.Metadata) == field.Name);
                    if (field.Name == "slug" && string.IsNullOrEmpty(text))
                    {
                        text = id is null
                            ? Slug.From(values.GetValueOrDefault("name") ?? values.GetValueOrDefault("title") ?? "", WireNames.Of(kind))
                            : text;
                    }

                    property.CurrentValue = await FieldValues.OfAsync(db, field, text, property.Metadata, cancel);
                }

                if (id is null || RecordOrder.IsMoved(db, record))
                {
                    await RecordOrder.PlaceLastAsync(db, record, cancel);
                }

                await descriptor.TypedAsync(db, record, clock, cancel);
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
                var descriptor = RecordDescriptors.Of(kind);
                if (!descriptor.IsTyped)
                {
                    throw Refusal.NotRemovedHere(kind);
                }

                var record = await FindAsync(db, kind, id, basedOn, cancel);
                var holding = (await RecordDependents.FindAsync(db, kind, id, cancel))
                    .Where(d => !d.Record.Descriptor.IsPart)
                    .GroupBy(d => d.Record.Kind, d => d.Record.Label)
                    .ToList();
                var uses = (await descriptor.UsesAsync(db, id, cancel)).Where(u => u.Count > 0).ToList();
                if (holding.Count > 0 || uses.Count > 0)
                {
                    var what = holding
                        .Select(g => CountTexts.Of(g.Key, g.Count(), Named([.. g])))
                        .Concat(uses.Select(u => CountTexts.Of(u.Kind, u.Count)));
                    throw Refusal.StillHolds(record.Label, CountTexts.Joined(what));
                }

                writer.Remove(record);
                foreach (var annotation in await db.Set<Annotation>().Where(a => a.SupportsId == id).ToListAsync(cancel))
                {
                    writer.Remove(annotation);
                }

                return record.Version;
            },
            cancel: cancel
        );

    /// <summary>
    /// Merges a record into another of its kind: all that belonged to it, every quotation and what editors say about it goes
    /// over, its address leads there, and it is taken out of view. Where a second editor is required, administrators alone merge, and it stands at once.
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

                if (!RecordDescriptors.Of(kind).IsStructure || from == into)
                {
                    throw Refusal.MergeIntoOther();
                }

                var record = await FindAsync(db, kind, from, basedOn, cancel);
                if (await RecordDescriptors.Of(kind).FindAsync(db, into, cancel) is not { RemovedAt: null } target)
                {
                    throw Refusal.MergeRemoved();
                }

                var moved = new Dictionary<RecordKind, int>();
                var dependents = await RecordDependents.FindAsync(db, kind, from, cancel);
                foreach (var (dependent, key) in dependents.OrderBy(d => (d.Record as IOrdered)?.Order))
                {
                    key.CurrentValue = dependent.Id == into ? null : into; // a part of what it is merged into stands by itself
                    if (dependent is IOrdered placed && key.Metadata.Name == dependent.Descriptor.OrderedWithin)
                    {
                        var next = moved.TryGetValue(dependent.Kind, out var last)
                            ? last + 1
                            : await RecordOrder.NextAsync(db, dependent.Kind, RecordOrder.WithinOf(db, dependent), cancel);
                        placed.Order = moved[dependent.Kind] = next;
                    }
                }

                foreach (var annotation in await db.Set<Annotation>().Where(a => a.SupportsId == from).ToListAsync(cancel))
                {
                    annotation.SupportsId = into;
                }

                await RecordDescriptors.Of(kind).MergeAsync(db, from, into, cancel);
                foreach (var handler in merges)
                {
                    await handler.MergeAsync(db, kind, from, into, cancel);
                }

                writer.Remove(record);
                var slug = ((IHasSlug)record).Slug;
                await db.Set<FormerSlug>()
                    .Where(a => a.RecordId == from)
                    .ExecuteUpdateAsync(set => set.SetProperty(a => a.RecordId, into), cancel);
                db.Set<FormerSlug>()
                    .Add(
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
            cancel: cancel
        );

    /// <summary>Moves a record one place up or down among those it is listed with.</summary>
    /// <returns>Its place.</returns>
    /// <exception cref="Refusal">It is of a kind without an order, or was removed meanwhile.</exception>
    public Task<int> MoveAsync(Editor by, RecordKind kind, Guid id, bool up, CancellationToken cancel = default) =>
        writer.EditAsync(
            by,
            "Reordered",
            async db =>
            {
                if (await RecordDescriptors.Of(kind).FindAsync(db, id, cancel) is not (IOrdered and Record { RemovedAt: null } record))
                {
                    throw Refusal.NoOrder();
                }

                await RecordOrder.MoveAsync(db, record, up, cancel);
                return ((IOrdered)record).Order;
            },
            cancel: cancel
        );

    private static async Task<Record> FindAsync(TrackerDb db, RecordKind kind, Guid id, int basedOn, CancellationToken cancel)
    {
        if (await RecordDescriptors.Of(kind).FindAsync(db, id, cancel) is not { RemovedAt: null } record)
        {
            throw Refusal.RemovedMeanwhile(kind);
        }

        await RecordWriter.CheckVersionAsync(db, record, basedOn, cancel);
        return record;
    }

    // The first three, and that there are more.
    private static string Named(IReadOnlyList<string> labels) =>
        Worded.List(labels.Take(3).Select(l => $"“{l}”")) + (labels.Count > 3 ? " …" : "");
}
