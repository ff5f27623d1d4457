using PolicyTracker.Text.Meaning;

namespace PolicyTracker.Web.Announcements;

/// <summary>How a change of words is named to readers.</summary>
internal static class ChangeWords
{
    /// <summary>What became of reworded words: "reworded", with what differs where it is more than words.</summary>
    public static string Reworded(ChangeSeverity change, bool isMoved = false)
    {
        var what = isMoved ? AnnouncementTexts.Texts["RewordedAndMoved"] : AnnouncementTexts.Texts["Reworded"];
        return change switch
        {
            ChangeSeverity.Negation => AnnouncementTexts.Texts["NegationDiffers", what],
            ChangeSeverity.Reformatted => AnnouncementTexts.Texts["SettingDiffers", what],
            ChangeSeverity.Wording => AnnouncementTexts.Texts["SpellingDiffers", what],
            ChangeSeverity.Content => AnnouncementTexts.Texts["MeaningDiffers", what],
            ChangeSeverity.Script => AnnouncementTexts.Texts["ScriptDiffers", what],
            >= ChangeSeverity.Name => AnnouncementTexts.Texts["FactDiffers", what, change],
            _ => what,
        };
    }
}
