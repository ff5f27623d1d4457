using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;
using static PolicyTracker.Core.Publishing.VerificationTexts;

namespace PolicyTracker.Core.Publishing;

/// <summary>What a summary states otherwise than the store.</summary>
/// <param name="Line">The line of the file; 0 where it leaves something out, or for its front matter.</param>
/// <param name="Text">The difference, in a sentence.</param>
internal sealed record SummaryDifference(int Line, string Text);

/// <summary>What a comparison with the store found.</summary>
/// <param name="Differences">What the file states otherwise than the store did when the file was exported.</param>
/// <param name="Since">What the store states otherwise by now; empty where it has not moved on.</param>
internal sealed record ComparedSummary(IReadOnlyList<SummaryDifference> Differences, IReadOnlyList<string> Since);

/// <summary>
/// Holds what a summary states against what the store stated at the time that the summary gives. The store's own summary is
/// written again, as of that time where it has moved on since, and both are read in the same way.
/// </summary>
internal sealed class SummaryComparison(IDbContextFactory<TrackerDb> contexts, SummaryFile file)
{
    // So many later edits are tried: an edit that took something out of a summary leaves no time in it.
    private const int MaxLaterEdits = 200;

    private const int MaxSince = 30;

    /// <summary>Compares the file with the store.</summary>
    public async Task<ComparedSummary> RunAsync(TrackerDb db, CancellationToken cancel)
    {
        var now = await NowAsync(cancel);
        if (file.Front is null)
        {
            return now is not null && !file.IsFrontUnreadable && file.StatesAs(now.WithoutFrontMatter)
                ? new([], [Texts["NoFrontMatter"]])
                : new([new(0, Texts["NoFrontMatterCompared"]), .. now is null ? [] : Differences(now.WithoutFrontMatter, isNow: true)], []);
        }

        if (now is not null && file.StatesAs(now.Statements))
        {
            return new([], []);
        }

        if (file.Front.Time is not { } time || file.Front.Pillar is not { } slug)
        {
            return new([new(0, Texts["NoPillarOrTime"]), .. now is null ? [] : Differences(now.Statements, isNow: true)], []);
        }

        await using var past = await PastStore.OpenAsync(contexts, time, cancel);
        var then = await ReadAsync(past, slug, cancel);
        if (then is null)
        {
            return new([new(0, Texts["NoPillarThen", slug, file.Front.AsOf])], []);
        }

        return await IsOfAsync(db, past, then, slug, cancel)
            ? new([], Since(now, then))
            : new(
                Differences(then.Statements, isNow: false),
                now is null || now.StatesAs(then.Statements) ? [] : [Texts["ChangedSince", file.Front.AsOf]]
            );
    }

    // Whether the file is of the store at its time, or after a later edit that took something out of the summary.
    private async Task<bool> IsOfAsync(TrackerDb db, PastStore past, SummaryFile then, string slug, CancellationToken cancel)
    {
        if (file.StatesAs(then.Statements))
        {
            return true;
        }

        var tried = 0;
        var edit = new List<Revision>();
        await foreach (
            var revision in db.Set<Revision>()
                .AsNoTracking()
                .Include(r => r.Edit)
                .Where(r => r.Sequence > past.Sequence)
                .OrderBy(r => r.Sequence)
                .AsAsyncEnumerable()
                .WithCancellation(cancel)
        )
        {
            if (edit.Count > 0 && edit[0].EditId != revision.EditId)
            {
                await past.ApplyAsync(edit, cancel);
                if (edit.Exists(TakesOut) && (++tried > MaxLaterEdits || await IsThisAsync(past, slug, cancel)))
                {
                    return tried <= MaxLaterEdits;
                }

                edit.Clear();
            }

            edit.Add(revision);
        }

        return false; // the last edit made what the store states now
    }

    private async Task<bool> IsThisAsync(PastStore past, string slug, CancellationToken cancel) =>
        await ReadAsync(past, slug, cancel) is { } summary && file.StatesAs(summary.Statements);

    private static bool TakesOut(Revision revision) =>
        revision.Act is RevisionAct.Removed
        || (
            revision.Act is RevisionAct.Edited
            && revision.RecordKind
                is RecordKind.Goal
                    or RecordKind.Commitment
                    or RecordKind.Achievement
                    or RecordKind.Indicator
                    or RecordKind.Annotation
        );

    private async Task<SummaryFile?> NowAsync(CancellationToken cancel)
    {
        if (file.Front?.Pillar is { } slug)
        {
            return await ReadAsync(contexts, slug, cancel);
        }

        foreach (var other in await SummaryOf(contexts).SlugsAsync(cancel))
        {
            if (await ReadAsync(contexts, other, cancel) is { } summary && summary.Title == file.Title)
            {
                return summary;
            }
        }

        return null;
    }

    private static async Task<SummaryFile?> ReadAsync(IDbContextFactory<TrackerDb> store, string slug, CancellationToken cancel) =>
        await SummaryOf(store).WriteAsync(slug, cancel) is { } markdown ? SummaryFile.Read(markdown) : null;

    private static PillarSummary SummaryOf(IDbContextFactory<TrackerDb> store) => new(store, new());

    private static string[] Since(SummaryFile? now, SummaryFile then)
    {
        if (now is null)
        {
            return [Texts["PillarGone"]];
        }

        var lines = StatementDifference
            .Of(then.Statements, now.Statements)
            .Where(d => d is not { Before.Kind: "as-of" })
            .Select(d =>
                d switch
                {
                    ({ } was, { } stands) => Where(stands) + Texts["IsNow", was.Text, stands.Text],
                    ({ } was, _) => Where(was) + Texts["NotStatedAnyMore", was.Text],
                    (_, var stands) => Where(stands!) + Texts["IsNew", stands!.Text],
                }
            )
            .ToList();
        return lines.Count == 0
            ? []
            :
            [
                Texts["TheseDiffer"],
                .. lines.Take(MaxSince),
                .. lines.Count > MaxSince ? [Texts["AndMore", lines.Count - MaxSince]] : Array.Empty<string>(),
            ];
    }

    private List<SummaryDifference> Differences(IReadOnlyList<SummaryStatement> store, bool isNow) =>
        [
            .. StatementDifference
                .Of(store, file.Statements)
                .Select(d =>
                    d switch
                    {
                        ({ } was, { } stands) => new SummaryDifference(
                            stands.Line,
                            Line(stands)
                                + (
                                    isNow
                                        ? Texts["StoreStates", stands.Text, stands.Kind, was.Text]
                                        : Texts["StoreStated", stands.Text, stands.Kind, was.Text]
                                )
                        ),
                        ({ } was, _) => new SummaryDifference(
                            0,
                            Where(was) + (isNow ? Texts["LeftOutNow", was.Text, was.Kind] : Texts["LeftOut", was.Text, was.Kind])
                        ),
                        (_, var stands) => new SummaryDifference(stands!.Line, Line(stands) + Texts["NotStated", stands.Text, stands.Kind]),
                    }
                ),
        ];

    // The place at which a sentence begins.
    private static string Line(SummaryStatement s) =>
        s.Line == 0 ? Texts["AtFrontMatter", s.Kind]
        : s.Under.Length > 0 ? Texts["AtLineUnder", s.Line, s.Under]
        : Texts["AtLine", s.Line];

    private static string Where(SummaryStatement s) =>
        s.Line == 0 ? Texts["AtFrontMatter", s.Kind]
        : s.Under.Length > 0 ? Texts["AtUnder", s.Under]
        : "";
}
