using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Editing;

/// <summary>The records that belong to another.</summary>
internal static class RecordDependents
{
    /// <summary>
    /// The standing records that refer to one, each with the key by which it does: found in the model, so that none is
    /// forgotten.
    /// </summary>
    public static async Task<List<(Record Record, PropertyEntry Key)>> FindAsync(
        TrackerDb db,
        RecordKind kind,
        Guid id,
        CancellationToken cancel
    )
    {
        var found = new List<(Record, PropertyEntry)>();
        foreach (
            var key in db
                .Model.FindEntityType(RecordDescriptors.Of(kind).Type)!
                .GetReferencingForeignKeys()
                .Where(k => k.DeclaringEntityType.ClrType.IsSubclassOf(typeof(Record)))
        )
        {
            var name = key.Properties[0].Name;
            var referring = RecordDescriptors.Of(key.DeclaringEntityType.ClrType).Standing(db);
            foreach (var record in await referring.Where(r => EF.Property<Guid?>(r, name) == id).ToListAsync(cancel))
            {
                found.Add((record, db.Entry(record).Property(name)));
            }
        }

        return found;
    }
}
