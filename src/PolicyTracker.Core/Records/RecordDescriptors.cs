using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Glossary;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Initiatives;
using PolicyTracker.Core.Pillars;

namespace PolicyTracker.Core.Records;

/// <summary>The class of each kind of record.</summary>
public static class RecordTypes
{
    /// <summary>The class of <paramref name="kind"/>.</summary>
    public static Type Of(RecordKind kind) =>
        kind switch
        {
            RecordKind.Pillar => typeof(Pillar),
            RecordKind.Goal => typeof(Goal),
            RecordKind.Commitment => typeof(Commitment),
            RecordKind.StatusChange => typeof(StatusChange),
            RecordKind.Achievement => typeof(Achievement),
            RecordKind.Indicator => typeof(Indicator),
            RecordKind.Observation => typeof(Observation),
            RecordKind.Target => typeof(Target),
            RecordKind.Initiative => typeof(Initiative),
            RecordKind.Actor => typeof(Actor),
            RecordKind.Topic => typeof(Topic),
            RecordKind.Term => typeof(Term),
            RecordKind.Announcement => typeof(Announcement),
            RecordKind.SourceVersion => typeof(SourceVersion),
            RecordKind.Annotation => typeof(Annotation),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    /// <summary>The kind whose class is <paramref name="type"/>.</summary>
    public static RecordKind KindOf(Type type) => Enum.GetValues<RecordKind>().First(k => Of(k) == type);
}
