namespace PolicyTracker.Core.Records;

/// <summary>A record by its name and its part of an address.</summary>
/// <param name="Slug">Its part of an address.</param>
/// <param name="Name">Its name; in English where it has two.</param>
/// <param name="NameZh">Its Chinese name; null where it has none.</param>
public sealed record RecordName(string Slug, string Name, string? NameZh = null)
{
    /// <summary>Its name in the language of whoever reads.</summary>
    public string Shown => RecordNames.Shown(Name, NameZh);
}
