using PolicyTracker.Core.Editing;

namespace PolicyTracker.Web.Shared;

/// <summary>Hears of edits for something that is shown: many in a row are looked at once, after a short pause.</summary>
internal sealed class EditListener : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private readonly EditEvents _events;
    private readonly Func<EditEvent, bool> _concerns;
    private readonly Func<Func<Task>, Task> _dispatch;
    private readonly Func<Task> _act;
    private readonly PageLanguage _language = new();
    private int _isWaiting;
    private volatile bool _isGone;

    /// <summary>Listens until it is disposed.</summary>
    /// <param name="events">The edits.</param>
    /// <param name="concerns">Whether an edit has to do with what is shown; called where the edit was made, so it must be quick.</param>
    /// <param name="dispatch">Does something where the page's own events are handled.</param>
    /// <param name="act">Looks at what stands now.</param>
    public EditListener(EditEvents events, Func<EditEvent, bool> concerns, Func<Func<Task>, Task> dispatch, Func<Task> act)
    {
        (_events, _concerns, _dispatch, _act) = (events, concerns, dispatch, act);
        _events.Edited += OnEdited;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _isGone = true;
        _events.Edited -= OnEdited;
    }

    private void OnEdited(EditEvent edit)
    {
        if (_concerns(edit) && Interlocked.Exchange(ref _isWaiting, 1) == 0)
        {
            _ = _dispatch(LookAsync);
        }
    }

    private async Task LookAsync()
    {
        await Task.Delay(Pause);
        _isWaiting = 0;
        if (!_isGone)
        {
            await _language.DoAsync(_act);
        }
    }
}
