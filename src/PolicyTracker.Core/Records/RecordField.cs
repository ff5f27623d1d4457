using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.History;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Initiatives;
using PolicyTracker.Core.Pillars;

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

    /// <summary>A day, month or year; how much is known stands in a field of its own, named like it with "Precision" behind.</summary>
    PartialDate,
}

/// <summary>A field of a kind of record, as history shows it and as forms ask for it.</summary>
/// <param name="Name">Its name in <see cref="Revision.Content"/>.</param>
/// <param name="Label">What readers and editors know it as.</param>
/// <param name="Form">How it is typed and shown.</param>
/// <param name="Of">The kind of record that it refers to.</param>
/// <param name="Values">The enumeration that it takes its values from.</param>
/// <param name="IsTyped">Whether the record's own form asks for it; other fields change in ways of their own.</param>
/// <param name="IsNeeded">Whether it may not be empty.</param>
public sealed record RecordField(
    string Name,
    string Label,
    FieldForm Form = FieldForm.Line,
    RecordKind? Of = null,
    Type? Values = null,
    bool IsTyped = true,
    bool IsNeeded = false
);

/// <summary>The fields of each kind of record, in the order in which they are shown.</summary>
public static class RecordFields
{
    private static readonly RecordField Slug = new("slug", "Short name (in addresses)", IsNeeded: true),
        NameZh = new("nameZh", "Chinese name"),
        PillarId = new("pillarId", "Pillar", FieldForm.Reference, RecordKind.Pillar),
        Summary = new("summary", "Summary", FieldForm.Text),
        Note = new("note", "Note", FieldForm.Text);

    private static readonly IReadOnlyList<RecordField> Values =
    [
        new("indicatorId", "Indicator", FieldForm.Reference, RecordKind.Indicator, IsTyped: false),
        new("period", "Period (2022, 2025-Q1, 2023–24)", IsNeeded: true),
        new("value", "Value", FieldForm.Number, IsNeeded: true),
        new("comparator", "Stated as", FieldForm.Choice, Values: typeof(Comparator), IsNeeded: true),
        Note,
    ];

    /// <summary>The fields of <paramref name="kind"/>.</summary>
    public static IReadOnlyList<RecordField> Of(RecordKind kind) =>
        kind switch
        {
            RecordKind.Pillar =>
            [
                new("name", "Name", IsNeeded: true),
                NameZh,
                Slug,
                new("accent", "Colour", FieldForm.Choice, Values: typeof(Accent), IsNeeded: true),
                Summary,
            ],
            RecordKind.Goal => [new("title", "Title", IsNeeded: true), Slug, PillarId, Summary],
            RecordKind.Commitment =>
            [
                new("title", "Title", IsNeeded: true),
                Slug,
                new("goalId", "Goal", FieldForm.Reference, RecordKind.Goal, IsNeeded: true),
                new("responsibleId", "Responsible body", FieldForm.Reference, RecordKind.Actor),
                new("initiativeId", "Initiative", FieldForm.Reference, RecordKind.Initiative),
                new("due", "Due, if a day is stated", FieldForm.Date),
                new("timeframe", "Note on the time stated"),
                new("indicatorId", "Measured by the indicator", FieldForm.Reference, RecordKind.Indicator),
                new("followsId", "Follows an earlier commitment", FieldForm.Reference, RecordKind.Commitment),
                new("follows", "How it follows that one", FieldForm.Choice, Values: typeof(Succession)),
                new("status", "Status", FieldForm.Choice, Values: typeof(Status), IsTyped: false),
                new("topics", "Topics", FieldForm.References, RecordKind.Topic),
            ],
            RecordKind.StatusChange =>
            [
                new("commitmentId", "Commitment", FieldForm.Reference, RecordKind.Commitment, IsTyped: false),
                new("from", "From", FieldForm.Choice, Values: typeof(Status), IsTyped: false),
                new("to", "To", FieldForm.Choice, Values: typeof(Status), IsTyped: false),
                new("on", "Since", FieldForm.Date, IsTyped: false),
                new("reason", "Reason", FieldForm.Text, IsTyped: false),
            ],
            RecordKind.Achievement =>
            [
                new("title", "Title", IsNeeded: true),
                Slug,
                PillarId,
                new("goalId", "Evidence for the goal", FieldForm.Reference, RecordKind.Goal),
                new("commitmentId", "Evidence for the commitment", FieldForm.Reference, RecordKind.Commitment),
                new("indicatorId", "Evidence for the indicator", FieldForm.Reference, RecordKind.Indicator),
            ],
            RecordKind.Indicator =>
            [
                new("name", "Name", IsNeeded: true),
                Slug,
                PillarId,
                new("definition", "Definition", FieldForm.Text),
                new("unit", "Unit (CNY, percent, count …)", IsNeeded: true),
                new("scale", "Scale (1000000 for millions)", FieldForm.Number, IsNeeded: true),
                new("frequency", "Frequency"),
                new("direction", "Wanted to go", FieldForm.Choice, Values: typeof(Direction), IsNeeded: true),
            ],
            RecordKind.Observation or RecordKind.Target => Values,
            RecordKind.Initiative =>
            [
                new("name", "Name", IsNeeded: true),
                NameZh,
                Slug,
                new("initiativeKind", "Kind", FieldForm.Choice, Values: typeof(InitiativeKind), IsNeeded: true),
                PillarId,
                Summary,
            ],
            RecordKind.Actor =>
            [
                new("name", "Name", IsNeeded: true),
                NameZh,
                Slug,
                new("actorKind", "Kind", FieldForm.Choice, Values: typeof(ActorKind), IsNeeded: true),
                new("role", "Role"),
                new("partOfId", "Part of", FieldForm.Reference, RecordKind.Actor),
            ],
            RecordKind.Topic => [new("name", "Name", IsNeeded: true), NameZh, Slug],
            RecordKind.Term =>
            [
                new("english", "English", IsNeeded: true),
                new("chinese", "Chinese"),
                new("pinyin", "Pinyin"),
                Slug,
                new("definition", "Definition", FieldForm.Text),
            ],
            RecordKind.Announcement =>
            [
                new("title", "Title", IsNeeded: true),
                Slug,
                new("issuerId", "Issuer", FieldForm.Reference, RecordKind.Actor, IsNeeded: true),
                new("speakerId", "Speaker", FieldForm.Reference, RecordKind.Actor),
                new("announcementKind", "Kind", FieldForm.Choice, Values: typeof(AnnouncementKind), IsNeeded: true),
                new("date", "Date (2007-11-05, or 2007-11 or 2007 where no more is known)", FieldForm.PartialDate, IsNeeded: true),
                new("dateBasis", "The date is", FieldForm.Choice, Values: typeof(DateBasis), IsNeeded: true),
                new("dateNote", "Note on the date", FieldForm.Text),
                new("language", "Language", IsNeeded: true),
                new("address", "Published at"),
                new("licence", "Licence", FieldForm.Text),
                Note,
            ],
            RecordKind.SourceVersion => [new("number", "Version of the text", IsTyped: false), new("sha256", "SHA-256", IsTyped: false)],
            RecordKind.Annotation =>
            [
                new("exact", "Quoted words", FieldForm.Text, IsTyped: false),
                new("startCodePoint", "From character", IsTyped: false),
                new("endCodePoint", "To character", IsTyped: false),
                new("supportsId", "Supports", FieldForm.Reference, IsTyped: false),
                new("comment", "Comment", FieldForm.Text, IsTyped: false),
                new("state", "State", FieldForm.Choice, IsTyped: false),
                new("notInVersion", "Not said in version", IsTyped: false),
            ],
            _ => [],
        };
}
