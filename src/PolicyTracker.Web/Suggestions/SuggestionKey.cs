using PolicyTracker.Core.Records;
using PolicyTracker.Core.Suggestions;
using PolicyTracker.Text;

namespace PolicyTracker.Web.Suggestions;

/// <summary>Tells the suggestions of a text from each other, also when they are read anew.</summary>
/// <param name="Place">Where the words stand, in code points.</param>
/// <param name="Kind">What they would become.</param>
public readonly record struct SuggestionKey(CodePointRange Place, RecordKind Kind)
{
    /// <summary>That of a suggestion.</summary>
    public static SuggestionKey Of(SuggestionItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return new(item.Words.Place, item.Kind);
    }
}
