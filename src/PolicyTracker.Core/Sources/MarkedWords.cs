using PolicyTracker.Text;

namespace PolicyTracker.Core.Sources;

/// <summary>Words that an editor marked, as the browser or a client saw them.</summary>
/// <param name="SourceVersionId">The text.</param>
/// <param name="Sha256">The hash of the text that was shown.</param>
/// <param name="Place">Where they stand in it.</param>
/// <param name="Exact">The words that were marked.</param>
public sealed record MarkedWords(Guid SourceVersionId, string Sha256, CodePointRange Place, string Exact);
