using PolicyTracker.Core.Records;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Structure;

/// <summary>What the kinds of the structure are called.</summary>
internal static class StructureWords
{
    public static string Many(RecordKind kind) => kind is RecordKind.Actor ? "Bodies and persons" : Words.Sentence(Words.Of(kind)) + "s";

    public static string One(RecordKind kind) =>
        kind is RecordKind.Actor ? "a body or person" : (Words.Of(kind)[0] is 'a' or 'i' or 'o' ? "an " : "a ") + Words.Of(kind);
}
