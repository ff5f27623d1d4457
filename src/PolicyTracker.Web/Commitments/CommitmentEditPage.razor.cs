using Microsoft.AspNetCore.Components;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.History;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Commitments;

/// <summary>Where an editor changes a commitment's fields and records where it stands.</summary>
public sealed partial class CommitmentEditPage
{
    private CommitmentToEdit? _stands;
    private WorkbenchChoices? _choices;
    private CommitmentForm _form = new();
    private DraftKeeper<CommitmentForm> _keeper = null!;
    private IReadOnlyList<MergeRow> _both = [];
    private string? _fault;
    private string? _told;
    private bool _busy;

    /// <summary>The commitment's part of the address.</summary>
    [Parameter] public required string Slug { get; set; }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _keeper = new(Drafts, Who, Js, RendererInfo.IsInteractive, $"commitments/{Slug}", () => _form);
        _stands = await Commitments.FindToEditAsync(Slug);
        if (_stands is null)
        {
            return;
        }

        _choices = await Workbenches.ChoicesAsync();
        _form = CommitmentForm.Of(_stands);
        Open(await _keeper.FindAsync());
        News.Edited += OnEdited;
    }

    private void Open(CommitmentForm? draft)
    {
        if (draft is not null)
        {
            _form = draft;
            _told = "This is the draft that you left. Save it, or discard what you typed.";
            Rebase();
        }
    }

    private async Task TakeOverAsync(DraftItem other) => Open(await _keeper.TakeOverAsync(other));

    private void Touch() => _keeper.Touch();

    private void Set(Action change)
    {
        change();
        Touch();
        StateHasChanged(); // a choice in a field can show or hide another
    }

    // Another's later version, met on opening a draft, on saving, or told while the page is open.
    private void Rebase()
    {
        if (_stands!.Version == _form.BasedOn)
        {
            return;
        }

        var was = _form.Opened;
        _both = [.. _form.Rebase(_stands).Select(f => new MergeRow(f.Name, f.Name, f.Show(was, _choices!), f.Show(_stands.Fields, _choices!), f.Show(_form.Fields, _choices!)))];
        _fault = $"{_stands.ChangedBy} changed this at {Words.Time(_stands.ChangedAt)}, after you opened it. Nothing was overwritten and nothing of yours is lost. "
            + (_both.Count > 0 ? "Below are the fields that you both changed." : "What you left alone shows the new words now; look it over and save.");
        Touch();
    }

    private void Decide(MergeRow row, bool takeTheirs)
    {
        if (takeTheirs)
        {
            FormField.All.First(f => f.Name == row.Field).Copy(_stands!.Fields, _form.Fields);
        }

        _both = [.. _both.Where(r => r != row)];
        if (_both.Count == 0)
        {
            _form.Settle(_stands!);
            _fault = null;
        }

        Touch();
    }

    private Task SaveAsync() => TryAsync(async by =>
    {
        await Edits.ChangeAsync(by, _stands!.Id, _form.BasedOn, _form.Fields, _form.Why);
        await LoadAsync();
        (_form.BasedOn, _form.Opened, _form.Fields, _form.Why) = (_stands!.Version, _stands.Fields with { }, _stands.Fields with { }, "");
        await KeepStatusFormAsync();
        _told = await ToldAsync("The commitment was saved.");
    });

    private Task ChangeStatusAsync() => TryAsync(async by =>
    {
        var to = _form.To ?? throw new RefusedException("Choose where the commitment stands now.");
        var on = _form.On ?? throw new RefusedException("Give the day since which it stands there.");
        await Edits.ChangeStatusAsync(by, _stands!.Id, _form.BasedOn, to, on, _form.Reason);
        await LoadAsync();
        (_form.BasedOn, _form.To, _form.On, _form.Reason) = (_stands!.Version, null, null, "");
        await KeepStatusFormAsync();
        _told = await ToldAsync($"The commitment stands at “{Words.Of(to)}” now.");
    });

    private Task RemoveAsync() => TryAsync(async by =>
    {
        await Edits.RemoveAsync(by, _stands!.Id, _form.BasedOn, string.IsNullOrWhiteSpace(_form.Why) ? "Commitment removed" : _form.Why);
        await _keeper.ForgetAsync();
        Navigation.NavigateTo("/commitments");
    });

    private async Task<string> ToldAsync(string done) => await Approvals.AreRequiredAsync() ? Words.Waits : done;

    private async Task DiscardAsync()
    {
        if (await LoadAsync())
        {
            (_form, _both, _fault, _told) = (CommitmentForm.Of(_stands!), [], null, null);
            await _keeper.ForgetAsync();
        }
    }

    // False where the commitment was removed meanwhile: the form stays, so that what was typed can be copied.
    private async Task<bool> LoadAsync()
    {
        var found = await Commitments.FindToEditAsync(Slug);
        _stands = found ?? _stands;
        _fault = found is null ? "This commitment was removed meanwhile, so nothing can be saved here. What you typed is kept as a draft; copy it if you need it elsewhere." : _fault;
        return found is not null;
    }

    // One half of the page was saved: the draft goes on holding what was typed in the other.
    private async Task KeepStatusFormAsync()
    {
        await _keeper.ForgetAsync();
        var isUntouched = FormField.All.All(f => f.IsSame(_form.Fields, _form.Opened)) && _form.Why.Length == 0;
        if (!isUntouched || _form.To is not null || _form.On is not null || _form.Reason.Length > 0)
        {
            Touch();
        }
    }

    private async Task TryAsync(Func<Editor, Task> edit)
    {
        (_fault, _told, _busy) = (null, null, true);
        try
        {
            await edit(await Who.EditorAsync());
        }
        catch (ConflictException)
        {
            if (await LoadAsync())
            {
                Rebase();
            }
        }
        catch (RefusedException refused)
        {
            _fault = refused.Message; // what was typed stays in the form and in the draft
        }
        finally
        {
            _busy = false;
        }
    }

    private void OnEdited(Edit edit)
    {
        if (_stands is { } shown && edit.Records.Any(r => r.Id == shown.Id))
        {
            _ = InvokeAsync(async () =>
            {
                if (_busy)
                {
                    return; // it is this page's own edit
                }

                if (await LoadAsync())
                {
                    Rebase();
                }

                StateHasChanged();
            });
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        News.Edited -= OnEdited;
        await _keeper.DisposeAsync();
    }
}
