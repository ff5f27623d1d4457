using PolicyTracker.Text.Anchoring;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Announcements;

/// <summary>How a change of words is named to readers.</summary>
internal static class ChangeWords
{
    /// <summary>What to put behind "reworded"; empty where nothing but words differs.</summary>
    public static string After(QuoteChange change) =>
        change switch
        {
            QuoteChange.Negation => ": a “not”, an “only”, a comparison or its like differs",
            QuoteChange.Reformatted => ": only how it is set differs",
            QuoteChange.Wording => ": only the spelling or an article differs",
            QuoteChange.Content => ": words that carry meaning differ",
            QuoteChange.Script => ": traditional and simplified characters",
            >= QuoteChange.Name => $": another {Words.Of(change)}",
            _ => "",
        };
}
