using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Glossary;

/// <summary>
/// The names that the tracker uses, a page of each kind; <paramref name="OldSlugs"/> are those that an entry had before, by its
/// kind and its slug of today.
/// </summary>
public sealed record GlossaryView(
    Page<TermItem> Terms,
    Page<InitiativeItem> Initiatives,
    Page<ActorItem> Actors,
    Page<TopicItem> Topics,
    ILookup<(RecordKind Kind, string Slug), string> OldSlugs
);
