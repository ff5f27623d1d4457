using System.Data.Common;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Collaboration;

namespace PolicyTracker.Web.Collaboration;

/// <summary>
/// Keeps a form's fields in the store while they are typed, at most <see cref="Pause"/> after each keystroke, for the tab in
/// which they are typed. A reload finds them again; so does another tab or device, where they are offered.
/// </summary>
/// <param name="drafts">Where they are kept.</param>
/// <param name="who">Who types, asked anew with each writing.</param>
/// <param name="tab">The name of the browser's tab; null while there is none.</param>
/// <param name="key">What is being typed.</param>
/// <param name="fields">The fields as they are now.</param>
internal sealed class DraftKeeper<T>(Drafts drafts, Func<Task<Editor>> who, Func<Task<string?>> tab, string key, Func<T> fields)
    : IDraftKeeper,
        IAsyncDisposable
    where T : class
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(2);
    private readonly SemaphoreSlim _one = new(1);
    private CancellationTokenSource? _waiting;
    private string _tab = "";
    private bool _isUnwritten;
    private bool _isGone;

    public bool IsDirty
    {
        get;
        private set => Turn(ref field, value);
    }

    public bool IsFailing
    {
        get;
        private set => Turn(ref field, value);
    }

    public event Action? Turned;

    /// <summary>Whether the drafts were looked for, so that the form can be shown: before, it would be overtaken by a draft.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The tab in which this page stands; empty while the page is prerendered.</summary>
    public string Tab => _tab;

    public IReadOnlyList<DraftItem> Others { get; private set; } = [];

    /// <summary>
    /// The draft of this tab, or null; notes those of others. Null while the page is prerendered: the tab is not known then.
    /// </summary>
    public async Task<T?> FindAsync()
    {
        if (_tab.Length == 0)
        {
            _tab = await tab() ?? "";
        }

        if (_tab.Length == 0)
        {
            return null;
        }

        var by = await who();
        var found = await drafts.FindAsync<T>(by, key, _tab);
        Others = [.. (await drafts.ListAsync(by, key)).Where(d => d.Tab != _tab)];
        (IsDirty, IsOpen) = (found is not null, true);
        return found;
    }

    /// <summary>Goes on with the draft of another tab, in place of what this one holds.</summary>
    public async Task<T?> TakeOverAsync(DraftItem other)
    {
        await StopWaitingAsync();
        _isUnwritten = false;
        await InTurnAsync(async () => await drafts.TakeOverAsync(await who(), key, other.Tab, _tab));
        return await FindAsync();
    }

    public async Task DiscardAsync(DraftItem other)
    {
        await drafts.RemoveAsync(await who(), key, other.Tab);
        Others = [.. Others.Where(o => o != other)];
    }

    /// <summary>Something was typed.</summary>
    public void Touch()
    {
        (IsDirty, _isUnwritten) = (true, true);
        if (_waiting is null && !_isGone)
        {
            _ = KeepLaterAsync(_waiting = new CancellationTokenSource());
        }
    }

    public async Task KeepAsync()
    {
        await StopWaitingAsync();
        await InTurnAsync(WriteAsync);
    }

    /// <summary>The draft was saved as a record, or given up.</summary>
    public async Task ForgetAsync()
    {
        await StopWaitingAsync();
        (IsDirty, _isUnwritten) = (false, false);
        await InTurnAsync(async () => await drafts.RemoveAsync(await who(), key, _tab));
    }

    public async ValueTask DisposeAsync()
    {
        if (!_isGone)
        {
            _isGone = true;
            await KeepAsync();
            _one.Dispose();
        }
    }

    private void Turn(ref bool field, bool value)
    {
        if (field != value)
        {
            field = value;
            Turned?.Invoke();
        }
    }

    private async Task StopWaitingAsync()
    {
        if (_waiting is { } waiting)
        {
            _waiting = null;
            await waiting.CancelAsync();
        }
    }

    private async Task KeepLaterAsync(CancellationTokenSource waiting)
    {
        try
        {
            await Task.Delay(IsFailing ? PauseAfterFailure : Pause, waiting.Token);
            waiting.Token.ThrowIfCancellationRequested(); // in the moment in which the pause ended
            _waiting = null; // what is typed while this is written is written once more
            await InTurnAsync(WriteAsync);
        }
        catch (OperationCanceledException)
        {
            // saved as a record, or the page was left and keeps it itself
        }
    }

    private async Task WriteAsync()
    {
        if (!_isUnwritten || _tab.Length == 0)
        {
            return;
        }

        _isUnwritten = false;
        try
        {
            await drafts.SaveAsync(await who(), key, _tab, fields());
            IsFailing = false;
        }
        catch (Refusal)
        {
            // signed out meanwhile: there is nobody to keep it for
        }
        catch (Exception e) when (e is DbException || e.InnerException is DbException)
        {
            IsFailing = true; // Drafts logs why
            if (IsDirty)
            {
                Touch();
            }
        }
    }

    // One after the other, so that nothing older is written over something newer or after it was given up.
    private async Task InTurnAsync(Func<Task> write)
    {
        await _one.WaitAsync();
        try
        {
            await write();
        }
        finally
        {
            _one.Release();
        }
    }
}

/// <summary>What the widgets around a form ask of its draft, whatever its fields are.</summary>
public interface IDraftKeeper
{
    /// <summary>Whether something is typed and not saved as a record.</summary>
    bool IsDirty { get; }

    /// <summary>Whether the store took the last writing of it amiss; it is tried again until it succeeds.</summary>
    bool IsFailing { get; }

    /// <summary>Raised when <see cref="IsDirty"/> or <see cref="IsFailing"/> has turned, on the page's own thread.</summary>
    event Action? Turned;

    /// <summary>Drafts of the same form in other tabs and on other devices.</summary>
    IReadOnlyList<DraftItem> Others { get; }

    /// <summary>Writes at once what is typed and not written yet, for who is about to leave: the next page lists it.</summary>
    Task KeepAsync();

    /// <summary>Gives up the draft of another tab.</summary>
    Task DiscardAsync(DraftItem other);
}
