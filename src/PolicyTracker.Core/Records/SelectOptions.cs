using System.Collections;

namespace PolicyTracker.Core.Records;

/// <summary>The records of a kind that can be chosen: all of them, or the first of many, which a field lets editors look through.</summary>
/// <param name="kind">The kind.</param>
/// <param name="items">Those that are listed.</param>
/// <param name="total">How many there are.</param>
public sealed class SelectOptions(RecordKind kind, IReadOnlyList<SelectOption> items, int total) : IReadOnlyList<SelectOption>
{
    /// <summary>The kind of the records.</summary>
    public RecordKind Kind => kind;

    /// <summary>How many there are in all.</summary>
    public int Total => total;

    /// <summary>Whether there are more than are listed.</summary>
    public bool IsCut => total > items.Count;

    /// <inheritdoc/>
    public int Count => items.Count;

    /// <inheritdoc/>
    public SelectOption this[int index] => items[index];

    /// <inheritdoc/>
    public IEnumerator<SelectOption> GetEnumerator() => items.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
