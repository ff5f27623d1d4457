using PolicyTracker.Core.Records;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Records;

// Another's later version, met on opening a draft, on saving, or told while the page is open.
public sealed partial class RecordPage
{
    private readonly FieldMerge _merge = new();

    private async Task RebaseAsync()
    {
        if (_stands is not { } stands || stands.Version == _form.BasedOn)
        {
            return;
        }

        var changedAt = DisplayText.Time(stands.ChangedAt);
        if (_form.IsEmpty)
        {
            _form = RecordForm.Of(stands);
            _attempt.Tell(StructureTexts.Texts["ChangedSeeNow", stands.ChangedBy, changedAt]);
            return;
        }

        await NameAsync();
        _merge.Begin(stands.ChangedBy, _form.Against(stands, Show), () => _form.Settle(stands));
        _attempt.Refuse(
            _merge.IsOpen
                ? StructureTexts.Texts["ChangedByBoth", stands.ChangedBy, changedAt]
                : StructureTexts.Texts["ChangedBesides", stands.ChangedBy, changedAt]
        );
        _keeper.Touch();
    }

    private void Decide(FieldConflict row, bool takeTheirs)
    {
        _merge.Decide(row, takeTheirs);
        if (!_merge.IsOpen)
        {
            _attempt.Refuse(null);
        }

        _keeper.Touch();
    }

    private string? Show(RecordField field, string? value) =>
        field.Form is FieldForm.Reference or FieldForm.References
            ? string.Join(", ", RecordForm.Several(value).Select(id => _names.GetValueOrDefault(id, StructureTexts.Texts["RecordGone"])))
            : value;

    // What the records are called that the form, its beginning and what stands refer to: not all of them are among the choices.
    private async Task NameAsync()
    {
        var fields = RecordDescriptors
            .Of(_kind!.Value)
            .Fields.Where(f => f.Of is not null && f.Form is FieldForm.Reference or FieldForm.References);
        _names = await Choosing.NamesAsync([
            .. fields.SelectMany(f =>
                new[] { _form.Opened, _form.Values, _stands!.Values }
                    .SelectMany(v => RecordForm.Several(v.GetValueOrDefault(f.Name)))
                    .Select(id => (f.Of!.Value, id))
            ),
        ]);
    }

    private async Task SeeEditAsync()
    {
        if (!_attempt.IsBusy && await LoadAsync())
        {
            await FindDisputeAsync();
            await RebaseAsync();
        }

        StateHasChanged();
    }
}
