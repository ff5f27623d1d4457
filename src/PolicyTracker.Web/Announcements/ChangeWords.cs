using PolicyTracker.Text.Meaning;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Announcements;

/// <summary>How a change of words is named to readers.</summary>
internal static class ChangeWords
{
    /// <summary>What to put behind "reworded"; empty where nothing but words differs.</summary>
    public static string After(ChangeSeverity change) =>
        change switch
        {
            ChangeSeverity.Negation => ": a “not”, an “only”, a comparison or its like differs",
            ChangeSeverity.Reformatted => ": only how it is set differs",
            ChangeSeverity.Wording => ": only the spelling or an article differs",
            ChangeSeverity.Content => ": words that carry meaning differ",
            ChangeSeverity.Script => ": traditional and simplified characters",
            >= ChangeSeverity.Name => $": another {Words.Of(change)}",
            _ => "",
        };
}
