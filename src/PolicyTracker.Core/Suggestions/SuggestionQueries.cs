using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.History;
using PolicyTracker.Core.Jurisdictions;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Text;
using PolicyTracker.Text.Suggestions;

namespace PolicyTracker.Core.Suggestions;

/// <summary>What the program would annotate in a text, less what is annotated or was rejected.</summary>
public sealed class SuggestionQueries(IDbContextFactory<TrackerDb> contexts, PillarModelQueries models, LanguageModel languageModel)
    : IDisposable
{
    /// <summary>The most that are offered at a time; when some are decided, others follow.</summary>
    public const int MaxListed = 500;

    // Of those that are held back.
    private const int MaxHeldBack = 100;

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

    // A text never changes, and so never what is read in it.
    private readonly MemoryCache _read = new(new MemoryCacheOptions { SizeLimit = 16 });

    /// <summary>The suggestions for a text; none where its announcement was removed.</summary>
    public async Task<SuggestionList> ListAsync(SourceVersion source, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var announced = await AnnouncedAsync(db, source, cancel);
        var (model, version) = await models.ReadAsync(db, announced?.JurisdictionId, cancel);
        if (announced is null)
        {
            return new([], false, model.Version, [], 0);
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
            (await db.WaitingQuotationsAsync(source.Id, cancel)).Select(q => new
            {
                q.Chars.Start,
                q.Chars.End,
                SupportsKind = q.Supports,
            })
        ); // decided, and on its way
        var rejected = (await _rejected.ReadAsync(db, cancel)).ToLookup(r => (r.Kind, r.Exact), r => r.Id);
        var pillars = await PillarsAsync(db, announced.JurisdictionId, cancel);
        var candidates = _read.Get<IReadOnlyList<ModelCandidate>>(source.Id);
        var key = (source.Id, version, candidates is not null);
        var read =
            _read.Get<IReadOnlyList<Suggestion>>(key)
            ?? _read.Set(
                key,
                await Task.Run(() => new SuggestionReader(model).Read(source.Text, announced.FirstDay.Year, candidates, cancel), cancel),
                new MemoryCacheEntryOptions { Size = 1 }
            );
        var open = read.Where(s =>
                s.Place.Length <= Annotation.MaxCharacters
                && !annotated.Exists(a => IsOf(a.SupportsKind, s.Kind) && s.IsAlso(new(a.Start, a.End)))
            )
            .ToLookup(s => rejected.Contains((KindOf(s), source.Text[s.Place.Start..s.Place.End])));
        var listed = open[false].Take(MaxListed + 1).Select(Item).ToList();
        var heldBack = open[true].Take(MaxHeldBack).Select(Item).ToList();
        return new(
            listed.Count > MaxListed ? listed[..MaxListed] : listed,
            listed.Count > MaxListed,
            model.Version,
            await HeldBackReader.ReadAsync(db, heldBack, s => rejected[(s.Kind, s.Words.Exact)].First(), cancel),
            open[true].Count()
        );

        SuggestionItem Item(Suggestion s) => ItemOf(source, s, pillars);
    }

    private static SuggestionItem ItemOf(SourceVersion source, Suggestion s, Dictionary<string, (Guid Id, string Name)> pillars)
    {
        (Guid Id, string Name)? pillar = s.Pillar is not null && pillars.TryGetValue(s.Pillar, out var known) ? known : null;
        return new(
            new(source.Id, source.Sha256, source.Map.ToCodePoints(s.Place), source.Text[s.Place.Start..s.Place.End]),
            KindOf(s),
            pillar?.Id,
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
            PillarName = pillar?.Name,
        };
    }

    // By their slugs.
    private static async Task<Dictionary<string, (Guid Id, string Name)>> PillarsAsync(
        TrackerDb db,
        Guid? jurisdiction,
        CancellationToken cancel
    ) =>
        await db.Set<Pillar>()
            .InJurisdiction(jurisdiction)
            .Select(p => new
            {
                p.Slug,
                p.Id,
                p.Name,
            })
            .ToDictionaryAsync(p => p.Slug, p => (p.Id, p.Name), cancel);

    /// <summary>What marked words say, taken for a commitment or for a figure: read as those that the program finds itself.</summary>
    /// <param name="source">The text.</param>
    /// <param name="place">Where the words stand, in code points.</param>
    /// <param name="kind">What they are taken for.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Null where no figure stands in words that are taken for one, or the announcement was removed.</returns>
    public async Task<SuggestionItem?> ReadMarkedAsync(
        SourceVersion source,
        CodePointRange place,
        SuggestionKind kind,
        CancellationToken cancel = default
    )
    {
        ArgumentNullException.ThrowIfNull(source);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        var announced = await AnnouncedAsync(db, source, cancel);
        if (announced is null)
        {
            return null;
        }

        var (model, _) = await models.ReadAsync(db, announced.JurisdictionId, cancel);
        return new SuggestionReader(model).ReadMarked(source.Text, source.Map.ToChars(place), kind, announced.FirstDay.Year) is { } read
            ? ItemOf(source, read, await PillarsAsync(db, announced.JurisdictionId, cancel))
            : null;
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

        Guid? jurisdiction;
        await using (var db = await contexts.CreateDbContextAsync(cancel)) // none is held while the model reads
        {
            jurisdiction = (await AnnouncedAsync(db, source, cancel))?.JurisdictionId;
        }

        return _read
                .Set(
                    source.Id,
                    await languageModel.ReadAsync(source.Text, await models.PillarsAsync(jurisdiction, cancel), cancel),
                    new MemoryCacheEntryOptions { Size = 1 }
                )
                .Count > 0;
    }

    // When the text was announced, and whose policy it is; null where the announcement was removed.
    private static Task<Announced?> AnnouncedAsync(TrackerDb db, SourceVersion source, CancellationToken cancel) =>
        db.Set<Announcement>()
            .Where(n => n.Id == source.AnnouncementId)
            .Select(n => new Announced(n.FirstDay, n.JurisdictionId))
            .FirstOrDefaultAsync(cancel);

    private sealed record Announced(DateOnly FirstDay, Guid? JurisdictionId);

    private sealed record RejectedWords(Guid Id, RecordKind? Kind, string Exact);

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
