using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Sources;
using PolicyTracker.Text;
using PolicyTracker.Text.Anchoring;
using static PolicyTracker.Core.Publishing.VerificationTexts;

namespace PolicyTracker.Core.Publishing;

/// <summary>
/// Checks an exported summary: each quotation against its source, the whole against the digest that it carries, and all
/// that it states against what the store stated when it was exported.
/// </summary>
public sealed partial class SummaryVerifier(IDbContextFactory<TrackerDb> contexts)
{
    /// <summary>Checks a summary. Escapes, line breaks and the numbers of footnotes are Markdown's own and may differ.</summary>
    /// <returns>
    /// How many quotations were checked, each failure in a sentence, and, where the store has moved on since the summary was
    /// exported, what it states otherwise by now.
    /// </returns>
    public async Task<Verification> VerifyAsync(string markdown, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        var file = SummaryFile.Read(markdown);
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var failures = new List<string>();
        if (file.Quotes.Count == 0)
        {
            failures.Add(Texts["NoQuotation"]);
        }

        var wrong = await CheckQuotesAsync(db, file, failures, cancel);
        if (file.Front is { Digest: null })
        {
            failures.Add(Texts["NoDigest"]);
        }
        else if (file.Front is { Digest: { } digest } && !digest.Equals(file.ComputeDigest(), StringComparison.OrdinalIgnoreCase))
        {
            failures.Add(Texts["OtherDigest"]);
        }

        var compared = await new SummaryComparison(contexts, file).RunAsync(db, cancel);
        failures.AddRange(compared.Differences.Where(d => !wrong.Contains(d.Line)).Select(d => d.Text));
        return new Verification(file.Quotes.Count, failures, compared.Since);
    }

    // Returns the lines of those that are wrong.
    private static async Task<HashSet<int>> CheckQuotesAsync(
        TrackerDb db,
        SummaryFile file,
        List<string> failures,
        CancellationToken cancel
    )
    {
        var wrong = new HashSet<int>();
        var texts = new Dictionary<(string, int), SourceWithMap?>();
        foreach (var quote in file.Quotes)
        {
            var place = PlaceForm().Match(quote.Note ?? "");
            if (quote.Fault is not null || !place.Success)
            {
                failures.Add(
                    quote.Fault is { } fault
                        ? Texts["NotWordsAlone", quote.Line, fault, quote.Words]
                        : Texts["NoFootnote", quote.Line, quote.Words]
                );
                wrong.Add(quote.Line);
                continue;
            }

            var slug = place.Groups["slug"].Value;
            var version = int.Parse(place.Groups["version"].Value, CultureInfo.InvariantCulture);
            if (!texts.TryGetValue((slug, version), out var source))
            {
                texts[(slug, version)] = source = await FindAsync(db, slug, version, file.Front, failures, cancel);
            }

            if (source is null)
            {
                continue; // said once, when the source was looked up
            }

            var range = new CodePointRange(
                int.Parse(place.Groups["start"].Value, CultureInfo.InvariantCulture),
                int.Parse(place.Groups["end"].Value, CultureInfo.InvariantCulture)
            );
            var there = source.Map.Holds(range) ? source.Map.ToChars(range).In(source.Text)! : "";
            if (SummaryInlines.Fold(there) != SummaryInlines.Fold(quote.Words))
            {
                failures.Add(Texts["OtherWords", quote.Line, slug, version, range.Start, range.End, quote.Words, there]);
                wrong.Add(quote.Line);
            }
        }

        return wrong;
    }

    private static async Task<SourceWithMap?> FindAsync(
        TrackerDb db,
        string slug,
        int number,
        SummaryFrontMatter? front,
        List<string> failures,
        CancellationToken cancel
    )
    {
        var found = await db.Set<Announcement>()
            .IgnoreQueryFilters()
            .Where(a => a.Slug == slug)
            .Join(db.Set<SourceVersion>().IgnoreQueryFilters(), a => a.Id, v => v.AnnouncementId, (_, v) => v)
            .FirstOrDefaultAsync(v => v.Number == number, cancel);
        if (found is null)
        {
            failures.Add(Texts["NoSource", slug, number]);
            return null;
        }

        var given = front?.Sources?.Find(s => s.Announcement == slug && s.Version == number);
        if (front is not null && given?.Sha256 != found.Sha256)
        {
            failures.Add(
                given?.Sha256 is { } hash
                    ? Texts["OtherSource", hash, slug, number, found.Sha256]
                    : Texts["SourceUnhashed", slug, number, found.Sha256]
            );
        }

        return new SourceWithMap(found.Text, new CodePointMap(found.Text));
    }

    [GeneratedRegex(@", `?(?<slug>[a-z0-9-]+)`? version (?<version>[0-9]{1,6}), (?<start>[0-9]{1,9})-(?<end>[0-9]{1,9})\s*$")]
    private static partial Regex PlaceForm();

    private sealed record SourceWithMap(string Text, CodePointMap Map);
}
