using System.Globalization;
using System.Linq.Expressions;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.History;
using PolicyTracker.Text.Anchoring;

namespace PolicyTracker.Core.Import;

/// <summary>What became of an annotation of a file.</summary>
public enum ImportResult
{
    /// <summary>It was added.</summary>
    Added,

    /// <summary>It was here already.</summary>
    Known,

    /// <summary>It was not added; the reason is told.</summary>
    Left,
}

/// <summary>What became of an annotation of a file, and why.</summary>
/// <param name="Id">Its identity in the file.</param>
/// <param name="Exact">The words that it quotes; empty where it quotes none.</param>
/// <param name="Result">What became of it.</param>
/// <param name="Why">Why it was left, in a sentence that says what to do; empty otherwise.</param>
/// <param name="Announcement">The announcement that it was looked for in.</param>
/// <param name="State">How sure the place of its words is.</param>
/// <param name="Start">Their place there, in code points; -1 where there is none.</param>
/// <param name="End">Behind the last, in code points.</param>
public sealed record ImportedAnnotation(string Id, string Exact, ImportResult Result, string Why, string? Announcement = null, AnchorState? State = null, int Start = -1, int End = -1);

/// <summary>
/// Takes annotations over from other programs. Each is anchored by its words; one that is not surely found is left, with what
/// was found. A comment stays a comment; a link to a record that this tracker has becomes a quotation of it.
/// </summary>
public sealed partial class AnnotationImport(IDbContextFactory<TrackerDb> contexts, EditDoor door)
{
    /// <summary>Imports annotations.</summary>
    /// <param name="by">Who edits.</param>
    /// <param name="annotations">The annotations, as <see cref="AnnotationFile"/> reads them.</param>
    /// <param name="announcement">The slug of the announcement whose words they quote, for those whose page is no announcement's address.</param>
    /// <param name="cancel">Gives up; nothing is imported then.</param>
    /// <returns>What became of each, in the order of the file.</returns>
    /// <exception cref="RefusedException">There is no such announcement, or the editor may not edit.</exception>
    public async Task<IReadOnlyList<ImportedAnnotation>> RunAsync(Editor by, IReadOnlyList<ForeignAnnotation> annotations, string? announcement = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(annotations);
        var planned = await Task.Run(() => PlanAsync(annotations, announcement, cancel), cancel);
        return await door.EditAsync(by, "Imported from a file of annotations", async db =>
        {
            db.Confirmed = Confirmation.OfAll; // what is doubtful was left
            var results = new List<ImportedAnnotation>();
            foreach (var plan in planned)
            {
                results.Add(plan.Place is { } place ? await AddAsync(db, plan, place, cancel) : plan.Result);
            }

            return results;
        }, cancel: cancel);
    }

    private async Task<List<Planned>> PlanAsync(IReadOnlyList<ForeignAnnotation> annotations, string? announcement, CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        if (announcement is not null && !await db.Announcements.AnyAsync(n => n.Slug == announcement, cancel))
        {
            throw new RefusedException($"There is no announcement “{announcement}”. Its short name stands at the end of its page's address.");
        }

        var texts = await (
            from n in db.Announcements
            join v in db.SourceVersions on n.Id equals v.AnnouncementId
            orderby v.Number descending
            select new KnownText(n.Slug, n.Address, v.Number, v.Id)).ToListAsync(cancel);
        var read = new Dictionary<Guid, (SourceVersion Source, QuoteFinder Finder)>();
        var planned = new List<Planned>();
        foreach (var annotation in annotations)
        {
            var (text, why) = Choose(annotation, texts, announcement);
            if (text is null)
            {
                planned.Add(new(annotation, new(annotation.Id, annotation.Quote?.Exact ?? "", ImportResult.Left, why)));
                continue;
            }

            if (!read.TryGetValue(text.Id, out var opened))
            {
                var source = await db.SourceVersions.AsNoTracking().FirstAsync(v => v.Id == text.Id, cancel);
                read[text.Id] = opened = (source, new(source.Text));
            }

            planned.Add(Plan(annotation, text.Slug, opened.Source, opened.Finder, cancel));
        }

        return planned;
    }

    // The version that the annotation names, else the newest of the announcement whose page it names, else of the one given.
    private static (KnownText? Text, string Why) Choose(ForeignAnnotation a, List<KnownText> texts, string? announcement)
    {
        if (a.Quote is null)
        {
            return (null, "It quotes no words (a note on the whole page, or a position alone). Add it as a comment by hand.");
        }

        var named = SlugOf(a.Source, texts);
        if ((named ?? announcement) is not { } slug)
        {
            return (null, $"Its page {a.Source ?? "(none given)"} is no announcement here. Name the announcement that it quotes.");
        }

        if (announcement is not null && slug != announcement)
        {
            return (null, $"It quotes the announcement “{slug}”. Import it there.");
        }

        var number = named is not null && Version().Match(a.Source!) is { Success: true } asked ? int.Parse(asked.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
        return (texts.Find(t => t.Slug == slug && t.Number == number) ?? texts.Find(t => t.Slug == slug), "");
    }

    private static Planned Plan(ForeignAnnotation a, string slug, SourceVersion source, QuoteFinder finder, CancellationToken cancel)
    {
        int? hint = a.Start is not { } start ? null : start > source.Map.Length ? source.Text.Length : source.Map.ToUtf16(start);
        var found = finder.Find(a.Quote!, hint, cancel: cancel);
        var words = found.Start < 0 ? "" : source.Text[found.Start..found.End];
        var why = found.State switch
        {
            AnchorState.Exact or AnchorState.Moved => words.Length > Annotation.MostCharacters ? $"It quotes {words.Length} characters; the most is {Annotation.MostCharacters}. Quote the sentence that says it." : "",
            AnchorState.Lost => $"Its words are not in version {source.Number} of the text.",
            AnchorState.Edited => $"Version {source.Number} of the text says it in other words: “{words}”. Mark those by hand if they are meant.",
            _ => $"It is not sure which words of version {source.Number} are meant; perhaps “{words}”. Mark them by hand.",
        };
        why = why.Length == 0 && WordRules.CutOff(source, found.Start, found.End) is { } cut ? $"{cut.Message} Mark them by hand as they are meant." : why;
        var result = new ImportedAnnotation(a.Id, a.Quote!.Exact, why.Length == 0 ? ImportResult.Added : ImportResult.Left, why, slug, found.State,
            found.Start < 0 ? -1 : source.Map.ToCodePoint(found.Start), found.Start < 0 ? -1 : source.Map.ToCodePoint(found.End));
        return new(a, result, why.Length == 0 ? (source.Id, found.Start, found.End) : null);
    }

    private static async Task<ImportedAnnotation> AddAsync(TrackerDb db, Planned plan, (Guid Source, int Start, int End) place, CancellationToken cancel)
    {
        var source = await db.SourceVersions.FindAsync([place.Source], cancel) ?? throw new RefusedException("A text was removed meanwhile. Import the file again.");
        var wanted = plan.Annotation.Records.SelectMany(id => Enum.GetValues<RecordKind>().Where(k => k is not (RecordKind.Annotation or RecordKind.SourceVersion)).Select(k => (k, id)));
        var supports = (await db.RefsAsync(wanted, cancel)).Values.FirstOrDefault();
        var said = supports is null ? plan.Annotation.Comment : plan.Annotation.LinkComment;
        var comment = said.Length > 0 ? said : supports is null ? "Highlighted." : null;
        if (comment?.Length > Annotation.MostCharacters)
        {
            return plan.Result with { Result = ImportResult.Left, Why = $"Its comment has {comment.Length} characters; the most is {Annotation.MostCharacters}. Shorten it." };
        }

        Guid? own = plan.Annotation.Id.StartsWith("urn:uuid:", StringComparison.Ordinal) && Guid.TryParse(plan.Annotation.Id.AsSpan(9), out var id) ? id : null;
        var supportsId = supports?.Id;
        Expression<Func<Annotation, bool>> same = a => a.Id == own || (a.SourceVersionId == source.Id && a.Start == place.Start && a.End == place.End && a.SupportsId == supportsId && a.Comment == comment);
        if (await db.Annotations.IgnoreQueryFilters().AnyAsync(same, cancel) || db.Annotations.Local.Any(same.Compile()))
        {
            return plan.Result with { Result = ImportResult.Known };
        }

        var annotation = Annotation.At(source, place.Start, place.End, own);
        (annotation.SupportsKind, annotation.SupportsId, annotation.Comment, annotation.Origin) = (supports?.Kind, supports?.Id, comment, AnnotationOrigin.Imported);
        db.Add(annotation);
        return plan.Result;
    }

    // An announcement's page in a tracker, or the address that it was published at.
    private static string? SlugOf(string? source, List<KnownText> texts)
    {
        if (!Uri.TryCreate(source, UriKind.Absolute, out var address))
        {
            return null;
        }

        var slug = Page().Match(address.AbsolutePath) is { Success: true } page ? page.Groups[1].Value : null;
        return (texts.Find(t => t.Slug == slug) ?? texts.Find(t => t.Address is { } known && Plain(known) == Plain(source)))?.Slug;
    }

    private static string Plain(string address) => Scheme().Replace(address.Split('#')[0], "").TrimEnd('/').ToLowerInvariant();

    [GeneratedRegex("^/announcements/([a-z0-9-]+)/?$")]
    private static partial Regex Page();

    [GeneratedRegex(@"[?&]version=([0-9]{1,6})(&|#|$)")]
    private static partial Regex Version();

    [GeneratedRegex("^https?://(www\\.)?", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();

    private sealed record KnownText(string Slug, string? Address, int Number, Guid Id);

    private sealed record Planned(ForeignAnnotation Annotation, ImportedAnnotation Result, (Guid Source, int Start, int End)? Place = null);
}
