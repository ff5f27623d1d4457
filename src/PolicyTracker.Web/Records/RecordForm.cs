using System.Text.Json.Serialization;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Localization;
using PolicyTracker.Core.Records;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Records;

/// <summary>What an editor types about a record of any kind; kept as a draft with the version that it was begun on.</summary>
public sealed class RecordForm
{
    /// <summary>The version that the editor saw; 0 for a new record.</summary>
    public int BasedOn { get; set; }

    /// <summary>The fields of that version.</summary>
    public Dictionary<string, string?> Opened { get; set; } = [];

    /// <summary>The fields as typed.</summary>
    public Dictionary<string, string?> Values { get; set; } = [];

    /// <summary>Why they change.</summary>
    public string Why { get; set; } = "";

    /// <summary>Where a commitment stands now, if it stands elsewhere.</summary>
    public Status? To { get; set; }

    /// <summary>The day on which that came about.</summary>
    public DateOnly? On { get; set; }

    /// <summary>Why it stands there.</summary>
    public string Reason { get; set; } = "";

    /// <summary>Why where it stands is disputed, or why it is not any more.</summary>
    public string Dispute { get; set; } = "";

    /// <summary>Whether anything is typed that is not stored.</summary>
    [JsonIgnore]
    public bool IsEmpty =>
        To is null
        && On is null
        && Reason.Length == 0
        && Dispute.Length == 0
        && Why.Length == 0
        && Values.All(v => (v.Value ?? "") == (Opened.GetValueOrDefault(v.Key) ?? ""));

    /// <summary>The identities in the value of a field that holds several.</summary>
    internal static IReadOnlyList<Guid> Several(string? value) =>
        [.. (value ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse)];

    /// <summary>An untouched form on a stored record.</summary>
    public static RecordForm Of(RecordToEdit? stored) =>
        stored is null
            ? new()
            : new()
            {
                BasedOn = stored.Version,
                Opened = new(stored.Values),
                Values = new(stored.Values),
            };

    /// <summary>The fields as they are merged with a later version that stands.</summary>
    /// <param name="stands">The later version.</param>
    /// <param name="show">The value of a field in words.</param>
    internal IEnumerable<MergeField> Against(RecordToEdit stands, Func<RecordField, string?, string?> show) =>
        RecordDescriptors
            .Of(stands.Kind)
            .Fields // also those that no form asks for: nobody changes them here
            .Select(field =>
            {
                var now = stands.Values.GetValueOrDefault(field.Name);
                var was = Opened.GetValueOrDefault(field.Name) ?? "";
                var mine = Values.GetValueOrDefault(field.Name) ?? "";
                return new MergeField(field.Name, field.Label, was, now ?? "", mine, () => Values[field.Name] = now)
                {
                    InWords = (show(field, was), show(field, now ?? ""), show(field, mine)),
                };
            });

    /// <summary>The records to which its fields refer: as they were, as they are typed, and as they stand.</summary>
    internal IEnumerable<(RecordKind Kind, Guid Id)> References(RecordToEdit stands) =>
        RecordDescriptors
            .Of(stands.Kind)
            .Fields.Where(f => f.Of is not null && f.Form is FieldForm.Reference or FieldForm.References)
            .SelectMany(f =>
                new[] { Opened, Values, stands.Values }
                    .SelectMany(v => Several(v.GetValueOrDefault(f.Name)))
                    .Select(id => (f.Of!.Value, id))
            );

    /// <summary>The value of a field in words; records by their names.</summary>
    internal static string? InWords(RecordField field, string? value, IReadOnlyDictionary<Guid, string> names) =>
        field.Form is FieldForm.Reference or FieldForm.References
            ? Worded.List(Several(value).Select(id => names.GetValueOrDefault(id, StructureTexts.Texts["RecordGone"])))
            : value;

    /// <summary>Every field is decided: from now on the form is based on what stands.</summary>
    internal void Settle(RecordToEdit stands) => (BasedOn, Opened) = (stands.Version, new(stands.Values));
}
