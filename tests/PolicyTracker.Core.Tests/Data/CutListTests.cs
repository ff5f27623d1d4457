using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Glossary;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Overview;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Publishing;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using Record = PolicyTracker.Core.Records.Record; // xunit has one too

namespace PolicyTracker.Core.Tests.Data;

/// <summary>A list that is cut says of how many: what lies beyond the cut never reads as "there is none".</summary>
public sealed class CutListTests
{
    private const string Crowded = "network-infrastructure",
        Beyond = "manufacturing-transformation";

    public static TheoryData<string> Stores => TestStore.Kinds;

    [Theory, MemberData(nameof(Stores))]
    public async Task A_pillar_whose_records_come_after_hundreds_of_another_s_shows_them_and_their_true_number(string kind)
    {
        await using var store = await CrowdedAsync(kind);
        await using var db = store.Db();
        var pillars = store.Get<PillarQueries>();

        foreach (var card in await pillars.OverviewAsync())
        {
            Assert.Equal(await db.Set<Indicator>().CountAsync(i => i.PillarId == card.Id), card.Indicators.Total);
            Assert.Equal(Math.Min(4, card.Indicators.Total), card.Indicators.Items.Count);
            Assert.Equal(
                await db.Set<Commitment>().CountAsync(c => db.Set<Goal>().Any(g => g.Id == c.GoalId && g.PillarId == card.Id)),
                card.Commitments
            );
            Assert.Equal(card.Commitments, card.Statuses.Sum(s => s.Count));
        }

        foreach (var slug in await db.Set<Pillar>().Select(p => p.Slug).ToListAsync())
        {
            var goals = await AllAsync(async page => (await pillars.FindAsync(slug, new(Page: page)))!.Goals);
            Assert.Equal(
                await db.Set<Goal>().CountAsync(g => db.Set<Pillar>().Any(p => p.Id == g.PillarId && p.Slug == slug)),
                goals.Select(g => g.Id).Distinct().Count()
            );
            foreach (var goal in goals)
            {
                Assert.Equal(await db.Set<Commitment>().CountAsync(c => c.GoalId == goal.Id), goal.Commitments.Total);
                Assert.True(
                    goal.Commitments.Items.Count == Math.Min(PillarQueries.CommitmentsPerGoal, goal.Commitments.Total),
                    $"{goal.Title} has {goal.Commitments.Total} commitments and shows {goal.Commitments.Items.Count}."
                );
            }
        }

        var indicators = store.Get<IndicatorQueries>();
        var beyond = (await pillars.FindAsync(Beyond))!.Indicators;
        Assert.Equal(2, beyond.Total);
        Assert.Equal(2, (await indicators.ListAsync(pillar: Beyond)).Total);
        Assert.Equal(
            40,
            (await AllAsync(page => indicators.ListAsync(page, Crowded))).Count(i =>
                i.Name.StartsWith("Share of towns", StringComparison.Ordinal)
            )
        );
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task The_pages_of_the_commitments_hold_each_of_them_once_in_the_order_of_the_pillars(string kind)
    {
        await using var store = await CrowdedAsync(kind);
        await using var db = store.Db();
        var commitments = store.Get<CommitmentQueries>();
        foreach (
            var filter in new CommitmentFilter[]
            {
                new(),
                new(Pillar: Crowded),
                new(Status: Status.Announced),
                new(Goal: "towns"),
                new(Goal: "last"),
                new(Pillar: Beyond, Goal: "towns"),
            }
        )
        {
            var listed = await AllAsync(page => commitments.ListAsync(filter, page));
            var orders = await db.Set<Pillar>().ToDictionaryAsync(p => p.Slug, p => p.Order);
            Assert.Equal(listed.Count, listed.Select(c => c.Id).Distinct().Count());
            Assert.Equal(
                listed.Select(c => c.Pillar is { } p ? orders[p.Slug] : 0).Order(),
                listed.Select(c => c.Pillar is { } p ? orders[p.Slug] : 0)
            );
            Assert.All(listed, c => Assert.NotEmpty(c.Quotations));
        }

        Assert.Equal(await db.Set<Commitment>().CountAsync(), (await commitments.ListAsync(new())).Total);
        Assert.Equal(400, (await commitments.ListAsync(new(Goal: "towns"))).Total);
        var one = (await commitments.FindAsync("town-7"))!;
        Assert.Equal((399, CommitmentQueries.MaxBeside), (one.Siblings.Total, one.Siblings.Items.Count));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_form_offers_the_newest_of_many_says_of_how_many_and_finds_the_others_by_name(string kind)
    {
        await using var store = await CrowdedAsync(kind);
        var choices = store.Get<SelectOptionQueries>();
        var commitments = await choices.ListAsync(RecordKind.Commitment);
        Assert.True(commitments is { IsCut: true, Count: SelectOptionQueries.MaxListed, Total: > 400 });
        Assert.Contains(
            await choices.FindAsync(RecordKind.Commitment, "software COLLEGES"),
            c => c.Label.Contains("software colleges", StringComparison.OrdinalIgnoreCase)
        );
        Assert.False((await choices.ListAsync(RecordKind.Goal)).IsCut);

        var records = store.Get<RecordQueries>();
        foreach (var of in RecordQueries.Structure)
        {
            var listed = await AllAsync(page => records.ListAsync(of, page));
            Assert.Equal((await choices.ListAsync(of)).Total, listed.Select(r => r.Id).Distinct().Count());

            var byName = await AllAsync(page => records.ListAsync(of, new RecordOrdering(IsByName: true), page));
            Assert.Equal(byName.Select(r => r.Label).Order(StringComparer.OrdinalIgnoreCase), byName.Select(r => r.Label));
            var backwards = await AllAsync(page => records.ListAsync(of, new RecordOrdering(IsByName: true, IsDescending: true), page));
            Assert.Equal(byName.Select(r => r.Id).Reverse(), backwards.Select(r => r.Id));
            var some = await records.ListAsync(of, new RecordOrdering(byName[0].Label.ToUpperInvariant()));
            Assert.Contains(some.Items, r => r.Id == byName[0].Id);
            Assert.Equal(0, (await records.ListAsync(of, new RecordOrdering("no such words"))).Total);
        }
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Summary_glossary_and_annotations_tell_their_true_numbers(string kind)
    {
        await using var store = await CrowdedAsync(kind);
        await using var db = store.Db();
        var summary = store.Get<PillarSummary>();
        var beginning = (await summary.BeginningAsync(Crowded))!;
        Assert.True(beginning.IsCut);
        Assert.Equal(PillarSummary.MaxOnPage, beginning.Commitments.Count);
        Assert.True(beginning.Commitments.Total > 400);
        var whole = (await summary.WriteAsync(Crowded))!;
        Assert.Equal(
            beginning.Commitments.Total,
            whole.Split('\n').Count(l => l.StartsWith("### ", StringComparison.Ordinal))
                - await db.Set<Achievement>().CountAsync(a => db.Set<Pillar>().Any(p => p.Id == a.PillarId && p.Slug == Crowded))
        );
        Assert.False((await summary.BeginningAsync(Beyond))!.IsCut);
        Assert.EndsWith(
            $"\n---\n\n{(await summary.BeginningAsync(Beyond))!.Markdown}",
            await summary.WriteAsync(Beyond),
            StringComparison.Ordinal
        );

        var glossary = store.Get<GlossaryQueries>();
        var terms = await AllAsync(async page => (await glossary.ReadAsync(new(Kind: RecordKind.Term, Page: page))).Terms);
        Assert.Equal(await db.Set<Term>().CountAsync(), terms.Select(t => t.Slug).Distinct().Count());
        var last = terms[^1];
        Assert.Contains((await glossary.ReadAsync(new(Kind: RecordKind.Term, Entry: last.Slug))).Terms.Items, t => t.Slug == last.Slug);

        await using var read = (await store.Get<AnnotationQueries>().ReadAsync())!;
        var ids = new HashSet<Guid>();
        await foreach (var item in read.Items)
        {
            Assert.NotNull(item.Supports);
            ids.Add(item.Id);
        }

        Assert.Equal(
            (read.Total, read.Total),
            (ids.Count, await db.Set<Annotation>().CountAsync(a => a.State == AnnotationState.Accepted))
        );
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task More_identities_than_a_statement_takes_parameters_are_one_parameter(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        await using var db = store.Db();
        var known = await db.Set<Commitment>().Select(c => c.Id).ToListAsync();
        List<Guid> many = [.. Enumerable.Range(0, 70_000).Select(_ => Guid.NewGuid()), .. known];
        Assert.Equal(known.Count, await db.Set<Commitment>().CountAsync(c => many.Contains(c.Id)));
        Assert.Equal(known.Count, (await db.LinksAsync(many.Select(id => (RecordKind.Commitment, id)), default)).Count);
    }

    // 400 commitments under one goal of the first pillar, 40 of its indicators, and after all of them two of the last pillar's.
    private static async Task<TestStore> CrowdedAsync(string kind)
    {
        var store = await TestStore.OpenAsync(kind);
        var text = string.Join('\n', Enumerable.Range(1, 400).Select(n => $"Town {n} will open a library."));
        await store
            .Get<AnnouncementEdits>()
            .AddAsync(
                Editor.Seed,
                new NewAnnouncement
                {
                    Title = "Towns",
                    Slug = "towns",
                    Issuer = "State Council",
                    Date = new DateOnly(2024, 1, 1),
                    Text = text,
                }
            );
        await store
            .Get<RecordWriter>()
            .EditAsync(
                Editor.Seed,
                "crowded",
                async db =>
                {
                    var source = await db.Set<SourceVersion>().FirstAsync(v => v.Text == text);
                    var pillars = await db.Set<Pillar>().ToDictionaryAsync(p => p.Slug, p => p.Id);
                    void Quote(Record record)
                    {
                        var annotation = Annotation.At(source, new(0, 28));
                        (annotation.SupportsKind, annotation.SupportsId) = (record.Kind, record.Id);
                        db.AddRange(record, annotation);
                    }

                    Goal towns = new()
                    {
                        Slug = "towns",
                        Title = "A library in each town",
                        PillarId = pillars[Crowded],
                        Order = 0,
                    };
                    Goal last = new()
                    {
                        Slug = "last",
                        Title = "What comes last",
                        PillarId = pillars[Beyond],
                        Order = 900,
                    };
                    Quote(towns);
                    Quote(last);
                    for (var n = 1; n <= 400; n++)
                    {
                        Quote(
                            new Commitment
                            {
                                Slug = $"town-{n}",
                                Title = $"A library in town {n}",
                                GoalId = towns.Id,
                                Order = n % 7,
                            }
                        );
                    }

                    Quote(
                        new Commitment
                        {
                            Slug = "town-of-last",
                            Title = "A library at last",
                            GoalId = last.Id,
                            Order = 900,
                        }
                    );
                    for (var n = 1; n <= 70; n++)
                    {
                        Quote(
                            new Term
                            {
                                Slug = $"library-{n}",
                                English = $"library of kind {n}",
                                Definition = "A house of books.",
                            }
                        );
                    }

                    db.AddRange(
                        Enumerable
                            .Range(1, 40)
                            .Select(n => new Indicator
                            {
                                Slug = $"towns-{n}",
                                Name = $"Share of towns with library {n}",
                                Unit = "percent",
                                PillarId = pillars[Crowded],
                                Order = 0,
                            })
                    );
                    db.AddRange(
                        Enumerable
                            .Range(1, 2)
                            .Select(n => new Indicator
                            {
                                Slug = $"last-{n}",
                                Name = $"Books lent {n}",
                                Unit = "count",
                                PillarId = pillars[Beyond],
                                Order = 900 + n,
                            })
                    );
                    return 0;
                }
            );
        return store;
    }

    private static async Task<List<T>> AllAsync<T>(Func<int, Task<Page<T>>> read)
    {
        var all = new List<T>();
        for (var (number, pages) = (1, 1); number <= pages; number++)
        {
            var page = await read(number);
            Assert.Equal(number, page.Number);
            pages = page.Pages;
            all.AddRange(page.Items);
            Assert.True(number < pages || all.Count == page.Total, $"{all.Count} were listed on {pages} pages of {page.Total}.");
        }

        return all;
    }
}
