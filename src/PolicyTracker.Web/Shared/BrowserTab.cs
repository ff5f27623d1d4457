using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace PolicyTracker.Web.Shared;

/// <summary>Asks a browser for the name of its tab, under which drafts are kept.</summary>
internal static class BrowserTab
{
    /// <summary>Gives the name; null while the page is prerendered, when there is no browser to ask.</summary>
    public static Func<Task<string?>> Of(IJSRuntime js, RendererInfo renderer) =>
        async () =>
        {
            if (!renderer.IsInteractive)
            {
                return null;
            }

            await using var module = await js.InvokeAsync<IJSObjectReference>("import", "/draft.js");
            return await module.InvokeAsync<string>("tab");
        };
}
