using PolicyTracker.Core.Records;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Structure;

/// <summary>What the kinds of the structure are called.</summary>
internal static class StructureWords
{
    public static string Many(RecordKind kind) => Words.Sentence(RecordDescriptors.Of(kind).Many);

    public static string One(RecordKind kind)
    {
        var one = RecordDescriptors.Of(kind).One;
        return (one[0] is 'a' or 'i' or 'o' ? "an " : "a ") + one;
    }
}
