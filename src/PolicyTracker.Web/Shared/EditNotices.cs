using Microsoft.AspNetCore.Components.Authorization;
using MudBlazor;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.History;
using PolicyTracker.Web.Accounts;
using static PolicyTracker.Web.Shared.SharedTexts;

namespace PolicyTracker.Web.Shared;

/// <summary>
/// Tells an editor at the foot of the window what was done, on whatever page that leads to, and takes it back where it was one edit.
/// </summary>
internal sealed class EditNotices : IDisposable
{
    private const int ShownFor = 12_000; // in milliseconds: long enough to read it, and to reach the button by keyboard
    private readonly ISnackbar _snackbar;
    private readonly EditEvents _events;
    private readonly HistoryEdits _history;
    private readonly AuthenticationStateProvider _who;
    private readonly AsyncLocal<List<long>?> _made = new(); // an edit of somebody else is raised elsewhere

    /// <summary>Those of a circuit.</summary>
    public EditNotices(ISnackbar snackbar, EditEvents events, HistoryEdits history, AuthenticationStateProvider who)
    {
        (_snackbar, _events, _history, _who) = (snackbar, events, history, who);
        _events.Edited += OnEdited;
    }

    /// <summary>Makes an edit, and tells what it gives back; nothing where that is null.</summary>
    /// <exception cref="Refusal">It was not made.</exception>
    public async Task MakeAsync(Func<Task<string?>> edit)
    {
        List<long> made = [];
        _made.Value = made;
        if (await edit() is { } message)
        {
            Tell(message, made is [var only] ? only : null);
        }
    }

    /// <summary>Tells what was done.</summary>
    public void Tell(string message) => Tell(message, null);

    private void Tell(string message, long? edit)
    {
        _snackbar.Clear();
        _snackbar.Add(
            message,
            Severity.Success,
            shown =>
            {
                (shown.VisibleStateDuration, shown.ShowTransitionDuration, shown.HideTransitionDuration) = (ShownFor, 0, 0);
                shown.SnackbarTypeClass = "notice";
                shown.HideIcon = true;
                if (edit is { } number)
                {
                    shown.Action = Texts["UndoEdit"];
                    shown.ActionColor = Color.Primary;
                    shown.OnClick = _ => TakeBackAsync(number);
                }
            }
        );
    }

    private async Task TakeBackAsync(long edit)
    {
        try
        {
            await _history.RevertAsync(await _who.EditorAsync(), edit);
            Tell(Texts["EditTakenBack"]);
        }
        catch (Refusal refused)
        {
            _snackbar.Add(refused.Message, Severity.Error);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _events.Edited -= OnEdited;

    private void OnEdited(EditEvent edit)
    {
        if (edit.Id > 0)
        {
            _made.Value?.Add(edit.Id); // one that waits for a second editor has no number yet
        }
    }
}
