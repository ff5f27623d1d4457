using System.Collections.Frozen;

namespace PolicyTracker.Core.Records;

/// <summary>The descriptor of each kind of record: every <see cref="RecordDescriptor"/> of this assembly, found once.</summary>
public static class RecordDescriptors
{
    private static readonly FrozenDictionary<Type, RecordDescriptor> ByType;

    private static readonly FrozenDictionary<RecordKind, RecordDescriptor> ByKind;

#pragma warning disable CA1810 // what is found is kept in several ways
    static RecordDescriptors()
#pragma warning restore CA1810
    {
        All =
        [
            .. typeof(RecordDescriptor)
                .Assembly.GetTypes()
                .Where(t => t.IsSubclassOf(typeof(RecordDescriptor)) && !t.IsAbstract)
                .Select(t => (RecordDescriptor)Activator.CreateInstance(t)!)
                .OrderBy(d => d.Kind),
        ];
        ByType = All.ToFrozenDictionary(d => d.Type);
        ByKind = All.ToFrozenDictionary(d => d.Kind);
    }

    /// <summary>All of them, in the order of their kinds.</summary>
    public static IReadOnlyList<RecordDescriptor> All { get; }

    /// <summary>That of <paramref name="kind"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is none of the vocabulary.</exception>
    public static RecordDescriptor Of(RecordKind kind) => Find(kind) ?? throw new ArgumentOutOfRangeException(nameof(kind), kind, null);

    /// <summary>That of the records of a class.</summary>
    public static RecordDescriptor Of(Type type) => ByType[type];

    /// <summary>That of <paramref name="kind"/>; null for one that a store holds and this program does not know.</summary>
    internal static RecordDescriptor? Find(RecordKind kind) => ByKind.GetValueOrDefault(kind);
}
