using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Text;

namespace PolicyTracker.Core.Announcements;

/// <summary>Quoted words of a text: a range for marking them, one for naming them, and what they support.</summary>
public sealed record Highlight(Guid Id, CharRange Chars, CodePointRange CodePoints, string Exact, RecordLink? Supports, string? Comment)
{
    /// <summary>The version of the annotation, for an edit of it.</summary>
    public int Version { get; init; }
}

internal static class HighlightReading
{
    /// <summary>The accepted ones of some annotations in their order, each with the text that it is of; reads no text.</summary>
    public static async Task<List<(Guid Of, int? NotInVersion, Highlight Highlight)>> HighlightsAsync(
        this TrackerDb db,
        IQueryable<Annotation> annotations,
        CancellationToken cancel
    )
    {
        var rows = await annotations
            .Where(a => a.State == AnnotationState.Accepted)
            .OrderBy(a => a.Start)
            .ThenByDescending(a => a.End)
            .ThenBy(a => a.Id)
            .Select(a => new
            {
                a.Id,
                a.SourceVersionId,
                a.NotInVersion,
                a.Start,
                a.End,
                a.StartCodePoint,
                a.EndCodePoint,
                a.Exact,
                a.SupportsKind,
                a.SupportsId,
                a.Comment,
                a.Version,
            })
            .ToListAsync(cancel);
        var records = await db.LinksAsync(
            rows.Where(a => a.SupportsId != null).Select(a => (a.SupportsKind!.Value, a.SupportsId!.Value)),
            cancel
        );
        return
        [
            .. rows.Select(a =>
                (
                    a.SourceVersionId,
                    a.NotInVersion,
                    new Highlight(
                        a.Id,
                        new(a.Start, a.End),
                        new(a.StartCodePoint, a.EndCodePoint),
                        a.Exact,
                        a.SupportsId is { } id ? records.GetValueOrDefault(id) : null,
                        a.Comment
                    )
                    {
                        Version = a.Version,
                    }
                )
            ),
        ];
    }
}
