namespace PolicyTracker.Core.Records;

/// <summary>How a field is typed and shown.</summary>
public enum FieldForm
{
    /// <summary>One line of text.</summary>
    Line,

    /// <summary>Several lines of text.</summary>
    Text,

    /// <summary>One of the values of an enumeration.</summary>
    Choice,

    /// <summary>Another record.</summary>
    Reference,

    /// <summary>Several other records.</summary>
    References,

    /// <summary>A number with decimals.</summary>
    Number,

    /// <summary>A day.</summary>
    Date,

    /// <summary>A day, or the month or year where no more is known.</summary>
    PartialDate,

    /// <summary>A period.</summary>
    Period,
}

/// <summary>A field of a kind of record, as history shows it and as forms ask for it.</summary>
/// <param name="Name">Its name in <see cref="Revision.Content"/>.</param>
/// <param name="Form">How it is typed and shown.</param>
/// <param name="Of">The kind of record that it refers to.</param>
/// <param name="Values">The enumeration that it takes its values from.</param>
/// <param name="IsTyped">Whether the record's own form asks for it; other fields change in ways of their own.</param>
/// <param name="IsNeeded">Whether it may not be empty.</param>
/// <param name="IsDerived">Whether it follows from other records, so that nothing sets it but the edit that touches those.</param>
/// <param name="IsStated">Whether a change of it corrects what readers were told.</param>
/// <param name="LabelKey">
/// Under which key its label stands, where fields of the name are called otherwise elsewhere; null for that of its name.
/// </param>
public sealed record RecordField(
    string Name,
    FieldForm Form = FieldForm.Line,
    RecordKind? Of = null,
    Type? Values = null,
    bool IsTyped = true,
    bool IsNeeded = false,
    bool IsDerived = false,
    bool IsStated = true,
    string? LabelKey = null
)
{
    /// <summary>What readers and editors know it as, in the language of the current culture.</summary>
    public string Label => RecordTexts.Of(TextKey);

    /// <summary>Under which key the label stands.</summary>
    internal string TextKey { get; } = $"Field.{LabelKey ?? char.ToUpperInvariant(Name[0]) + Name[1..]}";
}

/// <summary>Fields that several nouns have.</summary>
internal static class CommonFields
{
    public static readonly RecordField Slug = new("slug", IsNeeded: true, IsStated: false),
        JurisdictionId = new("jurisdictionId", FieldForm.Reference, RecordKind.Jurisdiction),
        NameZh = new("nameZh"),
        PillarId = new("pillarId", FieldForm.Reference, RecordKind.Pillar),
        Summary = new("summary", FieldForm.Text),
        Note = new("note", FieldForm.Text);
}
