using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Web.Collaboration;

/// <summary>Whose threads about what are opened, and where.</summary>
/// <param name="Kind">The kind of the record.</param>
/// <param name="Record">The record.</param>
/// <param name="Who">Who reads and writes, asked anew each time.</param>
/// <param name="Tab">The name of the browser's tab; null while there is none.</param>
/// <param name="Dispatch">Does something where the page's own events are handled.</param>
internal sealed record ThreadDeskRequest(
    RecordKind Kind,
    Guid Record,
    Func<Task<Editor>> Who,
    Func<Task<string?>> Tab,
    Func<Func<Task>, Task> Dispatch
);
