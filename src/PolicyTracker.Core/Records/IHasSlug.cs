namespace PolicyTracker.Core.Records;

/// <summary>A record that an address names; no two of its kind share a slug, and one that was used leads to its record for good.</summary>
public interface IHasSlug
{
    /// <summary>Its part of an address.</summary>
    string Slug { get; set; }
}
