using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Jurisdictions;

/// <summary>Whose records a page shows.</summary>
/// <param name="All">The jurisdictions of the tracker, in their order.</param>
/// <param name="Shown">That of which records are shown; null where those of all are, or of one that is not there.</param>
/// <param name="Id">
/// Its identity, for queries. Null where nothing is left out: records of all are asked for, or there is only one jurisdiction.
/// <see cref="Guid.Empty"/> where one is asked for that is not there: no record is its.
/// </param>
public sealed record JurisdictionScope(IReadOnlyList<RecordName> All, RecordName? Shown, Guid? Id)
{
    /// <summary>Nothing is known yet, nothing is left out.</summary>
    public static JurisdictionScope None { get; } = new([], null, null);

    /// <summary>
    /// What the page's address asked for, as links of the page ask again; null where it asked for nothing, or nobody has a choice.
    /// </summary>
    public string? Asked { get; init; }

    /// <summary>Whether readers can choose: there are several.</summary>
    public bool IsChoice => All.Count > 1;

    /// <summary>Whether records of other jurisdictions are left out.</summary>
    public bool IsNarrowed => Id is not null;

    /// <summary>
    /// What an address asks for to show records of the same, whatever the page that it leads to shows by itself; null where nobody has
    /// a choice.
    /// </summary>
    public string? Same
    {
        get
        {
            if (!IsChoice)
            {
                return null;
            }

            return IsNarrowed ? Shown?.Slug : JurisdictionQueries.All;
        }
    }
}
