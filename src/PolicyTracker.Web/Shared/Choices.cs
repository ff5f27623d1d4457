using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Web.Shared;

/// <summary>
/// What a field lets editors choose from: the first records of a kind, or those whose name holds some words. The store is searched;
/// what is chosen is always among them, and they are read again when somebody edits one.
/// </summary>
internal sealed class Choices : IDisposable
{
    private readonly SelectOptionQueries _queries;
    private readonly RecordKind _kind;
    private readonly EditListener _listener;
    private readonly Dictionary<Guid, SelectOption> _chosen = [];
    private SelectOptions? _listed;
    private SelectOptions? _found;

    /// <summary>Those of a kind; <see cref="LoadAsync"/> reads them.</summary>
    /// <param name="queries">Searches the store.</param>
    /// <param name="events">Tells of edits.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="dispatch">Does something where the page's own events are handled.</param>
    /// <param name="changed">Shows them anew.</param>
    public Choices(SelectOptionQueries queries, EditEvents events, RecordKind kind, Func<Func<Task>, Task> dispatch, Action changed)
    {
        (_queries, _kind) = (queries, kind);
        _listener = new(
            events,
            edit => edit.Records.Any(r => r.Kind == kind),
            dispatch,
            async () =>
            {
                await LoadAsync();
                changed();
            }
        );
    }

    /// <summary>The words that names are to hold; empty where all are listed.</summary>
    public string Sought { get; private set; } = "";

    /// <summary>Whether there are more records of the kind than are listed.</summary>
    public bool IsCut => _listed?.IsCut is true;

    /// <summary>What is listed, and of how many, in words.</summary>
    public string Told =>
        _found switch
        {
            null => SharedTexts.Texts["NewestListed", _listed?.Count ?? 0, _listed?.Total ?? 0],
            { Total: 0 } => SharedTexts.Texts["NoNameHolds", Sought],
            { IsCut: true } f => SharedTexts.Texts["FirstNamesListed", f.Count, f.Total, Sought],
            var f => SharedTexts.Texts.Count("NamesHold", f.Total, Sought),
        };

    /// <summary>Those that are listed, and those that are chosen.</summary>
    public IEnumerable<SelectOption> Shown(params IReadOnlyList<Guid> chosen)
    {
        IReadOnlyList<SelectOption> listed = _found ?? _listed ?? new SelectOptions(_kind, [], 0);
        return listed.Concat(
            chosen.Where(id => listed.All(l => l.Id != id)).Select(id => _chosen.GetValueOrDefault(id)).OfType<SelectOption>()
        );
    }

    /// <summary>Reads them, for the first time or after an edit.</summary>
    public async Task LoadAsync()
    {
        var found = Sought.Length > 0 ? await _queries.FindAsync(_kind, Sought) : null;
        (_listed, _found) = (await _queries.ListAsync(_kind), found);
    }

    /// <summary>Looks for records whose name holds some words; for none, lists the newest again.</summary>
    public async Task FindAsync(string words)
    {
        var sought = words.Trim();
        Sought = sought;
        var found = sought.Length > 0 ? await _queries.FindAsync(_kind, sought) : null;
        if (Sought == sought) // no more was typed meanwhile
        {
            _found = found;
        }
    }

    /// <summary>Looks up what records are called that are chosen and perhaps not listed.</summary>
    public async Task NameAsync(params IReadOnlyList<Guid> chosen)
    {
        foreach (var listed in Shown().Where(l => chosen.Contains(l.Id)))
        {
            _chosen[listed.Id] = listed; // it stays chosen when other words are looked for
        }

        var unknown = chosen.Where(id => !_chosen.ContainsKey(id)).ToList();
        if (unknown.Count > 0)
        {
            foreach (var (id, name) in await _queries.NamesAsync(unknown.Select(id => (_kind, id))))
            {
                _chosen[id] = new(id, name);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _listener.Dispose();
}
