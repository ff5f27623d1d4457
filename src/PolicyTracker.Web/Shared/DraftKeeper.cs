using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Web.Accounts;

namespace PolicyTracker.Web.Shared;

/// <summary>
/// Keeps a form's fields in the store while they are typed, at most <see cref="Pause"/> after each keystroke, for the tab in
/// which they are typed. A reload finds them again; so does another tab or device, where they are offered.
/// </summary>
internal sealed class DraftKeeper<T>(Drafts drafts, AuthenticationStateProvider who, IJSRuntime js, bool isInteractive, string key, Func<T> fields) : IDraftKeeper, IAsyncDisposable where T : class
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);
    private readonly SemaphoreSlim _one = new(1);
    private CancellationTokenSource? _waiting;
    private string _tab = "";

    public bool IsDirty
    {
        get;
        private set
        {
            if (field != value)
            {
                field = value;
                Turned?.Invoke();
            }
        }
    }

    public event Action? Turned;

    /// <summary>Whether the drafts were looked for, so that the form can be shown: before, it would be overtaken by a draft.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The tab in which this page stands; empty while the page is prerendered.</summary>
    public string Tab => _tab;

    public IReadOnlyList<DraftItem> Others { get; private set; } = [];

    /// <summary>The draft of this tab, or null; notes those of others. Null while the page is prerendered: the tab is not known then.</summary>
    public async Task<T?> FindAsync()
    {
        if (!isInteractive)
        {
            return null;
        }

        if (_tab.Length == 0)
        {
            await using var module = await js.InvokeAsync<IJSObjectReference>("import", "/draft.js");
            _tab = await module.InvokeAsync<string>("tab");
        }

        var by = await who.EditorAsync();
        var found = await drafts.FindAsync<T>(by, key, _tab);
        Others = [.. (await drafts.ListAsync(by, key)).Where(d => d.Tab != _tab)];
        (IsDirty, IsOpen) = (found is not null, true);
        return found;
    }

    /// <summary>Goes on with the draft of another tab, in place of what this one holds.</summary>
    public async Task<T?> TakeOverAsync(DraftItem other)
    {
        await StopWaitingAsync();
        await drafts.TakeOverAsync(await who.EditorAsync(), key, other.Tab, _tab);
        return await FindAsync();
    }

    public async Task DiscardAsync(DraftItem other)
    {
        await drafts.RemoveAsync(await who.EditorAsync(), key, other.Tab);
        Others = [.. Others.Where(o => o != other)];
    }

    /// <summary>Something was typed.</summary>
    public void Touch()
    {
        IsDirty = true;
        if (_waiting is null)
        {
            _ = KeepLaterAsync(_waiting = new CancellationTokenSource());
        }
    }

    /// <summary>The draft was saved as a record, or given up.</summary>
    public async Task ForgetAsync()
    {
        await StopWaitingAsync();
        IsDirty = false;
        await drafts.RemoveAsync(await who.EditorAsync(), key, _tab);
    }

    public async ValueTask DisposeAsync()
    {
        if (_waiting is not null)
        {
            await StopWaitingAsync();
            await KeepAsync();
        }

        _one.Dispose();
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
            await Task.Delay(Pause, waiting.Token);
            _waiting = null; // what is typed while this is written is written once more
            await KeepAsync();
        }
        catch (OperationCanceledException)
        {
            // saved as a record, or the page was left and keeps it itself
        }
    }

    private async Task KeepAsync()
    {
        await _one.WaitAsync();
        try
        {
            if (_tab.Length > 0)
            {
                await drafts.SaveAsync(await who.EditorAsync(), key, _tab, fields());
            }
        }
        catch (RefusedException)
        {
            // signed out meanwhile: there is nobody to keep it for
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

    /// <summary>Raised when <see cref="IsDirty"/> has turned, on the page's own thread.</summary>
    event Action? Turned;

    /// <summary>Drafts of the same form in other tabs and on other devices.</summary>
    IReadOnlyList<DraftItem> Others { get; }

    /// <summary>Gives up the draft of another tab.</summary>
    Task DiscardAsync(DraftItem other);
}
