using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Suggestions;

/// <summary>What the tracker knows that a suggestion is like or names.</summary>
public sealed record SuggestionMatches
{
    /// <summary>The goal of its pillar whose words are most like it, with the pillar as its <see cref="SelectOption.Group"/>.</summary>
    public SelectOption? Goal { get; init; }

    /// <summary>How a commitment stands to the known one that is most like it.</summary>
    public MatchKind Match { get; init; }

    /// <summary>That commitment, with its goal as its <see cref="SelectOption.Group"/>; null where nothing is like it.</summary>
    public SelectOption? Known { get; init; }

    /// <summary>The body that it names, else one that its line names, else the one that issued the announcement.</summary>
    public Guid? Responsible { get; init; }

    /// <summary>The initiative that its words name.</summary>
    public Guid? Initiative { get; init; }

    /// <summary>The topics that its words name.</summary>
    public IReadOnlyList<Guid> Topics { get; init; } = [];

    /// <summary>The indicator that measures what a figure measures, in the same unit.</summary>
    public KnownIndicator? Indicator { get; init; }

    /// <summary>
    /// What its words, and of bodies and initiatives its line, name, with the kind of record as
    /// <see cref="SelectOption.Group"/>.
    /// </summary>
    public IReadOnlyList<SelectOption> Named { get; init; } = [];
}
