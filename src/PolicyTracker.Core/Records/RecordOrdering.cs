namespace PolicyTracker.Core.Records;

/// <summary>Which records of a kind a list shows, and in which order.</summary>
/// <param name="Words">Words that the name holds; none for all.</param>
/// <param name="IsByName">Whether the alphabet orders it; else the places that editors gave.</param>
/// <param name="IsDescending">Whether it begins with the last.</param>
public sealed record RecordOrdering(string Words = "", bool IsByName = false, bool IsDescending = false)
{
    /// <summary>Whether it is the order in which readers see them, and nothing is left out.</summary>
    public bool IsPlain => this == new RecordOrdering();

    internal IReadOnlyList<KnownName> Of(IReadOnlyList<KnownName> names)
    {
        IEnumerable<KnownName> ordered = IsByName ? names.Order(Comparer<KnownName>.Create(KnownName.ByName)) : names;
        return IsByName || IsDescending ? [.. IsDescending ? ordered.Reverse() : ordered] : names;
    }
}
