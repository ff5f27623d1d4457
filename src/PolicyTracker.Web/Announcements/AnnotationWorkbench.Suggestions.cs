using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Suggestions;

namespace PolicyTracker.Web.Announcements;

// What the editor says to the suggestions.
internal sealed partial class AnnotationWorkbench
{
    /// <summary>Shows another suggestion.</summary>
    public Task GoToAsync(int position) => Queue.GoToAsync(position, _left.Token);

    /// <summary>
    /// Attaches a suggestion as it is shown, where it is sure; all else fills the form and waits, saying why. So does what is doubtful.
    /// </summary>
    public async Task AcceptAsync(LinkedSuggestion shown)
    {
        if (!Fill(shown))
        {
            return;
        }

        if (shown.WhyForm is { } why)
        {
            Attempt.Refuse(AnnouncementTexts.Texts["LookFormOver", why]);
            return;
        }

        await MakeAsync(
            async (by, _) =>
            {
                await _suggestions.AcceptAsync(by, shown.Suggested, Form.Fields.ToStatement());
                Tell(AnnouncementTexts.Texts["Attached"]);
                await Form.EmptyAsync();
            }
        );
    }

    /// <summary>Puts a suggestion into the form.</summary>
    /// <returns>Whether it was: what an editor is typing is never overwritten.</returns>
    public bool Fill(LinkedSuggestion shown)
    {
        if (!Form.Fields.IsEmpty && Form.Fields.Exact != shown.Suggested.Words.Exact)
        {
            Attempt.Clear();
            Attempt.Refuse(AnnouncementTexts.Texts["FormHoldsWordsToAccept"]);
            return false;
        }

        Form.Fill(AnnotationForm.Of(shown.Suggested, shown.Links));
        Attempt.Clear();
        return true;
    }

    /// <summary>
    /// Attaches several that are sure. What is typed in the form stays as it is; each becomes a commitment of its own, with a revision of
    /// its own.
    /// </summary>
    public Task AcceptAllAsync(IReadOnlyList<LinkedSuggestion> sure) =>
        MakeAsync(
            async (by, _) =>
            {
                var left = new List<string>();
                foreach (var shown in sure)
                {
                    try
                    {
                        await _suggestions.AcceptAsync(by, shown.Suggested, AnnotationForm.Of(shown.Suggested, shown.Links).ToStatement());
                    }
                    catch (DoubtfulWords doubtful)
                    {
                        left.Add(AnnouncementTexts.Texts["SuggestionLeft", shown.Suggested.Words.Exact, doubtful.Message]);
                    }
                }

                if (sure.Count > left.Count)
                {
                    Tell(AnnouncementTexts.Texts["CommitmentsAttached", sure.Count - left.Count]);
                }

                if (left.Count > 0)
                {
                    Attempt.Refuse(string.Join("\n", left));
                }
            }
        );

    /// <summary>Records that suggested words are no record of their kind; they are not suggested as such again.</summary>
    public Task RejectAsync(SuggestionItem suggested) =>
        MakeAsync(
            async (by, _) =>
            {
                await _suggestions.RejectAsync(by, suggested.Words, suggested.Kind);
                Attempt.Tell(AnnouncementTexts.Texts["Rejected"]);
            }
        );
}
