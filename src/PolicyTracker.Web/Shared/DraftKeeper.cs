using Microsoft.AspNetCore.Components.Authorization;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Web.Accounts;

namespace PolicyTracker.Web.Shared;

/// <summary>Keeps a form's fields in the store half a second after the last keystroke, and when the page is left.</summary>
internal sealed class DraftKeeper<T>(Drafts drafts, AuthenticationStateProvider who, string key, Func<T> fields) : IAsyncDisposable where T : class
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private readonly SemaphoreSlim _one = new(1);
    private CancellationTokenSource? _waiting;

    public async Task<T?> FindAsync() => await drafts.FindAsync<T>(await who.EditorAsync(), key);

    /// <summary>Something was typed.</summary>
    public void Touch()
    {
        _waiting?.Cancel();
        _ = KeepLaterAsync(_waiting = new CancellationTokenSource());
    }

    /// <summary>The draft was saved as a record, or given up.</summary>
    public async Task ForgetAsync()
    {
        if (_waiting is not null)
        {
            await _waiting.CancelAsync();
            _waiting = null;
        }

        await drafts.RemoveAsync(await who.EditorAsync(), key);
    }

    public async ValueTask DisposeAsync()
    {
        if (_waiting is { IsCancellationRequested: false })
        {
            await _waiting.CancelAsync();
            await KeepAsync();
        }

        _one.Dispose();
    }

    private async Task KeepLaterAsync(CancellationTokenSource waiting)
    {
        try
        {
            await Task.Delay(Pause, waiting.Token);
            await KeepAsync();
            if (_waiting == waiting)
            {
                _waiting = null;
            }
        }
        catch (OperationCanceledException)
        {
            // typed again; the later keystroke keeps both
        }
    }

    private async Task KeepAsync()
    {
        await _one.WaitAsync();
        try
        {
            await drafts.SaveAsync(await who.EditorAsync(), key, fields());
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
