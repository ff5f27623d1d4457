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
        MergeWith(stands);
        _attempt.Refuse(
            _merge.IsOpen
                ? StructureTexts.Texts["ChangedByBoth", stands.ChangedBy, changedAt]
                : StructureTexts.Texts["ChangedBesides", stands.ChangedBy, changedAt]
        );
        _keeper.Touch();
    }

    private void MergeWith(RecordToEdit stands) =>
        _merge.Begin(
            stands.ChangedBy,
            _form.Against(stands, (field, value) => RecordForm.InWords(field, value, _names)),
            () => _form.Settle(stands)
        );

    private void Decide(FieldConflict row, bool takeTheirs)
    {
        _merge.Decide(row, takeTheirs);
        if (!_merge.IsOpen)
        {
            _attempt.Refuse(null);
        }

        _keeper.Touch();
    }

    // What the records are called that the form, its beginning and what stands refer to: not all of them are among the choices.
    private async Task NameAsync() => _names = await Choosing.NamesAsync(_form.References(_stands!));

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
