using PolicyTracker.Core.Records;
using PolicyTracker.Text;
using PolicyTracker.Text.Anchoring;

namespace PolicyTracker.Core.Sources;

/// <summary>The immutable text of an announcement as imported. The store refuses to change one.</summary>
public sealed class SourceVersion : Record
{
    private CodePointMap? _map;

    /// <summary>The announcement.</summary>
    public required Guid AnnouncementId { get; init; }

    /// <summary>1 for the first text of an announcement, one more for each later one.</summary>
    public required int Number { get; init; }

    /// <summary>The text.</summary>
    public required string Text { get; init; }

    /// <summary>SHA-256 of the text's UTF-8 bytes, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Converts positions of the text.</summary>
    public CodePointMap Map => _map ??= new(Text);

    /// <summary>The same record for another context; text and map are shared, since they never change.</summary>
    internal SourceVersion Copy() => (SourceVersion)MemberwiseClone();

    /// <inheritdoc/>
    public override string Label => $"version {Number}";

    /// <inheritdoc/>
    public override void Check()
    {
        if (SourceText.Sha256(Text) != Sha256)
        {
            throw Refusal.TextChanged();
        }
    }
}
