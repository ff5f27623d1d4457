using System.Text.RegularExpressions;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Jurisdictions;

/// <summary>Whose policy it is: a country, region or union. Pillars, bodies and announcements belong to one.</summary>
public sealed partial class Jurisdiction : Record, IHasSlug, IOrdered
{
    /// <summary>Its word in addresses: ?jurisdiction=china.</summary>
    public required string Slug { get; set; }

    /// <summary>English name as it stands within a sentence: China, the European Union.</summary>
    public required string Name { get; set; }

    /// <summary>Chinese name.</summary>
    public string? NameZh { get; set; }

    /// <summary>Its code of ISO 3166-1 (CN) or 3166-2 (GB-SCT); null where it has none. No two that stand have the same.</summary>
    public string? Code { get; set; }

    /// <summary>Place among the jurisdictions, from 1: the first is what readers see who ask for none.</summary>
    public int Order { get; set; }

    /// <inheritdoc/>
    public override string Label => Name;

    /// <inheritdoc/>
    public override void Check()
    {
        NeedSlug(Slug);
        if (Slug == JurisdictionQueries.All)
        {
            throw Refusal.JurisdictionSlugReserved(Slug);
        }

        Need(Name, RuleTexts.Texts["Name"]);
        Limit(NameZh, RuleTexts.Texts["Name"], 300);
        if (Code is not null && !CodeForm().IsMatch(Code))
        {
            throw Refusal.NoJurisdictionCode(Code);
        }
    }

    [GeneratedRegex(@"^[A-Z]{2}(-[A-Z0-9]{1,3})?$")]
    private static partial Regex CodeForm();
}
