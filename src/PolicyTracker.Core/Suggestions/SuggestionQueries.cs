using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using PolicyTracker.Core.Annotations;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Text;
using PolicyTracker.Text.Suggestions;
using static PolicyTracker.Core.Suggestions.SuggestionTexts;

namespace PolicyTracker.Core.Suggestions;

/// <summary>Words of a text that an editor may want to annotate.</summary>
/// <param name="Words">The words, ready to be attached.</param>
/// <param name="Kind">The kind of record that they would become: a commitment, an observation or a target.</param>
/// <param name="Pillar">The pillar that they seem to belong to.</param>
/// <param name="PillarConfidence">0 to 1: how often such an answer about the pillar is right.</param>
/// <param name="Confidence">0 to 1: how often such words are what they seem to be.</param>
/// <param name="Figure">The figure of an observation or target.</param>
/// <param name="Details">What a commitment says of itself.</param>
/// <param name="Passage">Where the sentence begins that holds them; those of one sentence share it.</param>
/// <param name="IsProposed">Whether the operator's language model proposes them, not the rules.</param>
/// <param name="Lead">The sentence up to the end of the words.</param>
/// <param name="Line">The words with what stands around them up to the ends of their line, for the names in it.</param>
public sealed record SuggestionItem(
    MarkedWords Words,
    RecordKind Kind,
    Guid? Pillar,
    double PillarConfidence,
    double Confidence,
    Figure? Figure,
    CommitmentDetails? Details,
    int Passage,
    bool IsProposed,
    string Lead,
    string Line
)
{
    /// <summary>What that pillar is called.</summary>
    public string? PillarName { get; init; }

    /// <summary>Why the suggestion can't become a statement in one step and goes through a form; null where it can.</summary>
    public string? WhyForm(Statement statement) =>
        PolicyTracker.Text.Suggestions.Confidence.Of(Confidence) is not "high" and var words ? Texts["WordsUnsure", words]
        : PolicyTracker.Text.Suggestions.Confidence.Of(PillarConfidence) is not "high" and var pillar ? Texts["PillarUnsure", pillar]
        : statement is NewValue { IndicatorId: null } ? Texts["MakesIndicator"]
        : Kind is RecordKind.Observation or RecordKind.Target && statement is not NewValue { Period.IsKnown: true } ? Texts["ValueUnknown"]
        : statement is NewCommitment { Follows: Succession.Replaces } ? Texts["Supersedes"]
        : null;
}

/// <summary>The suggestions for a text.</summary>
/// <param name="Items">The first of them, in the order of the text.</param>
/// <param name="IsCut">Whether there are more; they follow when some of these are decided.</param>
/// <param name="PillarModel">The version of the terms by which pillars were told.</param>
public sealed record SuggestionList(IReadOnlyList<SuggestionItem> Items, bool IsCut, string PillarModel);

/// <summary>What the program would annotate in a text, less what is annotated or was rejected.</summary>
public sealed class SuggestionQueries(IDbContextFactory<TrackerDb> contexts, LanguageModel languageModel) : IDisposable
{
    /// <summary>The most that are offered at a time; when some are decided, others follow.</summary>
    public const int Most = 500;

    // What a model learns from: the newest decisions. More of them tell hardly more of a pillar, and take seconds to learn.
    private const int MaxLearned = 5_000;

    // The model is made anew with every so many quotations more, so that a decision seldom changes what is being read.
    private const int Retraining = 10;

    // Words that were rejected in any text are suggested in none.
    private readonly RecordCache<RejectedWords> _rejected = new(
        RecordKind.Annotation,
        r => r.Id,
        (a, b) => a.Id.CompareTo(b.Id),
        (db, ids) =>
            db.Set<Annotation>()
                .Where(a => a.State == AnnotationState.Rejected && (ids == null || ids.Contains(a.Id)))
                .Select(a => new RejectedWords(a.Id, a.SupportsKind, a.Exact))
    );

    private readonly MemoryCache _read = new(new MemoryCacheOptions { SizeLimit = 16 }); // a text never changes, and so never what is read in it

    /// <summary>The suggestions for a text; none where its announcement was removed.</summary>
    public async Task<SuggestionList> ListAsync(SourceVersion source, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var (model, version) = await ModelAsync(db, cancel);
        var date = await db.Set<Announcement>()
            .Where(n => n.Id == source.AnnouncementId)
            .Select(n => (DateOnly?)n.FirstDay)
            .FirstOrDefaultAsync(cancel);
        if (date is not { } written)
        {
            return new([], false, model.Version);
        }

        var annotated = await db.Set<Annotation>()
            .Where(a => a.SourceVersionId == source.Id && a.State == AnnotationState.Accepted)
            .Select(a => new
            {
                a.Start,
                a.End,
                a.SupportsKind,
            })
            .ToListAsync(cancel);
        annotated.AddRange(
            (await db.Set<ProposedEdit>().Where(e => e.State == ProposalState.Waiting).Select(e => e.Records).ToListAsync(cancel))
                .SelectMany(records => JsonSerializer.Deserialize<List<ProposedRecord>>(records)!)
                .Where(r => r.Kind is RecordKind.Annotation)
                .Select(r => JsonSerializer.Deserialize<WaitingQuotation>(r.Content, JsonSerializerOptions.Web)!)
                .Where(q => q.SourceVersionId == source.Id)
                .Select(q => new
                {
                    q.Start,
                    q.End,
                    SupportsKind = WireNames.Parse<RecordKind>(q.SupportsKind),
                })
        ); // decided, and on its way
        var rejected = (await _rejected.ReadAsync(db, cancel)).Select(r => (r.Kind, r.Exact)).ToHashSet();
        var pillars = await db.Set<Pillar>()
            .Select(p => new
            {
                p.Slug,
                p.Id,
                p.Name,
            })
            .ToDictionaryAsync(p => p.Slug, cancel);
        var candidates = _read.Get<IReadOnlyList<ModelCandidate>>(source.Id);
        var key = (source.Id, version, candidates is not null);
        var read =
            _read.Get<IReadOnlyList<Suggestion>>(key)
            ?? _read.Set(
                key,
                await Task.Run(() => new SuggestionReader(model).Read(source.Text, written.Year, candidates, cancel), cancel),
                new MemoryCacheEntryOptions { Size = 1 }
            );
        List<SuggestionItem> list =
        [
            .. read.Where(s =>
                    s.Place.Length <= Annotation.MaxCharacters
                    && !rejected.Contains((KindOf(s), source.Text[s.Place.Start..s.Place.End]))
                    && !annotated.Exists(a => IsOf(a.SupportsKind, s.Kind) && s.IsAlso(new(a.Start, a.End)))
                )
                .Take(Most + 1)
                .Select(s => new SuggestionItem(
                    new(source.Id, source.Sha256, source.Map.ToCodePoints(s.Place), source.Text[s.Place.Start..s.Place.End]),
                    KindOf(s),
                    s.Pillar is null ? null : pillars.GetValueOrDefault(s.Pillar)?.Id,
                    s.PillarConfidence,
                    s.Confidence,
                    s.Figure,
                    s.Details,
                    s.Passage,
                    s.IsProposed,
                    source.Text[Math.Min(s.Passage, s.Place.Start)..s.Place.End],
                    LineAround(source.Text, s.Place)
                )
                {
                    PillarName = s.Pillar is null ? null : pillars.GetValueOrDefault(s.Pillar)?.Name,
                }),
        ];
        return new(list.Count > Most ? list[..Most] : list, list.Count > Most, model.Version);
    }

    /// <summary>Whether an operator has set a language model that is to be asked too.</summary>
    public bool HasLanguageModel => languageModel.IsSet;

    /// <summary>Asks the language model about a text; what it proposes stands in the list from then on.</summary>
    /// <returns>Whether there is more to list than before.</returns>
    /// <exception cref="Refusal">The language model does not answer.</exception>
    public async Task<bool> AskLanguageModelAsync(SourceVersion source, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        if (!HasLanguageModel || _read.Get<IReadOnlyList<ModelCandidate>>(source.Id) is not null)
        {
            return false;
        }

        return _read
                .Set(
                    source.Id,
                    await languageModel.ReadAsync(source.Text, await PillarsAsync(cancel), cancel),
                    new MemoryCacheEntryOptions { Size = 1 }
                )
                .Count > 0;
    }

    /// <summary>The names of the store's pillars by their slugs.</summary>
    public async Task<IReadOnlyDictionary<string, string>> PillarsAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return await db.Set<Pillar>().ToDictionaryAsync(p => p.Slug, p => p.Name, cancel);
    }

    /// <summary>The pillars' model with what editors' decisions in this store add to it.</summary>
    public async Task<PillarModel> ModelAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return (await ModelAsync(db, cancel)).Model;
    }

    /// <summary>Which version of the terms <see cref="ModelAsync(CancellationToken)"/> gives; cheap, where the model itself has to be learned.</summary>
    public async Task<string> ModelVersionAsync(CancellationToken cancel = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return (await VersionAsync(db, cancel)).Version;
    }

    private static async Task<(Dictionary<string, string> Slugs, string Version)> VersionAsync(TrackerDb db, CancellationToken cancel)
    {
        var quotations = await db.Set<Annotation>()
            .CountAsync(a => a.State == AnnotationState.Accepted && a.SupportsKind == RecordKind.Commitment, cancel);
        var slugs = await db.Set<Pillar>().Select(p => p.Slug).ToDictionaryAsync(s => s, s => s, cancel);
        foreach (
            var old in await (
                from a in db.Set<FormerSlug>()
                where a.Kind == RecordKind.Pillar
                join p in db.Set<Pillar>() on a.RecordId equals p.Id
                select new { a.Slug, Now = p.Slug }
            ).ToListAsync(cancel)
        )
        {
            slugs.TryAdd(old.Slug, old.Now); // a renamed pillar keeps its terms
        }

        var version =
            $"{quotations / Retraining} {string.Join(',', slugs.Select(s => s.Key + s.Value).Order(StringComparer.Ordinal))} {await db.Set<Goal>().CountAsync(cancel)}";
        return (slugs, version);
    }

    private async Task<(PillarModel Model, string Version)> ModelAsync(TrackerDb db, CancellationToken cancel)
    {
        var (slugs, version) = await VersionAsync(db, cancel);
        if (_read.Get<PillarModel>(version) is { } made)
        {
            return (made, version);
        }

        var examples = await (
            from a in db.Set<Annotation>()
            where a.State == AnnotationState.Accepted && a.SupportsKind == RecordKind.Commitment
            join c in db.Set<Commitment>() on a.SupportsId equals c.Id
            join g in db.Set<Goal>() on c.GoalId equals g.Id
            join p in db.Set<Pillar>() on g.PillarId equals p.Id
            orderby a.Id descending
            select new { p.Slug, Words = a.Exact + "\n" + c.Title }
        )
            .Take(MaxLearned)
            .ToListAsync(cancel);
        var goals = await (
            from g in db.Set<Goal>()
            join p in db.Set<Pillar>() on g.PillarId equals p.Id
            orderby g.Id descending
            select new { p.Slug, Words = g.Title + "\n" + g.Summary }
        )
            .Take(MaxLearned)
            .ToListAsync(cancel);
        return (
            _read.Set(
                version,
                PillarModel.BuiltIn.For(slugs).Learn(examples.Concat(goals).Select(e => (e.Slug, e.Words))),
                new MemoryCacheEntryOptions { Size = 1 }
            ),
            version
        );
    }

    private sealed record RejectedWords(Guid Id, RecordKind? Kind, string Exact);

    private sealed record WaitingQuotation(Guid SourceVersionId, int Start, int End, string? SupportsKind);

    private static string LineAround(string text, CharRange place)
    {
        var (start, end) = place;
        var from = Math.Max(text.LastIndexOf('\n', start) + 1, start - 500);
        var to = text.IndexOf('\n', end) is >= 0 and var line ? Math.Min(line, end + 500) : Math.Min(text.Length, end + 500);
        return text[from..to];
    }

    /// <inheritdoc/>
    public void Dispose() => _read.Dispose();

    private static RecordKind KindOf(Suggestion suggestion) =>
        suggestion.Figure is not { } figure ? RecordKind.Commitment
        : figure.IsTarget ? RecordKind.Target
        : RecordKind.Observation;

    private static bool IsOf(RecordKind? supported, SuggestionKind kind) =>
        kind is SuggestionKind.Commitment
            ? supported is RecordKind.Commitment or RecordKind.Achievement or RecordKind.StatusChange or RecordKind.Goal
            : supported is RecordKind.Observation or RecordKind.Target or RecordKind.Indicator;
}
