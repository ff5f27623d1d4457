using System.Globalization;
using Microsoft.EntityFrameworkCore.Metadata;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;
using PolicyTracker.Text;

namespace PolicyTracker.Core.Editing;

/// <summary>Turns what is typed in the form of a record into values of its fields.</summary>
internal static class FieldValues
{
    /// <summary>The value that is typed for a field of one value.</summary>
    /// <param name="db">The context of the edit.</param>
    /// <param name="field">The field.</param>
    /// <param name="text">What is typed.</param>
    /// <param name="property">The property that the field is of.</param>
    /// <param name="cancel">Gives up.</param>
    /// <exception cref="Refusal">It is none.</exception>
    public static async Task<object?> OfAsync(
        TrackerDb db,
        RecordField field,
        string? text,
        IReadOnlyProperty property,
        CancellationToken cancel
    )
    {
        if (string.IsNullOrEmpty(text))
        {
            return field.IsNeeded && field.Name != "slug" ? throw Refusal.FieldEmpty(field.Label, field.Name)
                : property.IsNullable ? null
                : property.ClrType == typeof(string) ? ""
                : throw Refusal.ValueMissing(field.Label, field.Name);
        }

        switch (field.Form)
        {
            case FieldForm.Choice:
                return WireNames.Parse(field.Values!, text) ?? throw Refusal.NoValueOf(text, field.Label, field.Name);
            case FieldForm.Number:
                return decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : throw Refusal.NoNumber(field.Label, text, field.Name);
            case FieldForm.Date:
                return Period.ParseDate(text) is { } date && date.FirstDay == date.LastDay
                    ? date.FirstDay
                    : throw Refusal.NoDay(field.Label, text, field.Name);
            case FieldForm.PartialDate:
                return Period.ParseDate(text) ?? throw Refusal.NoDate(text, field.Name);
            case FieldForm.Period:
                return Period.Parse(text) ?? throw Refusal.NoPeriod(text);
            case FieldForm.Reference:
                return await ReferenceAsync(db, field, text, cancel);
            default:
                return text;
        }
    }

    /// <summary>The records that are chosen for a field of several.</summary>
    /// <exception cref="Refusal">One of them is none of the kind, or was removed.</exception>
    public static async Task<HashSet<Guid>> SeveralAsync(TrackerDb db, RecordField field, string text, CancellationToken cancel)
    {
        var ids = new HashSet<Guid>();
        foreach (var one in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            ids.Add(await ReferenceAsync(db, field, one, cancel));
        }

        return ids;
    }

    // What a browser sends may be any record's identity: it has to be one of the kind that the field refers to.
    private static async Task<Guid> ReferenceAsync(TrackerDb db, RecordField field, string text, CancellationToken cancel) =>
        Guid.TryParse(text, out var id) && await RecordDescriptors.Of(field.Of!.Value).FindAsync(db, id, cancel) is { RemovedAt: null }
            ? id
            : throw Refusal.ChoiceRemoved(field.Label, field.Name);
}
