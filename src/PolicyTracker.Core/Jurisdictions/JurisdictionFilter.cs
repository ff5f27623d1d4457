namespace PolicyTracker.Core.Jurisdictions;

/// <summary>Keeps lists inside a jurisdiction.</summary>
internal static class JurisdictionFilter
{
    /// <summary>Those that belong to a jurisdiction or to none.</summary>
    /// <param name="records">The records.</param>
    /// <param name="jurisdiction">The jurisdiction as <see cref="JurisdictionScope.Id"/> has it; null leaves nothing out.</param>
    public static IQueryable<T> InJurisdiction<T>(this IQueryable<T> records, Guid? jurisdiction)
        where T : class, IHasJurisdiction
    {
        if (jurisdiction is not { } id)
        {
            return records;
        }

        return id == Guid.Empty ? records.Where(r => false) : records.Where(r => r.JurisdictionId == id || r.JurisdictionId == null);
    }

    /// <summary>Whether what belongs to <paramref name="of"/> is shown in a jurisdiction, as <see cref="InJurisdiction"/> has it.</summary>
    public static bool IsShown(Guid? of, Guid? jurisdiction) =>
        jurisdiction is null || of == jurisdiction || (of is null && jurisdiction != Guid.Empty);
}
