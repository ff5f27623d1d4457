namespace PolicyTracker.Core.Jurisdictions;

/// <summary>A record that belongs to a jurisdiction.</summary>
public interface IHasJurisdiction
{
    /// <summary>The jurisdiction; null where it belongs to none, and is shown in each.</summary>
    Guid? JurisdictionId { get; set; }
}
