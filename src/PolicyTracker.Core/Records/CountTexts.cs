using PolicyTracker.Core.Localization;

namespace PolicyTracker.Core.Records;

/// <summary>How several records are named within a sentence.</summary>
internal static class CountTexts
{
    private static readonly TextResource Texts = new(typeof(CountTexts));

    /// <summary>So many records: "2 goals".</summary>
    public static string Of(RecordKind kind, int count) =>
        Texts["Counted", count, count == 1 ? RecordDescriptors.Of(kind).One : RecordDescriptors.Of(kind).Many];

    /// <summary>So many records, with the names of some: "2 goals (“a”, “b”)".</summary>
    public static string Of(RecordKind kind, int count, string names) => Texts["CountedNamed", Of(kind, count), names];

    /// <summary>Parts of a sentence as one: "a and b".</summary>
    public static string Joined(IEnumerable<string> parts) => parts.Aggregate((before, part) => Texts["Joined", before, part]);
}
