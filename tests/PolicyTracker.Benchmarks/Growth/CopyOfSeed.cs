using System.Globalization;
using PolicyTracker.Core.Actors;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Glossary;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Initiatives;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Sources;
using PolicyTracker.Text;
using Record = PolicyTracker.Core.Records.Record; // xunit has one too

namespace PolicyTracker.Benchmarks.Growth;

/// <summary>
/// As many records as the seed has, read from one to four announcements of their own: goals with commitments under them (some
/// under the goals of the seed, which grow long), steps in status with evidence, indicators with values and targets, results,
/// terms, comments, now and then a later version of a text.
/// </summary>
internal sealed class CopyOfSeed(SeedShape seed, int number, DateOnly today, Random random)
{
    private readonly List<Record> _made = [];
    private readonly List<(GeneratedText Text, List<(GeneratedText.Place Place, Record? Of)> Quoted)> _texts = [];
    private readonly List<(Goal Goal, List<Guid> Longest)> _goals = [];
    private int _ids;

    public IReadOnlyList<Record> Make()
    {
        for (var texts = random.Next(1, 5); texts > 0; texts--)
        {
            _texts.Add((new GeneratedText(random, isChinese: random.Next(2) == 0), []));
        }

        var body =
            number % 10 == 0
                ? Add(
                    new Actor
                    {
                        Id = NewId(),
                        Slug = Slug("body"),
                        Name = $"Office {number} for {Title(2)}",
                        NameZh = $"第{number}办公室",
                        ActorKind = ActorKind.Ministry,
                    }
                )
                : null;
        var initiative =
            number % 4 == 0
                ? Add(
                    new Initiative
                    {
                        Id = NewId(),
                        Slug = Slug("plan"),
                        Name = $"{Title(3)} plan {number}",
                        NameZh = $"{Chinese(3)}计划",
                        PillarId = Pillar().Id,
                        InitiativeKind = InitiativeKind.Plan,
                        Order = number + 10,
                    }
                )
                : null;
        Times(seed.Goals, MakeGoal);
        Times(seed.Commitments, order => MakeCommitment(order, body?.Id ?? seed.Bodies[random.Next(seed.Bodies.Count)], initiative?.Id));
        Times(seed.Indicators, MakeIndicator);
        Times(seed.Achievements, MakeAchievement);
        Times(
            seed.Terms,
            order =>
                Quote(
                    new Term
                    {
                        Id = NewId(),
                        Slug = Slug("term", order),
                        English = $"{Title(2)} {number}",
                        Chinese = Chinese(2),
                        Pinyin = "",
                        Definition = $"What the sources call {Title(4)}.",
                    },
                    2
                )
        );
        Times(3, _ => Quote<Record?>(null, 6));
        Times(_texts.Count, at => MakeAnnouncement(at - 1, body?.Id ?? seed.Bodies[0]));
        return _made;
    }

    private void MakeGoal(int order)
    {
        var (pillar, longest) = Pillar();
        var goal = Quote(
            new Goal
            {
                Id = NewId(),
                Slug = Slug("goal", order),
                PillarId = pillar,
                Title = Title(5),
                Summary = $"What is to be reached: {Title(9)}.",
                Order = (number * 100) + order,
            },
            8
        );
        _goals.Add((goal, longest));
    }

    private void MakeCommitment(int order, Guid responsible, Guid? initiative)
    {
        var (goal, longest) = _goals[random.Next(_goals.Count)];
        var isLong = random.Next(10) == 0; // a few goals of the seed gather what is said again and again
        var commitment = new Commitment
        {
            Id = NewId(),
            Slug = Slug("commitment", order),
            GoalId = isLong ? longest[random.Next(longest.Count)] : goal.Id,
            Title = Title(7),
            ResponsibleId = random.Next(5) == 0 ? null : responsible,
            InitiativeId = random.Next(5) == 0 ? initiative : null,
            Due = random.Next(3) == 0 ? new DateOnly(random.Next(2023, 2033), 12, 31) : null,
            Order = (number * 100) + order,
        };
        commitment.Topics.AddRange(
            Enumerable
                .Range(0, random.Next(4))
                .Select(_ => seed.Topics[random.Next(seed.Topics.Count)])
                .Distinct()
                .Select(topic => new CommitmentTopic { CommitmentId = commitment.Id, TopicId = topic })
        );
        Quote(commitment, t => t.Undertaking());
        if (random.Next(8) == 0)
        {
            Quote(commitment, t => t.Undertaking(), isNew: false); // said again elsewhere
        }

        if (random.Next(4) == 0)
        {
            var to = new[] { Status.InProgress, Status.Delivered, Status.PartlyDelivered, Status.Stalled, Status.Withdrawn }[
                random.Next(5)
            ];
            commitment.Status = to;
            Quote(
                new StatusChange
                {
                    Id = NewId(),
                    CommitmentId = commitment.Id,
                    From = Status.Announced,
                    To = to,
                    On = today.AddDays(-random.Next(60)),
                    Reason = $"The report says so: {Title(6)}.",
                },
                8
            );
        }
    }

    private void MakeIndicator(int order)
    {
        var indicator = Add(
            new Indicator
            {
                Id = NewId(),
                Slug = Slug("indicator", order),
                PillarId = Pillar().Id,
                Name = $"Share of {Title(4)}",
                Definition = $"How much of {Title(6)}.",
                Unit = "percent",
                Frequency = "annual",
                Direction = Direction.Up,
                Order = (number * 100) + order,
            }
        );
        foreach (var year in Enumerable.Range(2021, random.Next(1, 4)))
        {
            var value = (decimal)random.Next(50, 900) / 10;
            var period = year.ToString(CultureInfo.InvariantCulture);
            Quote(
                new Observation
                {
                    Id = NewId(),
                    IndicatorId = indicator.Id,
                    Period = Period.Of(period),
                    Value = value,
                },
                t => t.Figure(value.ToString(CultureInfo.InvariantCulture), period, isTarget: false)
            );
        }

        if (random.Next(2) == 0)
        {
            Quote(
                new Target
                {
                    Id = NewId(),
                    IndicatorId = indicator.Id,
                    Period = Period.Of("2030"),
                    Value = 95,
                },
                t => t.Figure("95", "2030", isTarget: true)
            );
        }
    }

    private void MakeAchievement(int order)
    {
        var (goal, _) = _goals[random.Next(_goals.Count)];
        Quote(
            new Achievement
            {
                Id = NewId(),
                Slug = Slug("result", order),
                Title = Title(6),
                PillarId = goal.PillarId,
                GoalId = goal.Id,
                Order = (number * 100) + order,
            },
            9
        );
    }

    private void MakeAnnouncement(int at, Guid issuer)
    {
        var (generated, quoted) = _texts[at];
        var text = generated.Written();
        var language = generated.IsChinese ? "zh-Hans" : "en";
        var announcement = Add(
            new Announcement
            {
                Id = NewId(),
                Slug = $"announcement-{number}-{at + 1}",
                Title = generated.IsChinese ? $"{Chinese(4)}公告{number}" : $"{Title(5)}, notice {number}",
                IssuerId = issuer,
                AnnouncementKind = (AnnouncementKind)random.Next(7),
                Date = today.AddDays(-random.Next(1, 300)),
                Language = language,
            }
        );
        var source = Add(
            new SourceVersion
            {
                Id = NewId(),
                AnnouncementId = announcement.Id,
                Number = 1,
                Text = text,
                Sha256 = SourceText.Sha256(text),
            }
        );
        foreach (var (place, of) in quoted)
        {
            var annotation = Annotation.At(source, new(place.Start, place.End), NewId());
            (annotation.SupportsKind, annotation.SupportsId, annotation.Origin) = (of?.Kind, of?.Id, AnnotationOrigin.HandMade);
            annotation.Comment = of is null ? $"Compare {Title(4)}." : null;
            _made.Add(annotation);
        }

        if (random.Next(20) == 0)
        {
            var later = text + (generated.IsChinese ? "\n附：以上内容经过更正。" : "\nNote: the text above was corrected.");
            Add(
                new SourceVersion
                {
                    Id = NewId(),
                    AnnouncementId = announcement.Id,
                    Number = 2,
                    Text = later,
                    Sha256 = SourceText.Sha256(later),
                }
            );
        }
    }

    private T Quote<T>(T of, int words)
        where T : Record? => Quote(of, t => t.Statement(words));

    private T Quote<T>(T of, Func<GeneratedText, GeneratedText.Place> write, bool isNew = true)
        where T : Record?
    {
        var (text, quoted) = _texts[random.Next(_texts.Count)];
        text.Filler();
        quoted.Add((write(text), of));
        if (of is not null && isNew)
        {
            _made.Add(of);
        }

        return of;
    }

    private T Add<T>(T record)
        where T : Record
    {
        _made.Add(record);
        return record;
    }

    private static void Times(int count, Action<int> make)
    {
        for (var order = 1; order <= count; order++)
        {
            make(order);
        }
    }

    private (Guid Id, List<Guid> Goals) Pillar() => seed.Pillars[random.Next(seed.Pillars.Count)];

    private string Slug(string kind, int order = 1) => $"{kind}-{number}-{order}";

    private string Title(int words)
    {
        var title = NaturalWords.English.Draw(random, words);
        return char.ToUpperInvariant(title[0]) + title[1..];
    }

    private string Chinese(int words) => NaturalWords.Chinese.Draw(random, words);

    // UUID version 7 with the number of the copy in the place of the time: in the order of making, and the same each time.
    private Guid NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        var time = new DateTimeOffset(2024, 1, 8, 8, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds() + ((long)number * 10_000) + _ids++;
        for (var i = 0; i < 6; i++)
        {
            bytes[i] = (byte)(time >> (8 * (5 - i)));
        }

        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }
}
