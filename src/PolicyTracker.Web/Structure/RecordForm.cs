using System.Text.Json.Serialization;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Records;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Structure;

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

    /// <summary>Whether anything is typed that is not stored.</summary>
    [JsonIgnore]
    public bool IsEmpty =>
        To is null
        && On is null
        && Reason.Length == 0
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

    /// <summary>
    /// Brings the form onto a later version: fields that the editor left alone take what stands now. Returns those that both
    /// sides changed, which the editor has to decide; until then the form stays based on the version where both began.
    /// </summary>
    internal IReadOnlyList<FieldConflict> Rebase(RecordToEdit stands, Func<RecordField, string?, string?> show)
    {
        var both = new List<FieldConflict>();
        foreach (var field in RecordDescriptors.Of(stands.Kind).Fields) // also those that no form asks for: nobody changes them here
        {
            var (was, now, mine) = (
                Opened.GetValueOrDefault(field.Name) ?? "",
                stands.Values.GetValueOrDefault(field.Name) ?? "",
                Values.GetValueOrDefault(field.Name) ?? ""
            );
            if (mine == was)
            {
                Values[field.Name] = stands.Values.GetValueOrDefault(field.Name);
            }
            else if (now != was && now != mine)
            {
                both.Add(new(field.Name, field.Label, show(field, was), show(field, now), show(field, mine)));
            }
        }

        if (both.Count == 0)
        {
            Settle(stands);
        }

        return both;
    }

    /// <summary>Every field is decided: from now on the form is based on what stands.</summary>
    internal void Settle(RecordToEdit stands) => (BasedOn, Opened) = (stands.Version, new(stands.Values));
}
