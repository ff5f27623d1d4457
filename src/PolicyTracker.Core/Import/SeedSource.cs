using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Actors;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Text;
using PolicyTracker.Text.Anchoring;

namespace PolicyTracker.Core.Import;

/// <summary>The announcement of a seed file and its text, of which the records of the file are quoted.</summary>
internal sealed class SeedSource(TrackerDb db, SeedSlugs slugs, SeedAnnouncement seed, string text)
{
    private SourceVersion? _version;

    /// <summary>Whether an editor took the announcement away.</summary>
    public bool IsRemoved { get; private set; }

    /// <summary>Looks whether the store has the text already.</summary>
    /// <exception cref="Refusal">It has the announcement, and not with this text.</exception>
    public async Task FindAsync()
    {
        if (!slugs.Had<Announcement>(seed.Slug))
        {
            return;
        }

        if (slugs.Find<Announcement>(seed.Slug) is not { } id)
        {
            IsRemoved = true;
            return;
        }

        var hash = SourceText.Sha256(text);
        _version =
            await db.Set<SourceVersion>().FirstOrDefaultAsync(v => v.AnnouncementId == id && v.Sha256 == hash)
            ?? throw Refusal.SeedTextUnknown(seed.Text, seed.Slug);
    }

    /// <summary>Adds the announcement and its text where the store does not have them.</summary>
    /// <param name="jurisdiction">Whose policy it announces.</param>
    /// <exception cref="Refusal">A field is wrong.</exception>
    public void AddIfNew(Guid? jurisdiction)
    {
        if (_version is not null)
        {
            return;
        }

        var announcement = new Announcement
        {
            Slug = seed.Slug,
            Title = seed.Title,
            IssuerId = slugs.Find<Actor>(seed.Issuer) ?? throw Refusal.SeedIssuerRemoved(seed.Issuer),
            SpeakerId = slugs.Find<Actor>(seed.Speaker),
            AnnouncementKind = SeedValues.Word<AnnouncementKind>(seed.Kind),
            Date = Period.ParseDate(seed.Date) ?? throw Refusal.SeedDate(seed.Date),
            DateBasis = SeedValues.Word<DateBasis>(seed.DateBasis),
            DateNote = seed.DateNote?.Trim(),
            Language = seed.Language,
            Address = seed.Address,
            Licence = seed.Licence?.Trim(),
            Note = seed.Note?.Trim(),
            JurisdictionId = jurisdiction,
        };
        slugs.Add(seed.Slug, announcement);
        _version = new()
        {
            AnnouncementId = announcement.Id,
            Number = 1,
            Text = text,
            Sha256 = SourceText.Sha256(text),
        };
        db.AddRange(announcement, _version);
    }

    /// <summary>Quotes words of the text for a record that the edit adds.</summary>
    /// <exception cref="Refusal">They are not in it, or twice.</exception>
    public void Quote(string slug, List<SeedQuotation> quotations, Record record)
    {
        foreach (var words in quotations)
        {
            var places = new TextQuote(words.Exact, words.Prefix, words.Suffix).FindIn(text);
            if (!places.IsUnique)
            {
                throw places.Count == 0
                    ? Refusal.SeedQuotationMissing(record.Kind, slug, words.Exact, seed.Text)
                    : Refusal.SeedQuotationTwice(record.Kind, slug, words.Exact, seed.Text);
            }

            var annotation = Annotation.At(_version!, new(places.Start, places.Start + words.Exact.Length));
            (annotation.SupportsKind, annotation.SupportsId, annotation.Origin) = (record.Kind, record.Id, AnnotationOrigin.Seeded);
            db.Add(annotation);
        }
    }
}
