using Microsoft.JSInterop;
using PolicyTracker.Core.Editing;

namespace PolicyTracker.Web.Announcements;

// Edits of this page, which can be undone, and those of others, which are shown.
public sealed partial class AnnotatePage
{
    private readonly List<(long First, long Last)> _made = [];
    private readonly Stack<(long First, long Last)> _done = [];
    private readonly Stack<(long First, long Last)> _undone = [];
    private bool _isStale;

    /// <summary>Takes the newest edit of this page back.</summary>
    [JSInvokable]
    public async Task Undo() => await TakeBackAsync(_done, _undone, "Undone.");

    /// <summary>Makes an edit again that was taken back.</summary>
    [JSInvokable]
    public async Task Redo() => await TakeBackAsync(_undone, _done, "Done again.");

    // Undoing is taking an edit back; doing it again is taking that back.
    private async Task TakeBackAsync(Stack<(long First, long Last)> from, Stack<(long First, long Last)> to, string told)
    {
        if (!_busy && from.TryPop(out var edit))
        {
            await TryAsync(async by =>
            {
                await History.RevertAsync(by, edit.First, edit.Last);
                _made.ForEach(to.Push);
                _made.Clear();
                _message = Told(told);
            });
            StateHasChanged();
        }
    }

    // Many edits in a row are looked at once. What is typed, and where, stays.
    private void OnEdited(Edit edit)
    {
        if (_busy && edit.Account == _me.AccountId && edit.First > 0)
        {
            _made.Add((edit.First, edit.Last));
            return;
        }

        if (!_isStale)
        {
            _isStale = true;
            _ = InvokeAsync(async () =>
            {
                await Task.Delay(200);
                if (!_busy && _isStale && !_left.IsCancellationRequested)
                {
                    await ReloadAsync();
                    StateHasChanged();
                }
            });
        }
    }
}
