namespace PolicyTracker.Web.Shared;

/// <summary>
/// Brings what an editor typed together with what somebody else saved meanwhile, field by field: a field that the editor left alone
/// takes what stands, one that both changed is the editor's to decide. Nothing is overwritten before that.
/// </summary>
internal sealed class FieldMerge
{
    private List<(MergeField Field, FieldConflict Shown)> _open = [];
    private Action _settle = () => { };

    /// <summary>The fields that both changed and that are not decided yet.</summary>
    public IReadOnlyList<FieldConflict> Conflicts => [.. _open.Select(o => o.Shown)];

    /// <summary>Whether there are such.</summary>
    public bool IsOpen => _open.Count > 0;

    /// <summary>Who made what stands.</summary>
    public string By { get; private set; } = "";

    /// <summary>Merges what can be, and keeps the rest to be decided.</summary>
    /// <param name="by">Who made what stands.</param>
    /// <param name="fields">The form's fields.</param>
    /// <param name="settle">Bases the form on the very version that it is merged with; called once every field is decided.</param>
    public void Begin(string by, IEnumerable<MergeField> fields, Action settle)
    {
        ArgumentNullException.ThrowIfNull(fields);
        (By, _settle, _open) = (by, settle, []);
        foreach (var field in fields.ToList())
        {
            if (field.Mine == field.Base)
            {
                field.TakeTheirs();
            }
            else if (field.Theirs != field.Base && field.Theirs != field.Mine)
            {
                _open.Add((field, field.Conflict));
            }
        }

        SettleWhenDecided();
    }

    /// <summary>Decides one field.</summary>
    public void Decide(FieldConflict row, bool takeTheirs)
    {
        var decided = _open.FindIndex(o => o.Shown == row);
        if (decided < 0)
        {
            return;
        }

        if (takeTheirs)
        {
            _open[decided].Field.TakeTheirs();
        }

        _open.RemoveAt(decided);
        SettleWhenDecided();
    }

    /// <summary>The form is another now.</summary>
    public void Forget() => (_open, _settle) = ([], () => { });

    private void SettleWhenDecided()
    {
        if (!IsOpen)
        {
            _settle();
        }
    }
}
