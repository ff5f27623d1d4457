using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using PolicyTracker.Core.Jurisdictions;
using PolicyTracker.Core.Records;
using PolicyTracker.Text;

namespace PolicyTracker.Core.Sources;

/// <summary>What sort of document an announcement is.</summary>
public enum AnnouncementKind
{
    /// <summary>A press conference.</summary>
    [JsonStringEnumMemberName("press-conference")]
    PressConference,

    /// <summary>A plan or programme.</summary>
    [JsonStringEnumMemberName("plan")]
    Plan,

    /// <summary>A notice or circular.</summary>
    [JsonStringEnumMemberName("notice")]
    Notice,

    /// <summary>A speech.</summary>
    [JsonStringEnumMemberName("speech")]
    Speech,

    /// <summary>A report.</summary>
    [JsonStringEnumMemberName("report")]
    Report,

    /// <summary>A law or regulation.</summary>
    [JsonStringEnumMemberName("law")]
    Law,

    /// <summary>A news item.</summary>
    [JsonStringEnumMemberName("news")]
    News,

    /// <summary>Anything else.</summary>
    [JsonStringEnumMemberName("other")]
    Other,
}

/// <summary>How the date of an announcement is known.</summary>
public enum DateBasis
{
    /// <summary>The source states it.</summary>
    [JsonStringEnumMemberName("stated")]
    Stated,

    /// <summary>The editors inferred it, in whole or part.</summary>
    [JsonStringEnumMemberName("inferred")]
    Inferred,
}

/// <summary>A source document. Its words are in its <see cref="SourceVersion"/>s.</summary>
public sealed partial class Announcement : Record, IHasSlug, IHasJurisdiction
{
    /// <summary>Its part of an address.</summary>
    public required string Slug { get; set; }

    /// <summary>What it is called, the editors' words.</summary>
    public required string Title { get; set; }

    /// <summary>The body that issued it.</summary>
    public required Guid IssuerId { get; set; }

    /// <summary>Who spoke, if somebody did.</summary>
    public Guid? SpeakerId { get; set; }

    /// <summary>What sort of document it is.</summary>
    public AnnouncementKind AnnouncementKind { get; set; }

    /// <summary>The day of the announcement, or the month or year where no more is known: 2007-11-05, 2007-11, 2007.</summary>
    public required Period Date
    {
        get;
        set => (field, FirstDay) = (value, value.FirstDay);
    }

    /// <summary>The first day that the date may mean, by which announcements are sorted.</summary>
    public DateOnly FirstDay { get; private set; }

    /// <summary>Whether the source states that date.</summary>
    public DateBasis DateBasis { get; set; }

    /// <summary>How an inferred day was found.</summary>
    public string? DateNote { get; set; }

    /// <summary>BCP 47 tag of its language: en, zh-Hans.</summary>
    public required string Language { get; set; }

    /// <summary>Where it was published.</summary>
    public string? Address { get; set; }

    /// <summary>Under which terms its text is kept here.</summary>
    public string? Licence { get; set; }

    /// <summary>The editors' note.</summary>
    public string? Note { get; set; }

    /// <summary>Whose policy it announces; null where it belongs to no jurisdiction, and is shown in each.</summary>
    public Guid? JurisdictionId { get; set; }

    /// <inheritdoc/>
    public override string Label => Title;

    /// <inheritdoc/>
    public override void Check()
    {
        NeedSlug(Slug);
        if (Slug == "new")
        {
            throw Refusal.SlugReserved();
        }

        Need(Title, RuleTexts.Texts["Title"]);
        if (Period.ParseDate(Date.ToString()) is null)
        {
            throw Refusal.NoDate(Date.ToString(), "date");
        }

        Need(Language, RuleTexts.Texts["Language"], 35);
        if (!LanguageForm().IsMatch(Language))
        {
            throw Refusal.NoLanguageTag(Language);
        }

        Limit(DateNote, RuleTexts.Texts["NoteOnTheDate"], 2000);
        Limit(Address, RuleTexts.Texts["WebAddress"], 2000);
        Limit(Licence, RuleTexts.Texts["LicenceNote"], 2000);
        Limit(Note, RuleTexts.Texts["Note"], 4000);
        if (!string.IsNullOrEmpty(Address) && !(Uri.TryCreate(Address, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https")))
        {
            throw Refusal.NoWebAddress(Address);
        }
    }

    [GeneratedRegex("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")]
    private static partial Regex LanguageForm();
}
