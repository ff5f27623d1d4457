using PolicyTracker.Core;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Announcements;

// An annotation that two changed: theirs, mine, and where both began, decided field by field.
public sealed partial class AnnotatePage
{
    private IReadOnlyList<FieldConflict> _both = [];
    private string _bothBy = "";

    private void Merge(VersionConflict conflict)
    {
        if (_form is { Annotation: { } id, Opened: { } was } && _text!.Passages.FirstOrDefault(p => p.Id == id) is { } stands)
        {
            var rows = new List<FieldConflict>();
            if (stands.Exact != was.Exact && _form.Exact != stands.Exact && _form.Exact != was.Exact)
            {
                rows.Add(new("words", "Quoted words", was.Exact, stands.Exact, _form.Exact));
            }
            else if (_form.Exact == was.Exact)
            {
                (_form.Place, _form.Exact) = (stands.CodePoints, stands.Exact);
            }

            var comment = stands.Comment ?? "";
            if (comment != was.Comment && _form.Note != comment && _form.Note != was.Comment)
            {
                rows.Add(new("note", "Comment", was.Comment, comment, _form.Note));
            }
            else if (_form.Note == was.Comment)
            {
                _form.Note = comment;
            }

            (_both, _bothBy) = (rows, conflict.By);
            _fault = conflict.Message;
            if (rows.Count == 0)
            {
                Settle(stands);
                _fault = $"{conflict.By} changed this meanwhile. What you left alone shows the new words now; look it over and save.";
            }

            Touch();
        }
        else
        {
            _fault = conflict.Message;
        }
    }

    private async Task Decide(FieldConflict row, bool takeTheirs)
    {
        var stands = _text!.Passages.FirstOrDefault(p => p.Id == _form.Annotation);
        if (takeTheirs && stands is not null)
        {
            if (row.Field == "words")
            {
                (_form.Place, _form.Exact) = (stands.CodePoints, stands.Exact);
            }
            else
            {
                _form.Note = stands.Comment ?? "";
            }
        }

        _both = [.. _both.Where(r => r != row)];
        if (_both.Count == 0 && stands is not null)
        {
            Settle(stands);
            _fault = null;
        }

        Touch();
        await PaintMarkedAsync();
    }

    // Every field is decided: from now on the form is based on what stands.
    private void Settle(Passage stands) =>
        (_form.BasedOn, _form.Opened) = (
            _versions.GetValueOrDefault(stands.Id),
            new(stands.CodePoints.Start, stands.CodePoints.End, stands.Exact, stands.Comment ?? "")
        );
}
