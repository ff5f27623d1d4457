using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Annotations;

/// <summary>What an editor may choose from while annotating.</summary>
public sealed record WorkbenchChoices(
    SelectOptions Pillars,
    SelectOptions Goals,
    SelectOptions Commitments,
    SelectOptions Indicators,
    SelectOptions Terms,
    SelectOptions Actors,
    SelectOptions Initiatives,
    SelectOptions Topics
);

/// <summary>What the workbench needs besides the text: the version to base an edit of an annotation on.</summary>
/// <param name="SourceVersionId">The text that is being annotated.</param>
/// <param name="Versions">The version of each annotation of that text.</param>
/// <param name="Choices">What can be chosen.</param>
public sealed record Workbench(Guid SourceVersionId, IReadOnlyDictionary<Guid, int> Versions, WorkbenchChoices Choices);

/// <summary>What editors ask while annotating.</summary>
public sealed class WorkbenchQueries(IDbContextFactory<TrackerDb> contexts, SelectOptionQueries choices)
{
    /// <summary>The workbench of the newest text of an announcement; null where there is no such announcement.</summary>
    public async Task<Workbench?> FindAsync(string slug, CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var source = await db
            .Announcements.Where(a => a.Slug == slug)
            .Join(db.SourceVersions, a => a.Id, v => v.AnnouncementId, (_, v) => new { v.Id, v.Number })
            .OrderByDescending(v => v.Number)
            .FirstOrDefaultAsync(cancel);
        if (source is null)
        {
            return null;
        }

        var versions = await db
            .Annotations.Where(a => a.SourceVersionId == source.Id)
            .Select(a => new { a.Id, a.Version })
            .ToDictionaryAsync(a => a.Id, a => a.Version, cancel);
        return new Workbench(source.Id, versions, await ChoicesAsync(cancel));
    }

    /// <summary>What can be chosen, in the order in which it is shown.</summary>
    public async Task<WorkbenchChoices> ChoicesAsync(CancellationToken cancel = default) =>
        new(
            await choices.ListAsync(RecordKind.Pillar, cancel),
            await choices.ListAsync(RecordKind.Goal, cancel),
            await choices.ListAsync(RecordKind.Commitment, cancel),
            await choices.ListAsync(RecordKind.Indicator, cancel),
            await choices.ListAsync(RecordKind.Term, cancel),
            await choices.ListAsync(RecordKind.Actor, cancel),
            await choices.ListAsync(RecordKind.Initiative, cancel),
            await choices.ListAsync(RecordKind.Topic, cancel)
        );
}
