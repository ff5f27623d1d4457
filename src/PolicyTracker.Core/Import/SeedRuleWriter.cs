using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Rules;

namespace PolicyTracker.Core.Import;

/// <summary>Makes the editorial rules of the files of a seed.</summary>
internal sealed class SeedRuleWriter(TrackerDb db, SeedSlugs slugs)
{
    private int _added;

    /// <summary>
    /// Adds what the store never had, to an edit. A status whose meaning an editor has stated otherwise keeps that meaning.
    /// </summary>
    public async Task AddAsync(List<SeedRule> rules)
    {
        var stated = await db.Set<EditorialRule>().Where(r => r.Status != null).Select(r => r.Status).ToListAsync();
        var last = await RecordOrder.NextAsync(db, RecordKind.EditorialRule, null, CancellationToken.None) - 1;
        foreach (var seed in rules.Where(r => !slugs.Had<EditorialRule>(r.Slug)))
        {
            Status? status = seed.Status is null ? null : SeedValues.Word<Status>(seed.Status);
            if (status is not null && stated.Contains(status))
            {
                continue;
            }

            _added++;
            var rule = new EditorialRule
            {
                Slug = seed.Slug,
                Title = seed.Title,
                Text = seed.Text.Trim(),
                Status = status,
                Order = last + _added,
            };
            slugs.Add(seed.Slug, rule);
            db.Add(rule);
        }
    }
}
