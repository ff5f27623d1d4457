using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Glossary;
using PolicyTracker.Core.History;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Initiatives;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Text;
using PolicyTracker.Text.Anchoring;

namespace PolicyTracker.Core.Import;

// What a seed file becomes in a store.
public sealed partial class SeedImport
{
    /// <summary>One run over one file.</summary>
    private sealed class Seeding(TrackerDb db, SeedFile file, string text)
    {
        private readonly Dictionary<(Type, string), Guid> _ids = [];
        private readonly HashSet<(Type, string)> _had = [];
        private SourceVersion _source = null!;

        public async Task<bool> IsDoneAsync()
        {
            await LoadAsync();
            return Slugs().All(_had.Contains);
        }

        public async Task<int> AddAsync()
        {
            await LoadAsync();
            foreach (var actor in file.Actors)
            {
                Add(actor.Slug, actor.Quotations, new Actor { Slug = actor.Slug, Name = actor.Name, NameZh = actor.NameZh, ActorKind = Word<ActorKind>(actor.Kind), Role = actor.Role });
            }

            foreach (var actor in db.ChangeTracker.Entries<Actor>().Select(e => e.Entity).ToList())
            {
                actor.PartOfId = Find<Actor>(file.Actors.First(a => a.Slug == actor.Slug).PartOf); // may be named further down
            }

            await AddAnnouncementAsync();
            foreach (var actor in file.Actors)
            {
                Quote<Actor>(actor); // their words are in the announcement, which they had to exist for
            }

            Each(file.Topics, (t, order) => new Topic { Slug = t.Slug, Name = t.Name, NameZh = t.NameZh, Order = order });
            Each(file.Pillars, (p, order) => new Pillar { Slug = p.Slug, Name = p.Name, NameZh = p.NameZh, Accent = Word<Accent>(p.Accent), Summary = p.Summary.Trim(), Order = order });
            Each(file.Goals, (g, order) => new Goal { Slug = g.Slug, PillarId = Find<Pillar>(g.Pillar), Title = g.Title, Summary = g.Summary?.Trim(), Order = order });
            Each(file.Initiatives, (i, order) => new Initiative { Slug = i.Slug, PillarId = Find<Pillar>(i.Pillar), Name = i.Name, NameZh = i.NameZh, InitiativeKind = Word<InitiativeKind>(i.Kind), Summary = i.Summary?.Trim(), Order = order });
            Each(file.Commitments, (c, order) =>
            {
                var commitment = new Commitment { Slug = c.Slug, GoalId = Find<Goal>(c.Goal)!.Value, Title = c.Title, ResponsibleId = Find<Actor>(c.Responsible), InitiativeId = Find<Initiative>(c.Initiative), Due = c.Due is null ? null : Day(c.Due), Timeframe = c.Timeframe, Order = order };
                commitment.Topics.AddRange(c.Topics.Select(t => new CommitmentTopic { CommitmentId = commitment.Id, TopicId = Find<Topic>(t)!.Value }));
                return commitment;
            });
            Each(file.Indicators, (i, order) =>
            {
                var indicator = new Indicator { Slug = i.Slug, PillarId = Find<Pillar>(i.Pillar), Name = i.Name, Definition = i.Definition.Trim(), Unit = i.Unit, Scale = Number(i.Scale), Frequency = i.Frequency, Direction = Word<Direction>(i.Direction), Order = order };
                foreach (var o in i.Observations)
                {
                    var observation = new Observation { IndicatorId = indicator.Id, Period = o.Period, Value = Number(o.Value), Comparator = Word<Comparator>(o.Comparator), Note = o.Note?.Trim() };
                    db.Add(observation);
                    Quote(i.Slug, o.Quotations, observation);
                }

                return indicator;
            });
            Each(file.Achievements, (a, order) => new Achievement { Slug = a.Slug, Title = a.Title, PillarId = Find<Pillar>(a.Pillar), GoalId = Find<Goal>(a.Goal), IndicatorId = Find<Indicator>(a.Indicator), Order = order });
            Each(file.Terms, (t, _) => new Term { Slug = t.Slug, English = t.English, Chinese = t.Chinese, Pinyin = t.Pinyin, Definition = t.Definition.Trim() });
            return 0;
        }

        private IEnumerable<(Type, string)> Slugs() =>
            [
                (typeof(Announcement), file.Announcement.Slug),
                .. file.Actors.Select(r => (typeof(Actor), r.Slug)), .. file.Topics.Select(r => (typeof(Topic), r.Slug)),
                .. file.Pillars.Select(r => (typeof(Pillar), r.Slug)), .. file.Goals.Select(r => (typeof(Goal), r.Slug)),
                .. file.Initiatives.Select(r => (typeof(Initiative), r.Slug)), .. file.Commitments.Select(r => (typeof(Commitment), r.Slug)),
                .. file.Indicators.Select(r => (typeof(Indicator), r.Slug)), .. file.Achievements.Select(r => (typeof(Achievement), r.Slug)),
                .. file.Terms.Select(r => (typeof(Term), r.Slug)),
            ];

        private async Task LoadAsync()
        {
            async Task Load<T>(IQueryable<T> set) where T : Record
            {
                foreach (var row in await set.IgnoreQueryFilters().Select(r => new { r.Id, Slug = EF.Property<string>(r, "Slug") }).ToListAsync())
                {
                    _ids[(typeof(T), row.Slug)] = row.Id;
                    _had.Add((typeof(T), row.Slug));
                }
            }

            await Load(db.Announcements);
            await Load(db.Actors);
            await Load(db.Topics);
            await Load(db.Pillars);
            await Load(db.Goals);
            await Load(db.Initiatives);
            await Load(db.Commitments);
            await Load(db.Indicators);
            await Load(db.Achievements);
            await Load(db.Terms);
        }

        private async Task AddAnnouncementAsync()
        {
            var seed = file.Announcement;
            var hash = SourceText.Sha256(text);
            if (_had.Contains((typeof(Announcement), seed.Slug)))
            {
                var id = Find<Announcement>(seed.Slug);
                _source = await db.SourceVersions.FirstOrDefaultAsync(v => v.AnnouncementId == id && v.Sha256 == hash)
                    ?? throw new RefusedException($"The seed text {seed.Text} is not among the versions of the announcement “{seed.Slug}” in this store, so the new seed records can't be quoted. Start the version of Policy Tracker that made the store.");
                return;
            }

            var announcement = new Announcement
            {
                Slug = seed.Slug,
                Title = seed.Title,
                IssuerId = Find<Actor>(seed.Issuer)!.Value,
                SpeakerId = Find<Actor>(seed.Speaker),
                AnnouncementKind = Word<AnnouncementKind>(seed.Kind),
                Date = Date(seed.Date).Start,
                DatePrecision = Date(seed.Date).Precision,
                DateBasis = Word<DateBasis>(seed.DateBasis),
                DateNote = seed.DateNote?.Trim(),
                Language = seed.Language,
                Address = seed.Address,
                Licence = seed.Licence?.Trim(),
                Note = seed.Note?.Trim(),
            };
            _source = new SourceVersion { AnnouncementId = announcement.Id, Number = 1, Text = text, Sha256 = hash };
            db.AddRange(announcement, _source);
        }

        private void Each<TSeed, T>(List<TSeed> seeds, Func<TSeed, int, T> make) where TSeed : SeedRecord where T : Record
        {
            for (var i = 0; i < seeds.Count; i++)
            {
                if (!_had.Contains((typeof(T), seeds[i].Slug)))
                {
                    Add(seeds[i].Slug, seeds[i].Quotations, make(seeds[i], i + 1));
                    Quote<T>(seeds[i]);
                }
            }
        }

        private void Add<T>(string slug, List<SeedQuotation> quotations, T record) where T : Record
        {
            if (_had.Contains((typeof(T), slug)))
            {
                return;
            }

            if (!_ids.TryAdd((typeof(T), slug), record.Id))
            {
                throw new RefusedException($"The seed names the {Kebab.Of(record.Kind)} “{slug}” twice.");
            }

            if (record.NeedsQuotation && quotations.Count == 0)
            {
                throw new RefusedException($"The seed {Kebab.Of(record.Kind)} “{slug}” has no quotation.");
            }

            db.Add(record);
        }

        private void Quote<T>(SeedRecord seed) where T : Record
        {
            if (!_had.Contains((typeof(T), seed.Slug)))
            {
                Quote(seed.Slug, seed.Quotations, db.ChangeTracker.Entries<T>().First(e => e.Entity.Id == _ids[(typeof(T), seed.Slug)]).Entity);
            }
        }

        private void Quote(string slug, List<SeedQuotation> quotations, Record record)
        {
            foreach (var seed in quotations)
            {
                var places = new TextQuote(seed.Exact, seed.Prefix, seed.Suffix).FindIn(text);
                if (!places.IsUnique)
                {
                    var fault = places.Count == 0 ? "is not in the text" : "is in the text more than once: give a prefix or suffix that settles which is meant";
                    throw new RefusedException($"The seed {Kebab.Of(record.Kind)} “{slug}” can't be loaded: its quotation {fault}.\nQuoted: “{seed.Exact}”\nText: {file.Announcement.Text}");
                }

                var annotation = Annotation.At(_source, places.Start, places.Start + seed.Exact.Length);
                (annotation.SupportsKind, annotation.SupportsId, annotation.Origin) = (record.Kind, record.Id, AnnotationOrigin.Seeded);
                db.Add(annotation);
            }
        }

        private Guid? Find<T>(string? slug) => slug is null ? null
            : _ids.TryGetValue((typeof(T), slug), out var id) ? id
            : throw new RefusedException($"The seed names the {typeof(T).Name.ToLowerInvariant()} “{slug}”, which is not there.");

        private static T Word<T>(string text) where T : struct, Enum => Kebab.Parse<T>(text)
            ?? throw new RefusedException($"The seed says “{text}” where one of these belongs: {string.Join(", ", Enum.GetValues<T>().Select(v => Kebab.Of(v)))}.");

        private static PartialDate Date(string text) => PartialDate.Parse(text) ?? throw new RefusedException($"The seed says “{text}” where a date belongs. {PartialDate.Form}");

        private static DateOnly Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
            : throw new RefusedException($"The seed says “{text}” where a date (yyyy-MM-dd) belongs.");

        private static decimal Number(string text) => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number
            : throw new RefusedException($"The seed says “{text}” where a number belongs.");
    }
}
