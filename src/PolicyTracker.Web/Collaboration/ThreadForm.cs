using System.Text.Json.Serialization;

namespace PolicyTracker.Web.Collaboration;

/// <summary>What an editor types in the threads about a record, by the field; kept as one draft.</summary>
public sealed class ThreadForm
{
    /// <summary>The field in which a thread is begun.</summary>
    public const string New = "new";

    /// <summary>The field of the private note.</summary>
    public const string Note = "note";

    /// <summary>The fields that something was typed into: <see cref="New"/>, <see cref="Note"/>, a thread or a message.</summary>
    public Dictionary<string, string> Typed { get; set; } = [];

    /// <summary>The words that a new thread is to be about; null for the record as a whole.</summary>
    public Guid? About { get; set; }

    /// <summary>Whether nothing is typed.</summary>
    [JsonIgnore]
    public bool IsEmpty => Typed.Count == 0;
}
