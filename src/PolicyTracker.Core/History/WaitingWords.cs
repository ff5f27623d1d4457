using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Text;

namespace PolicyTracker.Core.History;

/// <summary>Words of a text that an edit which waits would quote, as they stand there.</summary>
/// <param name="Slug">The announcement.</param>
/// <param name="Title">Its title.</param>
/// <param name="Language">Its language.</param>
/// <param name="Version">The version of its text.</param>
/// <param name="Before">What stands before them in the same line.</param>
/// <param name="Exact">The words.</param>
/// <param name="After">What stands behind them.</param>
public sealed record WaitingWords(string Slug, string Title, string Language, int Version, string Before, string Exact, string After);

/// <summary>A quotation that waits for a second editor, for whoever has its text open.</summary>
/// <param name="Annotation">The annotation that it would make, or change.</param>
/// <param name="By">Who proposed it.</param>
/// <param name="Exact">The words.</param>
/// <param name="Chars">Where they stand.</param>
/// <param name="CodePoints">The same in code points.</param>
/// <param name="Supports">The kind of what they support; null for a comment.</param>
public sealed record WaitingQuotation(
    Guid Annotation,
    string By,
    string Exact,
    CharRange Chars,
    CodePointRange CodePoints,
    RecordKind? Supports
);

internal static class WaitingWordsReading
{
    private const int Around = 300; // UTF-16 units of the line shown on each side of the words: nearly always their sentence

    /// <summary>The words that proposed records quote, by the identity of the annotation. A text that waits itself has none yet.</summary>
    public static async Task<Dictionary<Guid, WaitingWords>> WaitingWordsAsync(
        this TrackerDb db,
        IEnumerable<ProposedRecord> records,
        CancellationToken cancel
    )
    {
        var marked = records.Where(r => r.Kind is RecordKind.Annotation).Select(Read).ToList();
        var ids = marked.Select(m => m.SourceVersionId).Distinct().ToList();
        var sources = await (
            from v in db.Set<SourceVersion>()
            where ids.Contains(v.Id)
            join a in db.Set<Announcement>() on v.AnnouncementId equals a.Id
            select new
            {
                v.Id,
                v.Number,
                a.Slug,
                a.Title,
                a.Language,
            }
        ).ToListAsync(cancel);
        var found = new Dictionary<Guid, WaitingWords>();
        foreach (var source in sources)
        {
            var text = (await db.OpenTextAsync(source.Id, cancel))!.Text; // one at a time: each may have megabytes
            foreach (var m in marked.Where(m => m.SourceVersionId == source.Id))
            {
                found[m.Id] = new(
                    source.Slug,
                    source.Title,
                    source.Language,
                    source.Number,
                    WordsAround.Before(text, m.Chars.Start, Around),
                    text[m.Chars.Start..m.Chars.End],
                    WordsAround.After(text, m.Chars.End, Around)
                );
            }
        }

        return found;
    }

    /// <summary>The quotations from a text that wait for a second editor, in its order.</summary>
    public static async Task<List<WaitingQuotation>> WaitingQuotationsAsync(
        this TrackerDb db,
        Guid sourceVersionId,
        CancellationToken cancel
    )
    {
        var text = sourceVersionId.ToString(); // an edit that waits names the text from which it quotes
        var edits = await db.Set<ProposedEdit>()
            .AsNoTracking()
            .Where(e => e.State == ProposalState.Waiting && e.Records.Contains(text))
            .Select(e => new { e.By, e.Records })
            .ToListAsync(cancel);
        return
        [
            .. from e in edits
            from r in Approvals.RecordsOf(e.Records)
            where r.Kind is RecordKind.Annotation
            let words = Read(r)
            where words.SourceVersionId == sourceVersionId
            orderby words.Chars.Start, r.Id
            select new WaitingQuotation(r.Id, e.By, words.Exact, words.Chars, words.CodePoints, words.Supports),
        ];
    }

    private static ProposedWords Read(ProposedRecord annotation)
    {
        var content = JsonNode.Parse(annotation.Content)!.AsObject();
        return new(
            annotation.Id,
            content["sourceVersionId"]!.GetValue<Guid>(),
            new(content["start"]!.GetValue<int>(), content["end"]!.GetValue<int>()),
            new(content["startCodePoint"]!.GetValue<int>(), content["endCodePoint"]!.GetValue<int>()),
            content["exact"]!.GetValue<string>(),
            WireNames.Parse<RecordKind>(content["supportsKind"]?.GetValue<string>())
        );
    }

    private sealed record ProposedWords(
        Guid Id,
        Guid SourceVersionId,
        CharRange Chars,
        CodePointRange CodePoints,
        string Exact,
        RecordKind? Supports
    );
}
