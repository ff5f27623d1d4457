using PolicyTracker.Core.Actors;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Glossary;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Initiatives;
using PolicyTracker.Core.Jurisdictions;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Records;
using PolicyTracker.Text;

namespace PolicyTracker.Core.Import;

/// <summary>Makes the records of the files of a seed, each with its quotations. What the store has, or had once, is left alone.</summary>
internal sealed class SeedWriter(TrackerDb db, SeedSlugs slugs)
{
    private readonly SeedRuleWriter _rules = new(db, slugs);
    private SeedFile _file = null!;
    private SeedSource _source = null!;
    private int _jurisdictions;

    /// <summary>Adds what the store never had, to an edit.</summary>
    /// <exception cref="Refusal">A file does not match its text, or itself.</exception>
    public async Task AddAsync(IReadOnlyList<(SeedFile File, string Text)> files)
    {
        foreach (var (file, text) in files)
        {
            (_file, _source) = (file, new(db, slugs, file.Announcement, text));
            await AddFileAsync();
            slugs.EndFile();
        }
    }

    private async Task AddFileAsync()
    {
        await _rules.AddAsync(_file.Rules);
        await _source.FindAsync();
        if (_source.IsRemoved)
        {
            return; // an editor took the announcement away: nothing can be quoted from it
        }

        var jurisdiction = await JurisdictionAsync(_file.Jurisdiction);
        var added = new List<(SeedActor Seed, Actor Record)>();
        foreach (var actor in _file.Actors.Where(a => !slugs.Had<Actor>(a.Slug)))
        {
            var record = new Actor
            {
                Slug = actor.Slug,
                Name = actor.Name,
                NameZh = actor.NameZh,
                ActorKind = SeedValues.Word<ActorKind>(actor.Kind),
                Role = actor.Role,
                JurisdictionId = jurisdiction,
            };
            Add(actor, record);
            added.Add((actor, record));
        }

        foreach (var (seed, record) in added)
        {
            record.PartOfId = slugs.Find<Actor>(seed.PartOf); // may be named further down
        }

        _source.AddIfNew(jurisdiction);
        foreach (var (seed, record) in added)
        {
            _source.Quote(seed.Slug, seed.Quotations, record); // their words are in the announcement, which they had to exist for
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
                    Accent = SeedValues.Word<Accent>(p.Accent),
                    Summary = p.Summary.Trim(),
                    Order = order,
                    JurisdictionId = jurisdiction,
                }
        );
        Each(
            _file.Goals,
            (g, order) =>
                new Goal
                {
                    Slug = g.Slug,
                    PillarId = slugs.Find<Pillar>(g.Pillar),
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
                    PillarId = slugs.Find<Pillar>(i.Pillar),
                    Name = i.Name,
                    NameZh = i.NameZh,
                    InitiativeKind = SeedValues.Word<InitiativeKind>(i.Kind),
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
                    PillarId = slugs.Find<Pillar>(a.Pillar),
                    GoalId = slugs.Find<Goal>(a.Goal),
                    IndicatorId = slugs.Find<Indicator>(a.Indicator),
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

    // The one that is named, made where there never was one; null where an editor took it away.
    private async Task<Guid?> JurisdictionAsync(SeedJurisdiction? seed)
    {
        if (seed is null)
        {
            return null;
        }

        if (!slugs.Had<Jurisdiction>(seed.Slug))
        {
            var made = new Jurisdiction
            {
                Slug = seed.Slug,
                Name = seed.Name,
                NameZh = seed.NameZh,
                Code = seed.Code,
            };
            slugs.Add(seed.Slug, made);
            db.Add(made);
            made.Order = _jurisdictions++ + await RecordOrder.NextAsync(db, RecordKind.Jurisdiction, null, CancellationToken.None);
        }

        return slugs.Find<Jurisdiction>(seed.Slug);
    }

    // Null where an editor took its goal away: then it has no place here.
    private Commitment? Commitment(SeedCommitment c, int order)
    {
        if (slugs.Find<Goal>(c.Goal) is not { } goal)
        {
            return null;
        }

        var commitment = new Commitment
        {
            Slug = c.Slug,
            GoalId = goal,
            Title = c.Title,
            ResponsibleId = slugs.Find<Actor>(c.Responsible),
            InitiativeId = slugs.Find<Initiative>(c.Initiative),
            Due = c.Due is null ? null : SeedValues.Day(c.Due),
            Timeframe = c.Timeframe,
            Order = order,
        };
        commitment.Topics.AddRange(
            c.Topics.Select(slugs.Find<Topic>)
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
            PillarId = slugs.Find<Pillar>(i.Pillar),
            Name = i.Name,
            Definition = i.Definition.Trim(),
            Unit = i.Unit,
            Scale = SeedValues.Number(i.Scale),
            Frequency = i.Frequency,
            Direction = SeedValues.Word<Direction>(i.Direction),
            Order = order,
        };
        foreach (var o in i.Observations)
        {
            var observation = new Observation
            {
                IndicatorId = indicator.Id,
                Period = Period.Of(o.Period),
                Value = SeedValues.Number(o.Value),
                Comparator = SeedValues.Word<Comparator>(o.Comparator),
                Note = o.Note?.Trim(),
            };
            db.Add(observation);
            _source.Quote(i.Slug, o.Quotations, observation);
        }

        return indicator;
    }

    private void Each<TSeed, T>(List<TSeed> seeds, Func<TSeed, int, T?> make)
        where TSeed : SeedRecord
        where T : Record
    {
        for (var i = 0; i < seeds.Count; i++)
        {
            if (!slugs.Had<T>(seeds[i].Slug) && make(seeds[i], i + 1) is { } record)
            {
                Add(seeds[i], record);
                _source.Quote(seeds[i].Slug, seeds[i].Quotations, record);
            }
        }
    }

    private void Add(SeedRecord seed, Record record)
    {
        slugs.Add(seed.Slug, record);
        if (record.NeedsQuotation && seed.Quotations.Count == 0)
        {
            throw Refusal.SeedUnquoted(record.Kind, seed.Slug);
        }

        db.Add(record);
    }
}
