using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;
using static PolicyTracker.Core.Publishing.VerificationTexts;

namespace PolicyTracker.Core.Publishing;

/// <summary>Checks that the chain of revisions is whole, and that each record stands as its newest revision says.</summary>
internal static class HistoryVerifier
{
    private const int BatchSize = 500;

    /// <summary>What is wrong with the chain, each in a sentence.</summary>
    public static async Task<IReadOnlyList<string>> ChainFaultsAsync(TrackerDb db, CancellationToken cancel)
    {
        var faults = new List<string>();
        var (sequence, edit, previous) = (0L, 0L, Revision.NoHash);
        await foreach (
            var revision in db.Set<Revision>().Include(r => r.Edit).OrderBy(r => r.Sequence).AsAsyncEnumerable().WithCancellation(cancel)
        )
        {
            if (revision.Sequence != sequence + 1)
            {
                faults.Add(Texts["RevisionsGone", sequence, revision.Sequence]);
            }

            if (revision.EditId != edit && revision.EditId != edit + 1)
            {
                faults.Add(Texts["EditsGone", edit, revision.EditId]);
            }

            if (revision.PreviousHash != previous)
            {
                faults.Add(Texts["RevisionUnchained", revision.Sequence]);
            }

            if (revision.ComputeHash() != revision.Hash)
            {
                faults.Add(Texts["RevisionChanged", revision.Sequence, revision.RecordKind, revision.Label, revision.EditId]);
            }

            (sequence, edit, previous) = (revision.Sequence, revision.EditId, revision.Hash);
        }

        foreach (
            var empty in await db.Set<Edit>()
                .Where(e => !db.Set<Revision>().Any(r => r.EditId == e.Id))
                .Select(e => e.Id)
                .ToListAsync(cancel)
        )
        {
            faults.Add(Texts["EditEmpty", empty]);
        }

        return faults;
    }

    /// <summary>
    /// Each record that stands otherwise than its history says, in a sentence: something other than this program wrote it.
    /// </summary>
    public static async Task<IReadOnlyList<string>> RecordFaultsAsync(TrackerDb db, CancellationToken cancel)
    {
        var faults = new List<string>();
        foreach (var descriptor in RecordDescriptors.All)
        {
            var ids = await descriptor.All(db).Select(r => r.Id).Order().ToListAsync(cancel);
            foreach (var batch in ids.Chunk(BatchSize))
            {
                var revisions = await NewestAsync(db, descriptor.Kind, batch, cancel);
                var records = await descriptor.All(db).Where(r => batch.Contains(r.Id)).ToListAsync(cancel);
                faults.AddRange(records.Select(r => Fault(db, r, revisions.GetValueOrDefault(r.Id))).OfType<string>());
            }

            var known = ids.ToHashSet();
            var written = await db.Set<Revision>()
                .Where(r => r.RecordKind == descriptor.Kind)
                .Select(r => r.RecordId)
                .Distinct()
                .ToListAsync(cancel);
            faults.AddRange(written.Where(id => !known.Contains(id)).Select(id => Texts["RecordGone", descriptor.One, id]));
        }

        return faults;
    }

    private static async Task<Dictionary<Guid, Revision>> NewestAsync(TrackerDb db, RecordKind kind, Guid[] ids, CancellationToken cancel)
    {
        var newest = db.Set<Revision>()
            .Where(r => r.RecordKind == kind && ids.Contains(r.RecordId))
            .GroupBy(r => r.RecordId)
            .Select(g => g.Max(r => r.Sequence));
        return await db.Set<Revision>().Where(r => newest.Contains(r.Sequence)).ToDictionaryAsync(r => r.RecordId, cancel);
    }

    private static string? Fault(TrackerDb db, Record record, Revision? revision)
    {
        var descriptor = record.Descriptor;
        if (revision is null)
        {
            return Texts["NoHistory", descriptor.One, record.Label, record.Id];
        }

        var written = JsonNode.Parse(revision.Content)!.AsObject();
        var stands = JsonNode.Parse(RecordContent.Of(db.Entry(record)))!.AsObject();
        // A field that came with a later version of the program is in no older content: it is empty until an edit fills it.
        var differing = stands
            .Where(f => !JsonNode.DeepEquals(f.Value, written[f.Key]))
            .Select(f => descriptor.Field(f.Key)?.Label ?? f.Key)
            .ToList();
        return differing.Count == 0 && revision.RecordVersion == record.Version
            ? null
            : Texts["StandsOtherwise", descriptor.One, record.Label, record.Id, string.Join(", ", differing)];
    }
}
