using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Upgrade;

/// <summary>
/// Carries the history of a store from before the first release over: its chain is checked, edits become rows, and hashes are
/// made anew.
/// </summary>
/// <param name="db">The new store, which has all records and accounts already.</param>
/// <param name="former">The name under which the database knows the old store.</param>
internal sealed class FormerHistory(TrackerDb db, string former)
{
    private const int BatchSize = 500;
    private const string Approved = ", approved by ";
    private const string Imported = "Imported from a file of annotations";

    private Dictionary<string, Guid> _accounts = [];
    private readonly HashSet<Guid> _inEdit = [];
    private Edit? _edit;
    private FormerRevision? _before;
    private string _hash = Revision.NoHash;

    /// <summary>Carries all of it over.</summary>
    /// <returns>How many edits and revisions there are.</returns>
    /// <exception cref="Refusal">The chain of the old store does not hold.</exception>
    public async Task<(long Edits, long Revisions)> CopyAsync(CancellationToken cancel)
    {
        _accounts = await db.Users.ToDictionaryAsync(u => u.UserName!, u => u.Id, cancel);
        db.AllowWrites = true;
        while (await ReadAsync(_before?.Sequence ?? 0, cancel) is { Count: > 0 } batch)
        {
            foreach (var revision in batch)
            {
                Check(revision);
                db.Set<Revision>().Add(Carry(revision));
                _before = revision;
            }

            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
            if (_edit is not null)
            {
                db.Attach(_edit); // its revisions may go on in the next batch
            }
        }

        if (_before is not null)
        {
            await db.SetAsync(Setting.FormerHead, $"{_before.Sequence} {_before.Hash}", cancel);
        }

        return (_edit?.Id ?? 0, _before?.Sequence ?? 0);
    }

    private Task<List<FormerRevision>> ReadAsync(long after, CancellationToken cancel) =>
#pragma warning disable EF1002 // numbers, and a name that stands in this code
        db
            .Database.SqlQueryRaw<FormerRevision>(
                $"""
                SELECT "Sequence", "At", "By", "Act", "RecordKind", "RecordId", "RecordVersion",
                    "Label", "Content", "Why", "PreviousHash", "Hash"
                FROM {former}."Revisions" WHERE "Sequence" > {after.ToString(
                    CultureInfo.InvariantCulture
                )} ORDER BY "Sequence" LIMIT {BatchSize}
                """
            )
            .ToListAsync(cancel);
#pragma warning restore EF1002

    private void Check(FormerRevision revision)
    {
        var isNext = revision.Sequence == (_before?.Sequence ?? 0) + 1 && revision.PreviousHash == (_before?.Hash ?? Revision.NoHash);
        if (!isNext || revision.ComputeHash() != revision.Hash)
        {
            throw Refusal.UpgradeBroken(revision.Sequence);
        }
    }

    private Revision Carry(FormerRevision former)
    {
        var isSame = _before is { } before && (before.At, before.By, before.Why) == (former.At, former.By, former.Why);
        if (!isSame || !_inEdit.Add(former.RecordId))
        {
            _edit = EditOf(former);
            _inEdit.Clear();
            _inEdit.Add(former.RecordId);
        }

        var kind = WireNames.Parse<RecordKind>(former.RecordKind)!.Value;
        var revision = new Revision
        {
            Sequence = former.Sequence,
            EditId = _edit!.Id,
            Edit = _edit,
            Act = WireNames.Parse<RevisionAct>(former.Act)!.Value,
            RecordKind = kind,
            RecordId = former.RecordId,
            RecordVersion = former.RecordVersion,
            Label = former.Label,
            Content = FormerContent.OfRevision(kind, former.Content),
            PreviousHash = _hash,
        };
        revision.Hash = _hash = revision.ComputeHash();
        return revision;
    }

    private Edit EditOf(FormerRevision former)
    {
        var names = former.By.Split(Approved, 2);
        var (by, approvedBy) = (names[0], names.ElementAtOrDefault(1));
        return new()
        {
            Id = (_edit?.Id ?? 0) + 1,
            At = DateTime.SpecifyKind(former.At, DateTimeKind.Utc),
            AccountId = AccountOf(by),
            By = by,
            ApprovedById = approvedBy is null ? null : AccountOf(approvedBy),
            ApprovedBy = approvedBy,
            Why = former.Why,
            Origin =
                former.Why == Imported ? EditOrigin.Import
                : by == Editor.Seed.Name ? EditOrigin.Seed
                : by == Editor.CommandLine.Name ? EditOrigin.CommandLine
                : EditOrigin.NotKept,
        };
    }

    private Guid? AccountOf(string name) => _accounts.TryGetValue(name, out var id) ? id : null;

    // A revision as it was: the edit was not apart from it. The hash is that of a JSON array of the fields in this order.
    private sealed record FormerRevision(
        long Sequence,
        DateTime At,
        string By,
        string Act,
        string RecordKind,
        Guid RecordId,
        int RecordVersion,
        string Label,
        string Content,
        string Why,
        string PreviousHash,
        string Hash
    )
    {
        public string ComputeHash() =>
            Convert.ToHexStringLower(
                SHA256.HashData(
                    JsonSerializer.SerializeToUtf8Bytes(
                        new object[]
                        {
                            Sequence,
                            At.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
                            By,
                            Act,
                            RecordKind,
                            RecordId,
                            RecordVersion,
                            Label,
                            Content,
                            Why,
                            PreviousHash,
                        },
                        Revision.Canonical
                    )
                )
            );
    }
}
