using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.History;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Text;
using static PolicyTracker.Core.Import.ImportTexts;

namespace PolicyTracker.Core.Import;

/// <summary>Writes one batch of an import: adds what is new, changes what was changed where it comes from, and leaves the rest.</summary>
internal sealed class ImportWriter(TrackerDb db, ImportPlans plans)
{
    /// <summary>The reason in the history of what an import wrote.</summary>
    public static string Why => EditReasons.Texts["Imported"];

    private static readonly RecordKind[] Linked = [.. RecordDescriptors.All.Where(d => d.IsSupported).Select(d => d.Kind)];

    private Dictionary<Guid, RecordLink> _records = [];
    private ILookup<string, Annotation> _byKey = Array.Empty<Annotation>().ToLookup(_ => "");
    private Dictionary<Guid, Annotation> _byId = [];
    private HashSet<string> _waiting = [];

    /// <summary>Writes a batch.</summary>
    /// <returns>What became of each.</returns>
    public async Task<List<ImportedAnnotation>> WriteAsync(IReadOnlyList<PlannedAnnotation> planned, CancellationToken cancel)
    {
        _records = await db.LinksAsync(
            planned.SelectMany(p => p.Annotation.Records).Distinct().SelectMany(id => Linked.Select(k => (k, id))),
            cancel
        );
        var keys = planned.Where(p => p.Annotation.Key is not null).Select(p => Key(p.Annotation)!).Distinct().ToList();
        var own = planned.Select(p => Own(p.Annotation)).OfType<Guid>().Distinct().ToList();
        var known = await db.Set<Annotation>()
            .IgnoreQueryFilters()
            .Where(a => (a.ForeignId != null && keys.Contains(a.ForeignId)) || own.Contains(a.Id))
            .ToListAsync(cancel);
        _byKey = known.Where(a => a.ForeignId is not null).ToLookup(a => a.ForeignId!);
        _byId = known.ToDictionary(a => a.Id);
        _waiting = await RecordWriter.ApprovalIsRequiredAsync(db, cancel) ? await WaitingAsync(cancel) : [];
        var announcements = known.Count == 0 ? [] : await AnnouncementsAsync(known, cancel);

        var results = new List<ImportedAnnotation>(planned.Count);
        foreach (var plan in planned)
        {
            results.Add(await WriteAsync(plan, announcements, cancel));
        }

        return results;
    }

    private async Task<ImportedAnnotation> WriteAsync(
        PlannedAnnotation plan,
        Dictionary<Guid, string> announcements,
        CancellationToken cancel
    )
    {
        var (annotation, result) = (plan.Annotation, plan.Result);
        var key = Key(annotation);
        if (key is not null && plan.Place is not null && !plans.Taken.Add($"{result.Announcement}\n{key}"))
        {
            return Left(result, Texts["SameIdentity"]);
        }

        var there =
            (Own(annotation) is { } id ? _byId.GetValueOrDefault(id) : null)
            ?? (
                key is null
                    ? null
                    : _byKey[key]
                        .FirstOrDefault(a =>
                            result.Announcement is null || announcements.GetValueOrDefault(a.SourceVersionId) == result.Announcement
                        )
            );
        if (there is not null)
        {
            return await AgainAsync(plan, there, cancel);
        }

        if (plan.Place is null)
        {
            return result;
        }

        if (key is not null && _waiting.Contains(key))
        {
            return result with { Result = ImportResult.Known, Why = Texts["WaitsForAnother"] };
        }

        var (supports, comment) = Said(annotation);
        if (comment is not null && Fault(comment) is { } fault)
        {
            return Left(result, fault);
        }

        var range = plan.Place.Place!.Value; // it has one where nothing says why not
        var same = new SameAnnotation(plan.Planner!.Source.Id, range, supports?.Id, comment);
        if (plans.Standing.TryGetValue(same, out var standing))
        {
            return standing.RemovedAt is { } at ? Left(result, Removed(standing.Id, at)) : result with { Result = ImportResult.Known };
        }

        if (plan.Doubt is { } doubt)
        {
            return Left(result, doubt);
        }

        var made = Annotation.At(plan.Planner.Source, range, Own(annotation));
        made.Origin = AnnotationOrigin.Imported;
        Set(made, annotation, supports, comment);
        db.Add(made);
        plans.Standing[same] = (made.Id, null);
        return result;
    }

    // It was here before: the same, changed there, changed here, or removed.
    private async Task<ImportedAnnotation> AgainAsync(PlannedAnnotation plan, Annotation there, CancellationToken cancel)
    {
        var (annotation, result) = (plan.Annotation, plan.Result);
        if (there.RemovedAt is { } at)
        {
            return Left(result, Removed(there.Id, at));
        }

        var (supports, comment) = Said(annotation);
        var isSame = there.ForeignDigest is { } digest
            ? digest == annotation.Digest()
            : there.SupportsId == supports?.Id && there.Comment == comment && there.Exact == annotation.Place.Quote?.Exact;
        if (annotation.Restriction is { } restriction && plan.Place is null && result.Why.StartsWith(restriction, StringComparison.Ordinal))
        {
            return Left(result, Texts["StandsFromImport", restriction]);
        }

        if (isSame)
        {
            return result with { Result = ImportResult.Known, Why = plan.Place is null ? "" : result.Why };
        }

        if (plan.Place is null || plan.Doubt is not null)
        {
            return Left(result, Texts["ChangedThere", plan.Doubt ?? result.Why]);
        }

        if (there.ForeignDigest is null || await IsChangedHereAsync(there, cancel))
        {
            return Left(result, Texts["ChangedHere"]);
        }

        if (comment is not null && Fault(comment) is { } fault)
        {
            return Left(result, fault);
        }

        if (there.SourceVersionId != plan.Planner!.Source.Id || there.Chars != plan.Place.Place)
        {
            there.MoveTo(plan.Planner.Source, plan.Place.Place!.Value);
        }

        Set(there, annotation, supports, comment);
        return result with { Result = ImportResult.Changed };
    }

    // Whether what it says is no longer what the last import made of it.
    private async Task<bool> IsChangedHereAsync(Annotation there, CancellationToken cancel)
    {
        var imported = await db.Set<Revision>()
            .Where(r => r.RecordKind == RecordKind.Annotation && r.RecordId == there.Id && r.Edit.Origin == EditOrigin.Import)
            .OrderByDescending(r => r.Sequence)
            .Select(r => r.Content)
            .FirstOrDefaultAsync(cancel);
        return imported is not null
            && JsonNode.Parse(imported) is { } content
            && ((string?)content["comment"] != there.Comment || (Guid?)content["supportsId"] != there.SupportsId);
    }

    private static void Set(Annotation made, ForeignAnnotation annotation, RecordLink? supports, string? comment)
    {
        (made.SupportsKind, made.SupportsId, made.Comment) = (supports?.Kind, supports?.Id, comment);
        made.ForeignId = Key(annotation);
        made.ForeignDigest = made.ForeignId is null ? null : annotation.Digest();
    }

    private (RecordLink? Supports, string? Comment) Said(ForeignAnnotation annotation)
    {
        var supports = annotation.Records.Select(id => _records.GetValueOrDefault(id)).FirstOrDefault(r => r is not null);
        var said = supports is null ? annotation.Comment : annotation.LinkComment;
        return (
            supports,
            said.Length > 0 ? said
            : supports is null ? Texts["Highlighted"]
            : null
        );
    }

    private static string? Fault(string comment) =>
        comment.Length > Annotation.MaxCharacters ? Texts["CommentTooLong", comment.Length, Annotation.MaxCharacters]
        : PlainText.Fault(comment, hasLines: true) is { } fault ? Texts["CommentCharacter", fault.CodePoint, fault.Position]
        : null;

    private static ImportedAnnotation Left(ImportedAnnotation result, string why) => result with { Result = ImportResult.Left, Why = why };

    private static string Removed(Guid id, DateTime at) => Texts["RemovedHere", at, id];

    private static Guid? Own(ForeignAnnotation annotation) =>
        annotation.Id.StartsWith("urn:uuid:", StringComparison.Ordinal)
        && annotation.Key == annotation.Id
        && Guid.TryParse(annotation.Id.AsSpan(9), out var id)
            ? id
            : null;

    // As long as an index takes; what is longer is known by its digest.
    private static string? Key(ForeignAnnotation annotation) =>
        annotation.Key is not { } key || (key.Length <= 200 && PlainText.Fault(key, hasLines: false) is null)
            ? annotation.Key
            : "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private async Task<Dictionary<Guid, string>> AnnouncementsAsync(List<Annotation> known, CancellationToken cancel)
    {
        var versions = known.Select(a => a.SourceVersionId).Distinct().ToList();
        return await db.Set<SourceVersion>()
            .IgnoreQueryFilters()
            .Where(v => versions.Contains(v.Id))
            .Join(db.Set<Announcement>().IgnoreQueryFilters(), v => v.AnnouncementId, n => n.Id, (v, n) => new { v.Id, n.Slug })
            .ToDictionaryAsync(r => r.Id, r => r.Slug, cancel);
    }

    // What was imported and is not approved yet is not doubled.
    private async Task<HashSet<string>> WaitingAsync(CancellationToken cancel)
    {
        var edits = await db.Set<ProposedEdit>()
            .Where(e => e.State == ProposalState.Waiting && e.Origin == EditOrigin.Import)
            .Select(e => e.Records)
            .ToListAsync(cancel);
        return [.. edits.SelectMany(Approvals.RecordsOf).Select(r => (string?)JsonNode.Parse(r.Content)?["foreignId"]).OfType<string>()];
    }
}
