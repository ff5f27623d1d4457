using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Text;
using static PolicyTracker.Core.Publishing.VerificationTexts;

namespace PolicyTracker.Core.Publishing;

/// <summary>What a verification found.</summary>
/// <param name="Quotations">How many quotations were checked.</param>
/// <param name="Failures">Each failure, in a sentence; empty where all is as it should be.</param>
/// <param name="Since">What the store states otherwise since a summary was exported, a sentence each; no failure.</param>
public sealed record Verification(int Quotations, IReadOnlyList<string> Failures, IReadOnlyList<string>? Since = null);

/// <summary>The newest link of the chain of revisions: whoever keeps it can tell later whether anything before it was changed.</summary>
/// <param name="Sequence">The number of the revision.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="At">When it was written, UTC.</param>
public sealed record ChainHead(long Sequence, string Hash, DateTime At);

/// <summary>Checks the whole store: sources, quotations, what needs a quotation, and the chain of revisions.</summary>
public sealed class StoreVerifier(IDbContextFactory<TrackerDb> contexts)
{
    /// <summary>Reads the store once and checks all of it.</summary>
    public async Task<Verification> VerifyAsync(CancellationToken cancel = default)
    {
        var failures = new List<string>();
        await using var db = await contexts.CreateDbContextAsync(cancel);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        failures.AddRange(await StoreIntegrity.FaultsAsync(db, cancel));
        if (await UnreadableAsync(db, cancel) is { Count: > 0 } unreadable)
        {
            return new Verification(0, [.. failures, .. unreadable, Texts["NothingElseChecked"]]);
        }

        var quotations = 0;
        foreach (var id in await db.Set<SourceVersion>().IgnoreQueryFilters().Select(v => v.Id).ToListAsync(cancel))
        {
            var source = await db.Set<SourceVersion>().IgnoreQueryFilters().FirstAsync(v => v.Id == id, cancel);
            Try(failures, Texts["SourceOfId", source.Id], source.Check);
            foreach (
                var annotation in await db.Set<Annotation>().Where(a => a.SourceVersionId == id).OrderBy(a => a.Start).ToListAsync(cancel)
            )
            {
                quotations++;
                Try(failures, Texts["AnnotationOfId", annotation.Id], () => annotation.CheckAgainst(source));
            }
        }

        var quoted = (
            await db.Set<Annotation>()
                .Where(a => a.State == AnnotationState.Accepted && a.SupportsId != null)
                .Select(a => a.SupportsId!.Value)
                .Distinct()
                .ToListAsync(cancel)
        ).ToHashSet();
        foreach (var descriptor in RecordDescriptors.All.Where(d => d.NeedsQuotation))
        {
            failures.AddRange(
                (await descriptor.Standing(db).ToListAsync(cancel))
                    .Where(s => !quoted.Contains(s.Id))
                    .Select(s => Texts["Unquoted", s.Kind, s.Label])
            );
        }

        await CheckVocabularyAsync(db, failures, cancel);
        failures.AddRange(await HistoryVerifier.ChainFaultsAsync(db, cancel));
        failures.AddRange(await HistoryVerifier.RecordFaultsAsync(db, cancel));
        return new Verification(quotations, failures);
    }

    /// <summary>The newest link of the chain; null where nothing was ever edited.</summary>
    public async Task<ChainHead?> HeadAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<Revision>()
            .OrderByDescending(r => r.Sequence)
            .Select(r => new ChainHead(r.Sequence, r.Hash, r.Edit.At))
            .FirstOrDefaultAsync(cancel);
    }

    /// <summary>Holds a head that was kept against the store.</summary>
    /// <returns>What is wrong, in a sentence; null where the store's history leads through that head.</returns>
    public async Task<string?> CompareAsync(ChainHead kept, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(kept);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var stands = await db.Set<Revision>().Where(r => r.Sequence == kept.Sequence).Select(r => r.Hash).FirstOrDefaultAsync(cancel);
        var former = await db.Settings.Where(s => s.Name == Setting.FormerHead).Select(s => s.Value).FirstOrDefaultAsync(cancel);
        if (IsSame(stands, kept.Hash) || IsSame(former, $"{kept.Sequence} {kept.Hash}"))
        {
            return null;
        }

        if (former is not null && kept.Sequence <= long.Parse(former.Split(' ')[0], CultureInfo.InvariantCulture))
        {
            return Texts["FormerHead"];
        }

        return stands is null ? Texts["HistoryEnds", kept.Sequence] : Texts["OtherHash", kept.Sequence];
    }

    private static bool IsSame(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    // SQLite takes any value into any column: what another hand wrote there may be no date and no number.
    private static async Task<List<string>> UnreadableAsync(TrackerDb db, CancellationToken cancel)
    {
        var found = new List<string>();
        foreach (var descriptor in RecordDescriptors.All)
        {
            var records = descriptor.All(db);
            if (await FaultAsync(records, cancel) is null)
            {
                continue;
            }

            foreach (var id in await records.Select(r => r.Id).ToListAsync(cancel))
            {
                if (await FaultAsync(records.Where(r => r.Id == id), cancel) is { } fault)
                {
                    found.Add(Texts["Unreadable", descriptor.Kind, id, fault]);
                }
            }
        }

        return found;
    }

    private static async Task<string?> FaultAsync(IQueryable<Record> records, CancellationToken cancel)
    {
        try
        {
            await foreach (var record in records.AsAsyncEnumerable().WithCancellation(cancel))
            {
                // reading it is the check
            }

            return null;
        }
        catch (Exception e)
            when (e is FormatException or OverflowException or InvalidCastException or InvalidOperationException or ArgumentException)
        {
            return e.Message;
        }
    }

    // What no program of this version writes, and no page can show for what it is.
    private static async Task CheckVocabularyAsync(TrackerDb db, List<string> failures, CancellationToken cancel)
    {
        foreach (
            var descriptor in RecordDescriptors.All.Where(d =>
                db.Model.FindEntityType(d.Type)!.GetProperties().Any(p => p.ClrType.IsEnum || p.ClrType == typeof(Period))
            )
        )
        {
            await foreach (var record in descriptor.All(db).AsAsyncEnumerable().WithCancellation(cancel))
            {
                if ((RecordRules.UnknownIn(db.Entry(record)) ?? RecordRules.NoTimeIn(db.Entry(record))) is { } field)
                {
                    failures.Add(Texts["UnknownValue", record.Kind, record.Label, record.Id, field.Label]);
                }
            }
        }
    }

    private static void Try(List<string> failures, string what, Action check)
    {
        try
        {
            check();
        }
        catch (Refusal refused)
        {
            failures.Add(Texts["CheckFailed", what, refused.Message]);
        }
    }
}
