namespace PolicyTracker.Core.Announcements;

/// <summary>Another version of an announcement's text as an editor enters it.</summary>
public sealed record NewVersion
{
    /// <summary>The number of the version that was the newest when the editor began.</summary>
    public int After { get; set; }

    /// <summary>Where the text comes from or what was corrected, for the history.</summary>
    public string Why { get; set; } = "";

    /// <summary>Its words, as pasted.</summary>
    public string Text { get; set; } = "";
}
