using PolicyTracker.Core.Suggestions;
using PolicyTracker.Web.Annotations;

namespace PolicyTracker.Web.Suggestions;

/// <summary>A suggestion with what the tracker knows of it: what a card shows, and what accepting it attaches.</summary>
public sealed record LinkedSuggestion(SuggestionItem Suggested, SuggestionMatches Links)
{
    /// <summary>Why it goes through the form; null where it can be accepted in one step.</summary>
    public string? WhyForm
    {
        get
        {
            try
            {
                return Suggested.WhyForm(AnnotationForm.Of(Suggested, Links).ToStatement());
            }
            catch (Refusal missing)
            {
                return missing.Message.TrimEnd('.');
            }
        }
    }
}
