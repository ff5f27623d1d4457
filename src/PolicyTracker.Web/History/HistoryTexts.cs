using Microsoft.AspNetCore.Components;
using PolicyTracker.Core.Localization;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.History;

/// <summary>The sentences of histories, lists of changes and edits that wait.</summary>
internal static class HistoryTexts
{
    public static TextResource Texts { get; } = new(typeof(HistoryTexts));

    /// <summary>When an edit was made, by whom, and why where that was said.</summary>
    public static RenderFragment By(DateTime at, string by, string? why) =>
        string.IsNullOrEmpty(why)
            ? Texts.Sentence("EditedBy", Inline.Time(at), by)
            : Texts.Sentence("EditedByForReason", Inline.Time(at), by, Inline.Record(why));
}
