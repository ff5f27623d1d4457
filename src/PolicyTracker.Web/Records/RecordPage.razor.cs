using Microsoft.AspNetCore.Components;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Collaboration;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Records;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Collaboration;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Records;

/// <summary>Where an editor adds, changes, merges or retires a record, and records where a commitment stands.</summary>
public sealed partial class RecordPage
{
    private RecordKind? _kind;
    private RecordToEdit? _stands;
    private IReadOnlyDictionary<Guid, string> _names = new Dictionary<Guid, string>();
    private RecordForm _form = new();
    private DraftKeeper<RecordForm> _keeper = null!;
    private EditAttempt _attempt = null!;
    private EditListener? _listener;
    private Guid? _into;
    private bool _missing;

    [Inject]
    internal EditNotices Notices { get; set; } = null!;

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
        _stands is { } s ? StructureTexts.Texts["EditTitle", s.Label]
        : _kind is { } kind && IsNew ? StructureTexts.Texts["Add", RecordDescriptors.Of(kind).OneOfThem]
        : StructureTexts.Texts["NoSuchRecord"];

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
        _attempt = new(Who.EditorAsync);
        _keeper = new(
            Drafts,
            Who.EditorAsync,
            BrowserTab.Of(Js, RendererInfo),
            $"records/{WireNames.Of(of)}/{_stands?.Id.ToString() ?? Id}",
            () => _form
        );
        if (_stands is null && !IsNew)
        {
            _missing = true;
            return;
        }

        _form = RecordForm.Of(_stands);
        await FindDisputeAsync();
        await OpenAsync(await _keeper.FindAsync());
        _listener = new(
            Events,
            edit => edit.Records.Any(r => r.Id == _stands?.Id || r.Kind is RecordKind.Dispute),
            InvokeAsync,
            SeeEditAsync
        );
    }

    private async Task OpenAsync(RecordForm? draft)
    {
        if (draft is not null)
        {
            _form = draft;
            _merge.Forget();
            _attempt.Tell(StructureTexts.Texts["DraftLeft"]);
            await RebaseAsync();
        }
    }

    private async Task TakeOverAsync(DraftItem other) => await OpenAsync(await _keeper.TakeOverAsync(other));

    private void Set(string field, string? value)
    {
        _form.Values[field] = value;
        _keeper.Touch();
        StateHasChanged(); // a field keeps what is chosen in it among its choices
    }

    private void SetWhy(string why)
    {
        _form.Why = why;
        _keeper.Touch();
    }

    private Task SaveAsync() =>
        MakeAsync(
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
                var basedOn = _form.BasedOn;
                if (_stands is null && !waits)
                {
                    await _keeper.ForgetAsync();
                    Navigation.NavigateTo($"/records/{Kind}/{id}", forceLoad: true);
                    return null;
                }

                await LoadAsync();
                waits |= _stands?.Version == basedOn; // it replaces one whose status is disputed
                var fresh = RecordForm.Of(_stands);
                (fresh.To, fresh.On, fresh.Reason, fresh.Dispute) = (_form.To, _form.On, _form.Reason, _form.Dispute);
                await GoOnWithAsync(fresh);
                return waits ? DisplayText.Waits : StructureTexts.Texts["Saved"];
            }
        );

    private Task RecordStepAsync() =>
        MakeAsync(
            async (by, _) =>
            {
                var to = _form.To ?? throw Refusal.StatusMissing();
                var on = _form.On ?? throw Refusal.StatusDayMissing();
                await Commitments.ChangeStatusAsync(by, _stands!.Id, _form.BasedOn, to, on, _form.Reason);
                await FindDisputeAsync();
                var waits = _dispute is not null || await Approvals.AreRequiredAsync();
                await LoadAsync();
                (_form.To, _form.On, _form.Reason) = (null, null, "");
                await NameAsync();
                MergeWith(_stands);
                await GoOnWithAsync(_form);
                return waits ? DisplayText.Waits
                    : StandsAt == to ? StructureTexts.Texts["StandsAtNow", to]
                    : StructureTexts.Texts["StepAddedBefore", DisplayText.Day(on), StandsAt];
            }
        );

    // One half of the page was saved: the draft goes on holding what was typed in the other.
    private async Task GoOnWithAsync(RecordForm form)
    {
        _form = form;
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
        MakeAsync(
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
                Navigation.NavigateTo($"/structure/{WireNames.Of(_kind.Value)}");
                return StructureTexts.Texts["Merged"];
            }
        );

    private Task RetireAsync() =>
        MakeAsync(
            async (by, _) =>
            {
                await Edits.RetireAsync(by, _kind!.Value, _stands!.Id, _form.BasedOn, _form.Why);
                if (await Approvals.AreRequiredAsync())
                {
                    return DisplayText.Waits;
                }

                await _keeper.ForgetAsync();
                Navigation.NavigateTo(RecordQueries.Structure.Contains(_kind.Value) ? $"/structure/{Kind}" : "/changes");
                return StructureTexts.Texts["Retired"];
            }
        );

    private async Task DiscardAsync()
    {
        _form = RecordForm.Of(_stands);
        _merge.Forget();
        _attempt.Clear();
        await _keeper.ForgetAsync();
    }

    private async Task<bool> LoadAsync()
    {
        var found = _stands is null ? null : await Records.FindToEditAsync(_kind!.Value, _stands.Id);
        _stands = found ?? _stands;
        if (found is null && !IsNew)
        {
            _attempt.Refuse(StructureTexts.Texts["RecordRemoved"]);
        }

        return found is not null;
    }

    // The edit tells what it did, or nothing where the page is left for another that shows it.
    private Task MakeAsync(Func<Editor, IReadOnlyList<string>, Task<string?>> edit) =>
        _attempt.MakeAsync((by, confirmed) => Notices.MakeAsync(() => edit(by, confirmed)), MeetAsync);

    private async Task MeetAsync(VersionConflict conflict)
    {
        if (await LoadAsync())
        {
            await RebaseAsync();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _listener?.Dispose();
        if (_keeper is not null) // there is a record
        {
            await _keeper.DisposeAsync();
        }
    }
}
