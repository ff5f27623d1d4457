using System.Text.RegularExpressions;

namespace PolicyTracker.Core.Records;

/// <summary>Words in which names are looked for.</summary>
/// <param name="Text">The words.</param>
internal sealed partial record NamedWords(string Text)
{
    /// <summary>The words as <see cref="KnownName.Inflected"/> has them.</summary>
    public string English { get; } = KnownName.Inflected(Text);

    /// <summary>Those that are written in capitals.</summary>
    public HashSet<string> Capitals { get; } = [.. InCapitals().Matches(Text).Select(m => m.Value)];

    [GeneratedRegex(@"\b[A-Z]{3,}\b")]
    private static partial Regex InCapitals();
}
