using PolicyTracker.Core.Suggestions;
using PolicyTracker.Text.Suggestions;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Annotations;

/// <summary>Reads in marked words what a form asks about them: as the program would suggest it.</summary>
/// <param name="suggestions">Reads the words.</param>
/// <param name="links">Finds what the tracker knows of them.</param>
internal sealed class MarkedWordsReader(SuggestionQueries suggestions, SuggestionMatchQueries links)
{
    /// <summary>What the marked words say of what they are to support; an empty form where they tell nothing of it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="fields">The form, with the marked words and what they are to support.</param>
    /// <param name="cancel">Gives up.</param>
    public async Task<AnnotationForm> ReadAsync(OpenText text, AnnotationForm fields, CancellationToken cancel)
    {
        if (text.InUtf16(fields.Place) is not { } place || fields.Supports is "comment" or "words")
        {
            return new();
        }

        if (fields.Supports is "term" or "existing-term")
        {
            var term = TermWords.Of(text.Source.Text, place);
            return new()
            {
                Title = term.English,
                Chinese = term.Chinese ?? "",
                Pinyin = term.Pinyin ?? "",
            };
        }

        var kind = fields.Supports is "value" ? SuggestionKind.Indicator : SuggestionKind.Commitment;
        if (await suggestions.ReadMarkedAsync(text.Source, fields.Place, kind, cancel) is not { } read)
        {
            return new();
        }

        var known = await links.FindAsync(read, cancel);
        var asNew = AnnotationForm.Of(read, known.Match is MatchKind.SameAs ? known with { Match = MatchKind.New } : known);
        return fields.Supports switch
        {
            "value" or "commitment" => asNew,
            "status" => new() { Existing = known.Known?.Id, On = text.Recorded.Day },
            "existing-commitment" => new() { Existing = known.Known?.Id },
            "existing-goal" => new() { Existing = asNew.Goal },
            _ => new() { Title = asNew.Title, Pillar = asNew.Pillar },
        };
    }
}
