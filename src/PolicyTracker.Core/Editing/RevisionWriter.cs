using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;

namespace PolicyTracker.Core.Editing;

/// <summary>Checks what an edit changes against the rules of every record, raises versions, and appends a revision for each.</summary>
internal sealed class RevisionWriter(TimeProvider clock)
{
    /// <summary>Writes what was changed in a context, with its history.</summary>
    /// <param name="db">The context.</param>
    /// <param name="by">Who edits.</param>
    /// <param name="approves">The proposal that <paramref name="by"/> approves, if there is one.</param>
    /// <param name="why">Why.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>The revisions; none where nothing was changed.</returns>
    /// <exception cref="Refusal">A rule says no.</exception>
    public async Task<List<Revision>> WriteAsync(TrackerDb db, Editor by, ProposedEdit? approves, string why, CancellationToken cancel)
    {
        db.ChangeTracker.DetectChanges();
        foreach (var descriptor in RecordDescriptors.All)
        {
            await descriptor.DeriveAsync(db, cancel);
        }

        MarkOwners(db);
        var changed = db
            .ChangeTracker.Entries<Record>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .ToList();
        if (changed.Count == 0)
        {
            return [];
        }

        changed.ForEach(RecordRules.CheckFields);
        await RecordRules.KeepAddressesAsync(db, changed, cancel);
        var confirmed = await WordRules.CheckAsync(db, changed, cancel);
        why = confirmed.Count == 0 ? why : EditReasons.Texts["Confirmed", why, string.Join(" ", confirmed.Select(d => d.Message))];
        var last = await db.Set<Revision>()
            .OrderByDescending(r => r.Sequence)
            .Select(r => new ChainEnd(r.EditId, r.Edit.At, r.Sequence, r.Hash))
            .FirstOrDefaultAsync(cancel);
        var at = last?.At > Now() ? last.At : Now(); // a clock that was set back must not turn history around
        var edit = new Edit
        {
            Id = (last?.EditId ?? 0) + 1,
            At = at,
            AccountId = approves?.AccountId ?? by.AccountId,
            By = approves?.By ?? by.Name,
            ApprovedById = approves is null ? null : by.AccountId,
            ApprovedBy = approves is null ? null : by.Name,
            Why = why,
            Origin = approves?.Origin ?? by.Origin,
        };
        db.Set<Edit>().Add(edit);
        var revisions = new List<Revision>();
        foreach (var entry in changed)
        {
            if (entry.State == EntityState.Deleted || (entry.Entity.Descriptor.IsImmutable && entry.State == EntityState.Modified))
            {
                throw Refusal.NothingIsDeleted();
            }

            var record = entry.Entity;
            record.Check();
            record.Version++;
            record.ChangedAt = at;
            if (record.RemovedAt is not null && entry.OriginalValues[nameof(Record.RemovedAt)] is null)
            {
                record.RemovedAt = at; // one time for all that goes together, so that it can come back together
            }

            var revision = new Revision
            {
                Sequence = (last?.Sequence ?? 0) + 1,
                EditId = edit.Id,
                Edit = edit,
                Act =
                    entry.State == EntityState.Added ? RevisionAct.Created
                    : record.RemovedAt is null ? RevisionAct.Edited
                    : RevisionAct.Removed,
                RecordKind = record.Kind,
                RecordId = record.Id,
                RecordVersion = record.Version,
                Label = record.Label,
                Content = RecordContent.Of(entry),
                PreviousHash = last?.Hash ?? Revision.NoHash,
            };
            revision.Hash = revision.ComputeHash();
            db.Set<Revision>().Add(revision);
            last = new(edit.Id, at, revision.Sequence, revision.Hash);
            revisions.Add(revision);
        }

        await QuotationRules.CheckPlacesAsync(db, [.. changed.Select(e => e.Entity)], cancel);
        db.AllowWrites = true;
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException e) when (e.InnerException?.Message.Contains("slug", StringComparison.OrdinalIgnoreCase) == true)
        {
            var slugs = changed
                .Where(c => c.Entity is IHasSlug && (c.State == EntityState.Added || c.Property(nameof(IHasSlug.Slug)).IsModified))
                .Select(c => ((IHasSlug)c.Entity).Slug);
            throw Refusal.SlugTaken(string.Join("”, “", slugs));
        }

        await QuotationRules.CheckSupportAsync(db, [.. changed.Select(e => e.Entity)], cancel);
        return revisions;
    }

    /// <summary>The time, UTC, to the millisecond, so that both stores give back what was hashed.</summary>
    public DateTime Now()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
    }

    // What belongs to a record is part of its content: a change of it is an edit of the record.
    private static void MarkOwners(TrackerDb db)
    {
        var parts = db
            .ChangeTracker.Entries<IRecordPart>()
            .Where(e => e.State is EntityState.Added or EntityState.Deleted)
            .Select(e => e.Entity.RecordId)
            .ToHashSet();
        if (parts.Count == 0)
        {
            return;
        }

        foreach (
            var owner in db.ChangeTracker.Entries<Record>().Where(e => e.State is EntityState.Unchanged && parts.Contains(e.Entity.Id))
        )
        {
            owner.State = EntityState.Modified;
        }
    }

    // What the next revision follows.
    private sealed record ChainEnd(long EditId, DateTime At, long Sequence, string Hash);
}
