using System.Text.Json.Serialization;
using PolicyTracker.Core.Records;
using PolicyTracker.Web.Records;

namespace PolicyTracker.Web.Annotations;

/// <summary>The record that quoted words support, with what an editor types about it.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Id">Its identity.</param>
/// <param name="Form">Its fields.</param>
public sealed record SupportedRecord(RecordKind Kind, Guid Id, RecordForm Form)
{
    /// <summary>The fields that are changed beside the words; its address and topics are changed on its own page.</summary>
    [JsonIgnore]
    public IEnumerable<RecordField> Fields =>
        RecordDescriptors.Of(Kind).Fields.Where(f => f.IsTyped && f.Name != "slug" && f.Form is not FieldForm.References);

    /// <summary>The fields that the editor changed.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string?> Changed =>
        Form.Values.Where(v => (v.Value ?? "") != (Form.Opened.GetValueOrDefault(v.Key) ?? "")).ToDictionary();
}
