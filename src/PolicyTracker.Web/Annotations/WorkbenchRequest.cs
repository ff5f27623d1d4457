using PolicyTracker.Core.Accounts;

namespace PolicyTracker.Web.Annotations;

/// <summary>What an editor opens a workbench for, and what it asks of the page on which it stands.</summary>
/// <param name="Slug">The announcement.</param>
/// <param name="Carry">A quotation of an older version for which words of the newest are to be marked.</param>
/// <param name="Who">Who edits, asked anew with each edit.</param>
/// <param name="Tab">The name of the browser's tab; null while there is none.</param>
/// <param name="Dispatch">Does something where the page's own events are handled.</param>
internal sealed record WorkbenchRequest(
    string Slug,
    Guid? Carry,
    Func<Task<Editor>> Who,
    Func<Task<string?>> Tab,
    Func<Func<Task>, Task> Dispatch
);
