namespace PolicyTracker.Core.Annotations;

/// <summary>Annotations as they stood at one moment, read one after another; to be disposed of.</summary>
/// <param name="Total">How many there are.</param>
/// <param name="Items">They, oldest announcement first, in the order of the text; can be gone through once.</param>
/// <param name="Reading">What holds the moment.</param>
public sealed record AnnotationReading(int Total, IAsyncEnumerable<AnnotationItem> Items, IAsyncDisposable Reading) : IAsyncDisposable
{
    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Reading.DisposeAsync();
}
