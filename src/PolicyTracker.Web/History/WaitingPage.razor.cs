using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.History;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.History;

/// <summary>Where a second editor looks at what waits, and publishes it or sends it back: one by one or several at once.</summary>
public sealed partial class WaitingPage
{
    private readonly HashSet<Guid> _chosen = [];
    private readonly Dictionary<Guid, WaitingItem> _items = [];
    private readonly Dictionary<Guid, string> _refused = [];
    private Page<WaitingEdit> _list = new([], 0, 1, Approvals.PageSize);
    private Editor _me = Editor.Anonymous;
    private EditAttempt _attempt = null!;
    private EditListener? _listener;
    private Guid? _next; // the edit that gets the focus once the list is shown anew
    private int? _page; // the one that was read last
    private int _step; // a key has turned the page, to the next or back
    private TextField _reasonField = null!;
    private string _reason = "";
    private bool _required;

    [SupplyParameterFromQuery(Name = "page")]
    public string? PageText { get; set; }

    [Inject]
    public required NavigationManager Navigation { get; set; }

    [Inject]
    public required Approvals Approvals { get; set; }

    [Inject]
    public required EditEvents Events { get; set; }

    [Inject]
    public required AuthenticationStateProvider Who { get; set; }

    [Inject]
    internal EditNotices Notices { get; set; } = null!;

    // The place of the first that is shown among all.
    private int First => ((_list.Number - 1) * _list.Size) + 1;

    // In the order in which they wait: one may build on another. Of this page alone: nothing is decided that is not seen.
    private IEnumerable<Guid> Chosen => _list.Items.Select(w => w.Edit.Id).Where(_chosen.Contains);

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        _attempt = new(Who.EditorAsync);
        _listener = new(Events, _ => true, InvokeAsync, SeeEditAsync); // before anything is waited for: who leaves takes it along
        (_me, _required) = (await Who.EditorAsync(), await Approvals.AreRequiredAsync());
    }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var page = DisplayText.PageNumber(PageText);
        if (page == _page)
        {
            return;
        }

        _page = page;
        await LoadAsync();
        if (_step != 0 && _list.Items.Count > 0)
        {
            (_next, _step) = (_list.Items[_step > 0 ? 0 : ^1].Edit.Id, 0);
        }
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_next is { } id && _items.GetValueOrDefault(id) is { } item)
        {
            _next = null;
            await item.FocusAsync();
        }
    }

    private async Task LoadAsync()
    {
        _list = await Approvals.ListAsync(_me, _page ?? 1);
        var standing = _list.Items.Where(w => w.Edit.State is ProposalState.Waiting).Select(w => w.Edit.Id).ToHashSet();
        _chosen.IntersectWith(standing);
        foreach (var gone in _items.Keys.Except(_list.Items.Select(w => w.Edit.Id)).ToList())
        {
            _items.Remove(gone);
            _refused.Remove(gone);
        }
    }

    private async Task SeeEditAsync()
    {
        if (!_attempt.IsBusy && _page is not null)
        {
            await LoadAsync();
            StateHasChanged();
        }
    }

    private bool CanDecide(WaitingEdit waiting) => waiting.Edit.State is ProposalState.Waiting && waiting.Edit.AccountId != _me.AccountId;

    private void Choose(WaitingEdit waiting, bool isChosen)
    {
        if (isChosen && CanDecide(waiting))
        {
            _chosen.Add(waiting.Edit.Id);
        }
        else
        {
            _chosen.Remove(waiting.Edit.Id);
        }
    }

    private void ChooseAll()
    {
        foreach (var waiting in _list.Items)
        {
            Choose(waiting, true);
        }
    }

    private async Task PressAsync(WaitingEdit waiting, string key)
    {
        var id = waiting.Edit.Id;
        switch (key)
        {
            case "j" or "k":
                await MoveAsync(id, key == "j" ? 1 : -1);
                break;
            case "x" or " ":
                Choose(waiting, !_chosen.Contains(id));
                break;
            case "a" when _chosen.Count > 0 || CanDecide(waiting):
                await ApproveAsync(_chosen.Count > 0 ? [.. Chosen] : [id]);
                break;
            case "r":
                if (_chosen.Count == 0)
                {
                    Choose(waiting, true);
                }

                await _reasonField.FocusAsync();
                break;
        }
    }

    private async Task MoveAsync(Guid from, int step)
    {
        var at = Place(from) + step;
        if (at >= 0 && at < _list.Items.Count)
        {
            await _items[_list.Items[at].Edit.Id].FocusAsync();
        }
        else if (_chosen.Count == 0 && _list.Number + step is var page && page >= 1 && page <= _list.Pages)
        {
            _step = step; // no key lets go of what was chosen
            Navigation.NavigateTo(Navigation.GetUriWithQueryParameter("page", page > 1 ? page : null));
        }
    }

    private int Place(Guid id) => _list.Items.ToList().FindIndex(w => w.Edit.Id == id);

    private Task ApproveAsync(IReadOnlyList<Guid> ids) =>
        DecideAsync(ids, by => Approvals.ApproveAllAsync(by, ids), n => HistoryTexts.Texts.Count("Approved", n));

    private Task SendBackAsync() => SendBackAsync([.. Chosen]);

    private Task SendBackAsync(IReadOnlyList<Guid> ids) =>
        DecideAsync(
            ids,
            by => string.IsNullOrWhiteSpace(_reason) ? throw Refusal.ReasonMissing() : Approvals.SendBackAllAsync(by, ids, _reason),
            n =>
            {
                _reason = "";
                return HistoryTexts.Texts.Count("WereSentBack", n);
            }
        );

    private Task TakeBackAsync(WaitingEdit waiting) =>
        DecideAsync(
            [waiting.Edit.Id],
            async by =>
            {
                await Approvals.TakeBackAsync(by, waiting.Edit.Id);
                return [new Decision(waiting.Edit.Id, null)];
            },
            _ => HistoryTexts.Texts["WasTakenBack"]
        );

    // What was decided goes; what was refused stays, says why, and is the next to be looked at.
    private Task DecideAsync(IReadOnlyList<Guid> ids, Func<Editor, Task<IReadOnlyList<Decision>>> decide, Func<int, string> tell) =>
        _attempt.MakeAsync(
            async (by, _) =>
            {
                var decided = await decide(by);
                foreach (var (edit, refused) in decided)
                {
                    _refused.Remove(edit);
                    if (refused is not null)
                    {
                        _refused[edit] = refused.Message;
                    }
                }

                var first = _list.Items.Select(w => w.Edit.Id).ToList();
                var last = ids.Max(Place);
                await LoadAsync();
                var rest = _list.Items.Select(w => w.Edit.Id).ToHashSet();
                _next =
                    decided.FirstOrDefault(d => d.Refused is not null && rest.Contains(d.Edit))?.Edit
                    ?? Nearest(first, last, rest)
                    ?? (_list.Items.Count > 0 ? _list.Items[0].Edit.Id : null); // the page was decided whole, and others took its place
                if (decided.Count(d => d.Refused is null) is > 0 and var done)
                {
                    Notices.Tell(tell(done));
                }
            }
        );

    // The one that stood behind those that went; where there is none, the last before them.
    private static Guid? Nearest(List<Guid> stood, int at, HashSet<Guid> rest)
    {
        var standing = stood.Skip(at + 1).Concat(stood.Take(at + 1).Reverse()).Where(rest.Contains).ToList();
        return standing.Count > 0 ? standing[0] : null;
    }

    /// <inheritdoc/>
    public void Dispose() => _listener?.Dispose();
}
