using Microsoft.AspNetCore.Components;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Records;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Structure;

/// <summary>Where an editor adds, changes, merges or retires a record, and records where a commitment stands.</summary>
public sealed partial class RecordPage
{
    private RecordKind? _kind;
    private RecordToEdit? _stands;
    private readonly Dictionary<RecordKind, SelectOptions> _choices = [];
    private IReadOnlyDictionary<Guid, string> _names = new Dictionary<Guid, string>();
    private RecordForm _form = new();
    private DraftKeeper<RecordForm> _keeper = null!;
    private IReadOnlyList<WordDoubt> _doubts = [];
    private Func<IReadOnlyList<string>, Task> _again = _ => Task.CompletedTask; // the edit that was doubtful, made all the same
    private Guid? _into;
    private string? _fault;
    private string? _faultField;
    private string? _message;
    private bool _missing;
    private bool _busy;

    /// <summary>The kind of the record, as an address writes it; null where the address has the slug of a commitment.</summary>
    [Parameter]
    public string? Kind { get; set; }

    /// <summary>The record, or "new".</summary>
    [Parameter]
    public string? Id { get; set; }

    /// <summary>The slug of a commitment, in place of the other two.</summary>
    [Parameter]
    public string? Slug { get; set; }

    private bool IsNew => Id == "new" && _kind is { } kind && RecordDescriptors.Of(kind).IsAddedByForm;

    private string Title =>
        _stands is { } s ? $"Edit: {s.Label}"
        : _kind is { } kind && IsNew ? $"Add {StructureWords.One(kind)}"
        : "No such record";

    private Status StandsAt => WireNames.Parse<Status>(_stands!.Values["status"])!.Value;

    private IEnumerable<RecordField> Fields => RecordDescriptors.Of(_kind!.Value).Fields.Where(f => f.IsTyped);

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _kind =
            Slug is not null ? RecordKind.Commitment
            : WireNames.Parse<RecordKind>(Kind) is { } kind && RecordQueries.Typed.Contains(kind) ? kind
            : null;
        if (_kind is not { } of)
        {
            _missing = true;
            return;
        }

        _stands =
            Slug is not null ? await Records.FindToEditAsync(of, Slug)
            : Guid.TryParse(Id, out var id) ? await Records.FindToEditAsync(of, id)
            : null;
        _keeper = new(
            Drafts,
            Who,
            Js,
            RendererInfo.IsInteractive,
            $"records/{WireNames.Of(of)}/{_stands?.Id.ToString() ?? Id}",
            () => _form
        );
        if (_stands is null && !IsNew)
        {
            _missing = true;
            return;
        }

        foreach (
            var referred in RecordDescriptors
                .Of(of)
                .Fields.Where(f => f is { IsTyped: true, Of: not null })
                .Select(f => f.Of!.Value)
                .Append(of)
                .Distinct()
        )
        {
            _choices[referred] = await Choosing.ListAsync(referred);
        }

        _form = RecordForm.Of(_stands);
        await OpenAsync(await _keeper.FindAsync());
        Events.Edited += OnEdited;
    }

    private async Task OpenAsync(RecordForm? draft)
    {
        if (draft is not null)
        {
            _form = draft;
            _message = "This is the draft that you left. Save it, or discard what you typed.";
            await RebaseAsync();
        }
    }

    private async Task TakeOverAsync(DraftItem other) => await OpenAsync(await _keeper.TakeOverAsync(other));

    private void Set(string field, string? value)
    {
        _form.Values[field] = value;
        _keeper.Touch();
    }

    private SelectOptions ChoicesOf(RecordField field) =>
        field.Of is { } of && _choices.TryGetValue(of, out var choices) ? choices : new(_kind!.Value, [], 0);

    private Task SaveAsync() =>
        TryAsync(
            async (by, confirmed) =>
            {
                var id = await Edits.SaveAsync(
                    by,
                    _kind!.Value,
                    _stands?.Id,
                    _form.BasedOn,
                    _form.Values,
                    _form.Why.Trim() is { Length: > 0 } why ? why
                        : IsNew ? "Added"
                        : "Changed",
                    confirmed
                );
                var waits = await Approvals.AreRequiredAsync();
                if (_stands is null && !waits)
                {
                    await _keeper.ForgetAsync();
                    Navigation.NavigateTo($"/records/{Kind}/{id}", forceLoad: true);
                    return;
                }

                await LoadAsync();
                var fresh = RecordForm.Of(_stands);
                (fresh.To, fresh.On, fresh.Reason) = (_form.To, _form.On, _form.Reason);
                await GoOnWithAsync(fresh, waits ? Words.Waits : "Saved.");
            }
        );

    private Task RecordStepAsync() =>
        TryAsync(
            async (by, _) =>
            {
                var to = _form.To ?? throw Refusal.StatusMissing();
                var on = _form.On ?? throw Refusal.StatusDayMissing();
                await Commitments.ChangeStatusAsync(by, _stands!.Id, _form.BasedOn, to, on, _form.Reason);
                var waits = await Approvals.AreRequiredAsync();
                await LoadAsync();
                (_form.To, _form.On, _form.Reason) = (null, null, "");
                await NameAsync();
                _form.Rebase(_stands, Show);
                await GoOnWithAsync(
                    _form,
                    waits ? Words.Waits
                        : StandsAt == to ? $"The commitment stands at “{Words.Of(to)}” now."
                        : $"The step was added at its day, {Words.Day(on)}. The commitment goes on standing at “{Words.Of(StandsAt)}”, to which a later step brought it."
                );
            }
        );

    // One half of the page was saved: the draft goes on holding what was typed in the other.
    private async Task GoOnWithAsync(RecordForm form, string told)
    {
        (_form, _message) = (form, told);
        if (_form.IsEmpty)
        {
            await _keeper.ForgetAsync();
        }
        else
        {
            _keeper.Touch();
            await _keeper.KeepAsync();
        }
    }

    private Task MergeAsync() =>
        TryAsync(
            async (by, confirmed) =>
            {
                await Edits.MergeAsync(
                    by,
                    _kind!.Value,
                    _stands!.Id,
                    _form.BasedOn,
                    _into ?? throw Refusal.MergeMissing(),
                    _form.Why,
                    confirmed
                );
                await _keeper.ForgetAsync();
                Navigation.NavigateTo($"/records/{Kind}/{_into}", forceLoad: true);
            }
        );

    private Task RetireAsync() =>
        TryAsync(
            async (by, _) =>
            {
                await Edits.RetireAsync(by, _kind!.Value, _stands!.Id, _form.BasedOn, _form.Why);
                if (await Approvals.AreRequiredAsync())
                {
                    _message = Words.Waits;
                    return;
                }

                await _keeper.ForgetAsync();
                Navigation.NavigateTo(RecordQueries.Structure.Contains(_kind.Value) ? $"/structure/{Kind}" : "/changes");
            }
        );

    private async Task DiscardAsync()
    {
        (_form, _both, _fault, _message, _doubts) = (RecordForm.Of(_stands), [], null, null, []);
        await _keeper.ForgetAsync();
    }

    private async Task<bool> LoadAsync()
    {
        var found = _stands is null ? null : await Records.FindToEditAsync(_kind!.Value, _stands.Id);
        _stands = found ?? _stands;
        _fault =
            found is null && !IsNew
                ? "This record was removed meanwhile, so nothing can be saved here. What you typed is kept as a draft; copy it if you need it elsewhere."
                : _fault;
        return found is not null;
    }

    private async Task TryAsync(Func<Editor, IReadOnlyList<string>, Task> edit, IReadOnlyList<string>? confirmed = null)
    {
        (_fault, _message, _busy, _doubts) = (null, null, true, []);
        try
        {
            await edit(await Who.EditorAsync(), confirmed ?? []);
        }
        catch (VersionConflict)
        {
            if (await LoadAsync())
            {
                await RebaseAsync();
            }
        }
        catch (DoubtfulWords doubtful)
        {
            (_doubts, _again) = (doubtful.Doubts, messages => TryAsync(edit, messages));
        }
        catch (Refusal refused)
        {
            (_fault, _faultField) = (refused.Message, refused.Field); // what was typed stays in the form and in the draft
        }
        finally
        {
            _busy = false;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Events.Edited -= OnEdited;
        if (_keeper is not null) // there is a record
        {
            await _keeper.DisposeAsync();
        }
    }
}
