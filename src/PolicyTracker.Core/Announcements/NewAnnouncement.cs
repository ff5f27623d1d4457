using System.Text.Json.Serialization;
using PolicyTracker.Core.Sources;
using PolicyTracker.Text;

namespace PolicyTracker.Core.Announcements;

/// <summary>An announcement as an editor enters it.</summary>
public record NewAnnouncement
{
    /// <summary>Title.</summary>
    public string Title { get; set; } = "";

    /// <summary>Short name for the address; made from the title where empty.</summary>
    public string Slug { get; set; } = "";

    /// <summary>Name of the issuing body, English or Chinese; a body not known yet is added.</summary>
    public string Issuer { get; set; } = "";

    /// <summary>
    /// Short name of the jurisdiction whose policy it announces; null where none is given: then it belongs to the only one that there
    /// is, or to none.
    /// </summary>
    public string? Jurisdiction { get; set; }

    /// <summary>When it was made: the day, or the month or year where no more is known.</summary>
    [JsonConverter(typeof(DateJson))]
    public Period? Date { get; set; }

    /// <summary>Whether the source states that date.</summary>
    public DateBasis DateBasis { get; set; }

    /// <summary>How an inferred date was found.</summary>
    public string? DateNote { get; set; }

    /// <summary>What sort of document it is.</summary>
    public AnnouncementKind Kind { get; set; }

    /// <summary>BCP 47 tag of its language.</summary>
    public string Language { get; set; } = "en";

    /// <summary>Where it was published.</summary>
    public string? Address { get; set; }

    /// <summary>Its words, as pasted.</summary>
    public string Text { get; set; } = "";

    /// <summary>
    /// Whether it is added although it looks as if it stood here already, or were no announcement
    /// (<see cref="AnnouncementDoubts"/>).
    /// </summary>
    public bool AddAnyway { get; set; }
}
