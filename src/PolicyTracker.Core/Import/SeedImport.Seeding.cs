using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Actors;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Glossary;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Initiatives;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Text;
using PolicyTracker.Text.Anchoring;

namespace PolicyTracker.Core.Import;

// What a seed file becomes in a store.
public sealed partial class SeedImport
{
    /// <summary>
    /// One run over the files of a seed. A record is known by every slug that it has or had: one that an editor renamed, merged
    /// or removed is there, whatever it is called now, and is left alone.
    /// </summary>
    private sealed class Seeding(TrackerDb db)
    {
        private readonly Dictionary<(Type, string), Guid> _ids = [];
        private readonly HashSet<(Type, string)> _had = [];
        private readonly HashSet<Guid> _removed = [];
        private SeedFile _file = null!;
        private string _text = "";
        private SourceVersion _source = null!;

        public async Task AddAsync(IReadOnlyList<(SeedFile File, string Text)> files)
        {
            await LoadAsync();
            foreach (var (file, text) in files)
            {
                (_file, _text) = (file, text);
                await AddFileAsync();
                _had.UnionWith(_ids.Keys); // what a file has made, the next may name again
            }
        }

        private async Task AddFileAsync()
        {
            var there = await FindSourceAsync();
            if (there is null && _had.Contains((typeof(Announcement), _file.Announcement.Slug)))
            {
                return; // an editor took the announcement away: nothing can be quoted from it
            }

            var added = new List<(SeedActor Seed, Actor Record)>();
            foreach (var actor in _file.Actors.Where(a => !_had.Contains((typeof(Actor), a.Slug))))
            {
                var record = new Actor
                {
                    Slug = actor.Slug,
                    Name = actor.Name,
                    NameZh = actor.NameZh,
                    ActorKind = Word<ActorKind>(actor.Kind),
                    Role = actor.Role,
                };
                Add(actor, record);
                added.Add((actor, record));
            }

            foreach (var (seed, record) in added)
            {
                record.PartOfId = Find<Actor>(seed.PartOf); // may be named further down
            }

            _source = there ?? AddAnnouncement();
            foreach (var (seed, record) in added)
            {
                Quote(seed.Slug, seed.Quotations, record); // their words are in the announcement, which they had to exist for
            }

            Each(
                _file.Topics,
                (t, order) =>
                    new Topic
                    {
                        Slug = t.Slug,
                        Name = t.Name,
                        NameZh = t.NameZh,
                        Order = order,
                    }
            );
            Each(
                _file.Pillars,
                (p, order) =>
                    new Pillar
                    {
                        Slug = p.Slug,
                        Name = p.Name,
                        NameZh = p.NameZh,
                        Accent = Word<Accent>(p.Accent),
                        Summary = p.Summary.Trim(),
                        Order = order,
                    }
            );
            Each(
                _file.Goals,
                (g, order) =>
                    new Goal
                    {
                        Slug = g.Slug,
                        PillarId = Find<Pillar>(g.Pillar),
                        Title = g.Title,
                        Summary = g.Summary?.Trim(),
                        Order = order,
                    }
            );
            Each(
                _file.Initiatives,
                (i, order) =>
                    new Initiative
                    {
                        Slug = i.Slug,
                        PillarId = Find<Pillar>(i.Pillar),
                        Name = i.Name,
                        NameZh = i.NameZh,
                        InitiativeKind = Word<InitiativeKind>(i.Kind),
                        Summary = i.Summary?.Trim(),
                        Order = order,
                    }
            );
            Each(_file.Commitments, Commitment);
            Each(_file.Indicators, Indicator);
            Each(
                _file.Achievements,
                (a, order) =>
                    new Achievement
                    {
                        Slug = a.Slug,
                        Title = a.Title,
                        PillarId = Find<Pillar>(a.Pillar),
                        GoalId = Find<Goal>(a.Goal),
                        IndicatorId = Find<Indicator>(a.Indicator),
                        Order = order,
                    }
            );
            Each(
                _file.Terms,
                (t, _) =>
                    new Term
                    {
                        Slug = t.Slug,
                        English = t.English,
                        Chinese = t.Chinese,
                        Pinyin = t.Pinyin,
                        Definition = t.Definition.Trim(),
                    }
            );
        }

        // Null where an editor took its goal away: then it has no place here.
        private Commitment? Commitment(SeedCommitment c, int order)
        {
            if (Find<Goal>(c.Goal) is not { } goal)
            {
                return null;
            }

            var commitment = new Commitment
            {
                Slug = c.Slug,
                GoalId = goal,
                Title = c.Title,
                ResponsibleId = Find<Actor>(c.Responsible),
                InitiativeId = Find<Initiative>(c.Initiative),
                Due = c.Due is null ? null : Day(c.Due),
                Timeframe = c.Timeframe,
                Order = order,
            };
            commitment.Topics.AddRange(
                c.Topics.Select(Find<Topic>)
                    .OfType<Guid>()
                    .Distinct()
                    .Select(t => new CommitmentTopic { CommitmentId = commitment.Id, TopicId = t })
            );
            return commitment;
        }

        private Indicator Indicator(SeedIndicator i, int order)
        {
            var indicator = new Indicator
            {
                Slug = i.Slug,
                PillarId = Find<Pillar>(i.Pillar),
                Name = i.Name,
                Definition = i.Definition.Trim(),
                Unit = i.Unit,
                Scale = Number(i.Scale),
                Frequency = i.Frequency,
                Direction = Word<Direction>(i.Direction),
                Order = order,
            };
            foreach (var o in i.Observations)
            {
                var observation = new Observation
                {
                    IndicatorId = indicator.Id,
                    Period = Period.Of(o.Period),
                    Value = Number(o.Value),
                    Comparator = Word<Comparator>(o.Comparator),
                    Note = o.Note?.Trim(),
                };
                db.Add(observation);
                Quote(i.Slug, o.Quotations, observation);
            }

            return indicator;
        }

        private async Task LoadAsync()
        {
            async Task Load<T>()
                where T : Record, IHasSlug
            {
                foreach (
                    var row in await db.Set<T>()
                        .IgnoreQueryFilters()
                        .Select(r => new
                        {
                            r.Id,
                            r.Slug,
                            r.RemovedAt,
                        })
                        .ToListAsync()
                )
                {
                    _ids[(typeof(T), row.Slug)] = row.Id;
                    if (row.RemovedAt is not null)
                    {
                        _removed.Add(row.Id);
                    }
                }
            }

            await Load<Announcement>();
            await Load<Actor>();
            await Load<Topic>();
            await Load<Pillar>();
            await Load<Goal>();
            await Load<Initiative>();
            await Load<Commitment>();
            await Load<Indicator>();
            await Load<Achievement>();
            await Load<Term>();
            foreach (var old in await db.Set<FormerSlug>().AsNoTracking().ToListAsync())
            {
                var key = (RecordDescriptors.Of(old.Kind).Type, old.Slug);
                if (!_ids.TryGetValue(key, out var there) || _removed.Contains(there))
                {
                    _ids[key] = old.RecordId; // renamed, or merged into that one
                }
            }

            _had.UnionWith(_ids.Keys);
        }

        // The text as it stands in the store already; null where there is none yet, or its announcement was taken away.
        private async Task<SourceVersion?> FindSourceAsync()
        {
            if (
                !_had.Contains((typeof(Announcement), _file.Announcement.Slug)) || Find<Announcement>(_file.Announcement.Slug) is not { } id
            )
            {
                return null;
            }

            var hash = SourceText.Sha256(_text);
            return await db.Set<SourceVersion>().FirstOrDefaultAsync(v => v.AnnouncementId == id && v.Sha256 == hash)
                ?? throw Refusal.SeedTextUnknown(_file.Announcement.Text, _file.Announcement.Slug);
        }

        private SourceVersion AddAnnouncement()
        {
            var seed = _file.Announcement;
            var announcement = new Announcement
            {
                Slug = seed.Slug,
                Title = seed.Title,
                IssuerId = Find<Actor>(seed.Issuer) ?? throw Refusal.SeedIssuerRemoved(seed.Issuer),
                SpeakerId = Find<Actor>(seed.Speaker),
                AnnouncementKind = Word<AnnouncementKind>(seed.Kind),
                Date = Period.ParseDate(seed.Date) ?? throw Refusal.SeedDate(seed.Date),
                DateBasis = Word<DateBasis>(seed.DateBasis),
                DateNote = seed.DateNote?.Trim(),
                Language = seed.Language,
                Address = seed.Address,
                Licence = seed.Licence?.Trim(),
                Note = seed.Note?.Trim(),
            };
            _ids[(typeof(Announcement), seed.Slug)] = announcement.Id;
            var source = new SourceVersion
            {
                AnnouncementId = announcement.Id,
                Number = 1,
                Text = _text,
                Sha256 = SourceText.Sha256(_text),
            };
            db.AddRange(announcement, source);
            return source;
        }

        private void Each<TSeed, T>(List<TSeed> seeds, Func<TSeed, int, T?> make)
            where TSeed : SeedRecord
            where T : Record
        {
            for (var i = 0; i < seeds.Count; i++)
            {
                if (!_had.Contains((typeof(T), seeds[i].Slug)) && make(seeds[i], i + 1) is { } record)
                {
                    Add(seeds[i], record);
                    Quote(seeds[i].Slug, seeds[i].Quotations, record);
                }
            }
        }

        private void Add<T>(SeedRecord seed, T record)
            where T : Record
        {
            if (!_ids.TryAdd((typeof(T), seed.Slug), record.Id))
            {
                throw Refusal.SeedTwice(record.Kind, seed.Slug);
            }

            if (record.NeedsQuotation && seed.Quotations.Count == 0)
            {
                throw Refusal.SeedUnquoted(record.Kind, seed.Slug);
            }

            db.Add(record);
        }

        private void Quote(string slug, List<SeedQuotation> quotations, Record record)
        {
            foreach (var seed in quotations)
            {
                var places = new TextQuote(seed.Exact, seed.Prefix, seed.Suffix).FindIn(_text);
                if (!places.IsUnique)
                {
                    throw places.Count == 0
                        ? Refusal.SeedQuotationMissing(record.Kind, slug, seed.Exact, _file.Announcement.Text)
                        : Refusal.SeedQuotationTwice(record.Kind, slug, seed.Exact, _file.Announcement.Text);
                }

                var annotation = Annotation.At(_source, new(places.Start, places.Start + seed.Exact.Length));
                (annotation.SupportsKind, annotation.SupportsId, annotation.Origin) = (record.Kind, record.Id, AnnotationOrigin.Seeded);
                db.Add(annotation);
            }
        }

        // The record that a slug of the file means here, also under another name; null where none is named, or an editor removed it.
        private Guid? Find<T>(string? slug)
        {
            if (slug is null)
            {
                return null;
            }

            return !_ids.TryGetValue((typeof(T), slug), out var id) ? throw Refusal.SeedUnknown(typeof(T).Name.ToLowerInvariant(), slug)
                : _removed.Contains(id) ? null
                : id;
        }

        private static T Word<T>(string text)
            where T : struct, Enum =>
            WireNames.Parse<T>(text) ?? throw Refusal.SeedWord(text, string.Join(", ", Enum.GetValues<T>().Select(v => WireNames.Of(v))));

        private static DateOnly Day(string text) =>
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                ? day
                : throw Refusal.SeedDay(text);

        private static decimal Number(string text) =>
            decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw Refusal.SeedNumber(text);
    }
}
