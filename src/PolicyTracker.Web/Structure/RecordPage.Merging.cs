using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Records;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Structure;

// Another's later version, met on opening a draft, on saving, or told while the page is open.
public sealed partial class RecordPage
{
    private IReadOnlyList<FieldConflict> _both = [];

    private async Task RebaseAsync()
    {
        if (_stands is not { } stands || stands.Version == _form.BasedOn)
        {
            return;
        }

        if (_form.IsEmpty)
        {
            (_form, _message) = (
                RecordForm.Of(stands),
                $"{stands.ChangedBy} changed this at {Words.Time(stands.ChangedAt)}. You see it as it stands now."
            );
            return;
        }

        await NameAsync();
        _both = _form.Rebase(stands, Show);
        _fault =
            $"{stands.ChangedBy} changed this at {Words.Time(stands.ChangedAt)}, after you opened it. Nothing was overwritten and nothing of yours is lost. "
            + (
                _both.Count > 0
                    ? "Below are the fields that you both changed."
                    : "What you left alone shows the new words now; look it over and save."
            );
        _keeper.Touch();
    }

    private void Decide(FieldConflict row, bool takeTheirs)
    {
        if (takeTheirs)
        {
            _form.Values[row.Field] = _stands!.Values.GetValueOrDefault(row.Field);
        }

        _both = [.. _both.Where(r => r != row)];
        if (_both.Count == 0)
        {
            _form.Settle(_stands!);
            _fault = null;
        }

        _keeper.Touch();
    }

    private string? Show(RecordField field, string? value) =>
        field.Form is FieldForm.Reference or FieldForm.References
            ? string.Join(", ", RecordForm.Several(value).Select(id => _names.GetValueOrDefault(id, "a record that is gone")))
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

    private void OnEdited(EditEvent edit)
    {
        if (_stands is { } shown && edit.Records.Any(r => r.Id == shown.Id))
        {
            _ = InvokeAsync(async () =>
            {
                if (!_busy && await LoadAsync())
                {
                    await RebaseAsync();
                }

                StateHasChanged();
            });
        }
    }
}
