using System.Text.RegularExpressions;
using PolicyTracker.Text.Anchoring;
using PolicyTracker.Text.Segmentation;

namespace PolicyTracker.Text.Suggestions;

/// <summary>Finds undertakings not to do something: "will not close any school".</summary>
internal static partial class DeniedUndertakings
{
    private const int MaxBefore = 30;

    private const double MaxConfidence = 0.65; // what will not be done is an undertaking less often than what will

    /// <summary>
    /// Makes undertakings that begin behind a negation hold it ("will not close any school"), or drops them where that is no
    /// undertaking ("refuses to close").
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="passage">The sentence.</param>
    /// <param name="undertakings">Those of the sentence, in order; changed in place.</param>
    /// <returns>The stretches that are denied.</returns>
    public static List<Range> Complete(string text, TextPassage passage, List<Undertaking> undertakings)
    {
        var denied = new List<Range>();
        for (var i = 0; i < undertakings.Count; i++)
        {
            var u = undertakings[i];
            if (CutNegation.Before(text, new(u.Start, u.End)) is not { } cut)
            {
                denied.AddRange(BeginsDenied().IsMatch(text.AsSpan(u.Start, u.End - u.Start)) ? [u.Start..u.End] : []);
                continue;
            }

            denied.Add(u.Start..u.End);
            var isWhole =
                Denials().IsMatch(cut.Word)
                && cut.Wider.Start >= passage.ContentStart
                && u.Start - cut.Wider.Start <= MaxBefore
                && text.IndexOf(':', cut.Wider.Start, u.Start - cut.Wider.Start) < 0;
            if (isWhole && (i == 0 || undertakings[i - 1].End <= cut.Wider.Start))
            {
                undertakings[i] = u with { Start = cut.Wider.Start, Confidence = Math.Min(u.Confidence, MaxConfidence) };
            }
            else
            {
                undertakings.RemoveAt(i--);
            }
        }

        return denied;
    }

    [GeneratedRegex("^(?:not|never|no longer|cannot|\\w+n['’]t|.{0,2}(?:不再?|不得))$", RegexOptions.IgnoreCase)]
    private static partial Regex Denials();

    [GeneratedRegex(@"^(?:(?:not|never)\b|no\s|不(?!断)|不再)", RegexOptions.IgnoreCase)]
    private static partial Regex BeginsDenied();
}
