using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Actors;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Jurisdictions;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Text;

namespace PolicyTracker.Core.Announcements;

/// <summary>Adds source documents and later versions of them.</summary>
public sealed class AnnouncementEdits(RecordWriter writer, ReanchorEdits reanchor, TimeProvider clock)
{
    /// <summary>Adds an announcement with the first version of its text.</summary>
    /// <returns>Its slug.</returns>
    /// <exception cref="Refusal">The text can't be a source.</exception>
    /// <exception cref="Refusal">A field is missing or wrong.</exception>
    public Task<string> AddAsync(Editor by, NewAnnouncement made, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(made);
        CheckTyped(made);
        var text = SourceTexts.Prepare(made.Text);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var date = made.Date ?? throw Refusal.DateMissing();
        if (date.FirstDay > today.AddDays(1)) // a day's grace: it may be tomorrow already where the editor is
        {
            throw Refusal.DateInFuture(date.ToString());
        }

        return writer.EditAsync(
            by,
            EditReasons.Texts["AnnouncementAdded"],
            async db =>
            {
                var slug = made.Slug.Trim() is { Length: > 0 } given ? given : Slug.From(made.Title, "announcement");
                if (await db.Set<Announcement>().IgnoreQueryFilters().AnyAsync(a => a.Slug == slug, cancel))
                {
                    throw Refusal.AnnouncementSlugTaken(slug);
                }

                var jurisdiction = await JurisdictionAsync(db, made.Jurisdiction?.Trim(), cancel);
                var announcement = new Announcement
                {
                    Slug = slug,
                    Title = made.Title.Trim(),
                    IssuerId = await IssuerAsync(db, made.Issuer.Trim(), jurisdiction, cancel),
                    AnnouncementKind = made.Kind,
                    Date = date,
                    DateBasis = made.DateBasis,
                    DateNote = made.DateNote,
                    Language = made.Language.Trim(),
                    Address = string.IsNullOrWhiteSpace(made.Address) ? null : made.Address.Trim(),
                    JurisdictionId = jurisdiction,
                };
                db.Add(announcement);
                db.Add(
                    new SourceVersion
                    {
                        AnnouncementId = announcement.Id,
                        Number = 1,
                        Text = text,
                        Sha256 = SourceText.Sha256(text),
                    }
                );
                return slug;
            },
            isPublication: false,
            cancel: cancel
        ); // a text states nothing until words of it are quoted
    }

    /// <summary>
    /// Adds another version of an announcement's text and carries over the quotations whose words are the same in it. The
    /// others stay quotations of the older text until an editor settles them.
    /// </summary>
    /// <returns>What became of each quotation of older versions.</returns>
    /// <exception cref="Refusal">The text can't be a source.</exception>
    /// <exception cref="Refusal">The text is the newest version's own, or another version came in meanwhile.</exception>
    public async Task<IReadOnlyList<ReanchoredQuotation>> AddVersionAsync(
        Editor by,
        string slug,
        NewVersion made,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(made);
        var text = SourceTexts.Prepare(made.Text);
        var sha256 = SourceText.Sha256(text);
        if (made.Why.Length > 500)
        {
            throw Refusal.ReasonTooLong(made.Why.Length, 500);
        }

        await writer.EditAsync(
            by,
            made.Why.Trim() is { Length: > 0 } why ? why : EditReasons.Texts["NewVersion"],
            async db =>
            {
                var announcement =
                    await db.Set<Announcement>().FirstOrDefaultAsync(a => a.Slug == slug, cancel)
                    ?? throw Refusal.RemovedMeanwhile(RecordKind.Announcement);
                var newest = await db.Set<SourceVersion>()
                    .Where(v => v.AnnouncementId == announcement.Id)
                    .OrderByDescending(v => v.Number)
                    .FirstAsync(cancel);
                if (newest.Sha256 == sha256)
                {
                    throw Refusal.SameText(newest.Number);
                }

                if (newest.Number != made.After)
                {
                    throw Refusal.VersionCameIn(newest.Number);
                }

                db.Add(
                    new SourceVersion
                    {
                        AnnouncementId = announcement.Id,
                        Number = newest.Number + 1,
                        Text = text,
                        Sha256 = sha256,
                    }
                );
                return newest.Number + 1;
            },
            isPublication: false,
            cancel: cancel
        ); // a text states nothing until words of it are quoted
        return await reanchor.CarryAsync(by, slug, cancel: cancel);
    }

    // Before anything is asked of the store: a field that holds what no text holds is named. Records have their own rules besides.
    private static void CheckTyped(NewAnnouncement made)
    {
        RecordRules.CheckTyped(made.Title, "title", RuleTexts.Texts["Title"], hasLines: false);
        RecordRules.CheckTyped(made.Slug, "slug", RuleTexts.Texts["ShortName"], hasLines: false);
        RecordRules.CheckTyped(made.Issuer, "issuer", RuleTexts.Texts["Issuer"], hasLines: false);
        RecordRules.CheckTyped(made.Jurisdiction, "jurisdiction", RuleTexts.Texts["Jurisdiction"], hasLines: false);
        RecordRules.CheckTyped(made.DateNote, "dateNote", RuleTexts.Texts["NoteOnTheDate"], hasLines: true);
        RecordRules.CheckTyped(made.Language, "language", RuleTexts.Texts["Language"], hasLines: false);
        RecordRules.CheckTyped(made.Address, "address", RuleTexts.Texts["WebAddress"], hasLines: false);
    }

    private static async Task<Guid?> JurisdictionAsync(TrackerDb db, string? slug, CancellationToken cancel) =>
        string.IsNullOrEmpty(slug) ? null : await JurisdictionQueries.FindAsync(db, slug, cancel) ?? throw Refusal.NoJurisdiction(slug);

    // Two jurisdictions may each have a Ministry of Education: that of the announcement's, else one that belongs to none.
    private static async Task<Guid> IssuerAsync(TrackerDb db, string name, Guid? jurisdiction, CancellationToken cancel)
    {
        if (name.Length is 0 or > 300)
        {
            throw name.Length == 0 ? Refusal.IssuerEmpty() : Refusal.IssuerTooLong(name.Length, 300);
        }

        var known = await db.Set<Actor>()
            .InJurisdiction(jurisdiction)
            .OrderBy(a => a.JurisdictionId == null)
            .FirstOrDefaultAsync(a => a.Name == name || a.NameZh == name || a.Slug == name, cancel);
        if (known is null)
        {
            var slug = Slug.From(name, "actor");
            slug = await db.Set<Actor>().IgnoreQueryFilters().AnyAsync(a => a.Slug == slug, cancel) ? Slug.From("", slug) : slug;
            db.Add(
                known = new Actor
                {
                    Slug = slug,
                    Name = name,
                    ActorKind = ActorKind.Organisation,
                    JurisdictionId = jurisdiction,
                }
            );
        }

        return known.Id;
    }
}
