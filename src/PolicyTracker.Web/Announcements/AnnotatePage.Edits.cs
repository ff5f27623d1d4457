using Microsoft.JSInterop;
using PolicyTracker.Core.Editing;

namespace PolicyTracker.Web.Announcements;

// Edits of this page, which can be undone, and those of others, which are shown.
public sealed partial class AnnotatePage
{
    private readonly List<long> _made = [];
    private readonly Stack<long> _done = [];
    private readonly Stack<long> _undone = [];
    private bool _isStale;

    /// <summary>Takes the newest edit of this page back.</summary>
    [JSInvokable]
    public async Task Undo() => await TakeBackAsync(_done, _undone, "Undone.");

    /// <summary>Makes an edit again that was taken back.</summary>
    [JSInvokable]
    public async Task Redo() => await TakeBackAsync(_undone, _done, "Done again.");

    // Undoing is taking an edit back; doing it again is taking that back.
    private async Task TakeBackAsync(Stack<long> from, Stack<long> to, string told)
    {
        if (!_busy && from.TryPop(out var edit))
        {
            await TryAsync(async by =>
            {
                await History.RevertAsync(by, edit);
                _made.ForEach(to.Push);
                _made.Clear();
                _message = Told(told);
            });
            StateHasChanged();
        }
    }

    // Many edits in a row are looked at once. What is typed, and where, stays.
    private void OnEdited(EditEvent edit)
    {
        if (_busy && edit.AccountId == _me.AccountId && edit.Id > 0)
        {
            _made.Add(edit.Id);
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
