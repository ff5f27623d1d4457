using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Sources;

namespace PolicyTracker.Core.Announcements;

/// <summary>Carries quotations over to the newest version of their announcement where it says the same words.</summary>
public sealed class ReanchorEdits(RecordWriter writer, ReanchorQueries queries)
{
    /// <summary>
    /// Looks at every unsettled quotation of an announcement and carries over those whose words are the same. The texts are
    /// compared before the edit, so that other editors need not wait for it; a quotation that was edited meanwhile is left.
    /// </summary>
    /// <param name="by">Who edits.</param>
    /// <param name="announcement">The announcement's slug.</param>
    /// <param name="tell">Is told how far it has come; may be called from another thread.</param>
    /// <param name="cancel">Gives up; nothing is carried over then.</param>
    /// <returns>What became of each; those that are not <see cref="ReanchoredQuotation.IsSame"/> are for an editor to settle.</returns>
    /// <exception cref="Refusal">A right or a rule says no; nothing was carried over.</exception>
    public async Task<IReadOnlyList<ReanchoredQuotation>> CarryAsync(
        Editor by,
        string announcement,
        Action<ReanchorProgress>? tell = null,
        CancellationToken cancel = default
    )
    {
        var list = await queries.ListAsync(announcement, tell, cancel);
        var same = list.Where(q => q.IsSame).ToDictionary(q => q.Id);
        if (same.Count == 0)
        {
            return list;
        }

        var target = same.Values.First().There!.SourceVersionId;
        await writer.EditAsync(
            by,
            EditReasons.Texts["CarriedOver"],
            async db =>
            {
                db.Confirmed = Confirmation.OfAll; // the same words in the same passage
                var newest = await db.Set<SourceVersion>().FirstAsync(v => v.Id == target, cancel);
                var ids = same.Keys.ToList();
                var annotations = await db.Set<Annotation>().Where(a => ids.Contains(a.Id)).ToListAsync(cancel);
                foreach (var annotation in annotations.Where(a => a.Version == same[a.Id].BasedOn))
                {
                    annotation.MoveTo(newest, same[annotation.Id].Found.Place!.Value);
                }

                RecordWriter.NeedChange(db, Refusal.CarriedByOthers);
                return annotations.Count;
            },
            isPublication: false,
            cancel: cancel
        ); // the same words
        return list;
    }
}
