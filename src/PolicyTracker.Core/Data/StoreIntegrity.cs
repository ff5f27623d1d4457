using System.Data.Common;

namespace PolicyTracker.Core.Data;

/// <summary>What the database finds wrong with itself.</summary>
internal static class StoreIntegrity
{
    /// <summary>Each fault, in a sentence; none where all is as it should be.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(TrackerDb db, CancellationToken cancel)
    {
        try
        {
            return await db.IntegrityFaultsAsync(cancel);
        }
        catch (DbException e)
        {
            return [StoreTexts.Texts["Damaged", e.Message]];
        }
    }
}
