using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Glossary;

/// <summary>A glossary entry.</summary>
public sealed class Term : Record, IHasSlug
{
    /// <summary>Its anchor in the glossary.</summary>
    public required string Slug { get; set; }

    /// <summary>The English term.</summary>
    public required string English { get; set; }

    /// <summary>The Chinese term.</summary>
    public string? Chinese { get; set; }

    /// <summary>The Chinese term in pinyin, with tone marks.</summary>
    public string? Pinyin { get; set; }

    /// <summary>What it means, the editors' words.</summary>
    public string Definition { get; set; } = "";

    /// <inheritdoc/>
    public override string Label => English;

    /// <inheritdoc/>
    public override void Check()
    {
        NeedSlug(Slug);
        Need(English, RuleTexts.Texts["Term"]);
        Limit(Definition, RuleTexts.Texts["Definition"], 2000);
    }
}
