using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;
using PolicyTracker.Text.Anchoring;

namespace PolicyTracker.Core.Import;

/// <summary>What became of an annotation of a file.</summary>
public enum ImportResult
{
    /// <summary>It was added.</summary>
    [JsonStringEnumMemberName("added")]
    Added,

    /// <summary>It was here, says something else in the file by now, and was changed.</summary>
    [JsonStringEnumMemberName("changed")]
    Changed,

    /// <summary>It was here already.</summary>
    [JsonStringEnumMemberName("known")]
    Known,

    /// <summary>It was not taken; the reason is told.</summary>
    [JsonStringEnumMemberName("left")]
    Left,
}

/// <summary>What became of an annotation of a file, and why.</summary>
/// <param name="Id">Its identity in the file.</param>
/// <param name="Exact">The words that it quotes; empty where it quotes none.</param>
/// <param name="Result">What became of it.</param>
/// <param name="Why">
/// Why it was left, in a sentence that says what to do; what an editor should know of one that was taken; else empty.
/// </param>
/// <param name="Announcement">The announcement that it was looked for in.</param>
/// <param name="State">How sure the place of its words is.</param>
/// <param name="Start">Their place there, in code points; -1 where there is none.</param>
/// <param name="End">Behind the last, in code points.</param>
public sealed record ImportedAnnotation(
    string Id,
    string Exact,
    ImportResult Result,
    string Why,
    string? Announcement = null,
    AnchorState? State = null,
    int Start = -1,
    int End = -1
);

/// <summary>What an editor takes knowingly.</summary>
/// <param name="Restricted">
/// Annotations that not everybody may read where they come from: imported, they are published with their writer's name.
/// </param>
/// <param name="CutOff">Words that were cut off from a negation before them, so that they say the opposite alone.</param>
public sealed record ImportChoice(bool Restricted = false, bool CutOff = false);

/// <summary>
/// Takes annotations over from other programs. Each is anchored by its words; one that is not surely found is left, with what
/// was found. A comment stays a comment; a link to a record that this tracker has becomes a quotation of it. An annotation that
/// was imported is known by its identity when it comes again.
/// </summary>
public sealed class AnnotationImport(IDbContextFactory<TrackerDb> contexts, RecordWriter writer)
{
    /// <summary>How many annotations are written at once: others save between two batches.</summary>
    public const int BatchSize = 200;

    // Other processes that wait for an SQLite store ask again every so often: they need a moment in which it is free.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Imports annotations, a batch at a time.</summary>
    /// <param name="by">Who edits.</param>
    /// <param name="annotations">The annotations, as <see cref="AnnotationFile"/> reads them.</param>
    /// <param name="announcement">
    /// The slug of the announcement whose words they quote, for those whose page is no announcement's address.
    /// </param>
    /// <param name="choice">What is taken knowingly.</param>
    /// <param name="progress">Told how many are done, after each batch.</param>
    /// <param name="cancel">Gives up; what was imported until then stays, and is known when the file is imported again.</param>
    /// <returns>What became of each, in the order of the file.</returns>
    /// <exception cref="Refusal">There is no such announcement, or the editor may not edit.</exception>
    public async Task<IReadOnlyList<ImportedAnnotation>> RunAsync(
        Editor by,
        IReadOnlyList<ForeignAnnotation> annotations,
        string? announcement = null,
        ImportChoice? choice = null,
        Action<int>? progress = null,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(annotations);
        ImportPlans plans;
        await using (var db = await contexts.CreateDbContextAsync(cancel))
        {
            await db.NeedEditorAsync(by, cancel);
            plans = await ImportPlans.OpenAsync(contexts, db, announcement, choice ?? new(), cancel);
        }

        var results = new List<ImportedAnnotation>(annotations.Count);
        do
        {
            var batch = annotations.Skip(results.Count).Take(BatchSize).ToList();
            var planned = await Task.Run(() => plans.PlanAsync(batch, cancel), cancel);
            try
            {
                results.AddRange(
                    await writer.EditAsync(
                        by.Importing(),
                        ImportWriter.Why,
                        db =>
                        {
                            db.Confirmed = Confirmation.OfAll; // what is doubtful was left, or is taken knowingly
                            return new ImportWriter(db, plans).WriteAsync(planned, cancel);
                        },
                        cancel: cancel
                    )
                );
            }
            catch (Refusal e) when (results.Count > 0)
            {
                throw Refusal.ImportStopped(e, results.Count, annotations.Count);
            }

            progress?.Invoke(results.Count);
            if (results.Count < annotations.Count)
            {
                await Task.Delay(Pause, cancel);
            }
        } while (results.Count < annotations.Count);
        return results;
    }
}
