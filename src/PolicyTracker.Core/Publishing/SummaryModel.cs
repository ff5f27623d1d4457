using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Indicators;
using PolicyTracker.Core.Pillars;
using PolicyTracker.Core.Sources;
using PolicyTracker.Text;

namespace PolicyTracker.Core.Publishing;

/// <summary>A source as a summary names it.</summary>
internal sealed record SummarySource(
    Guid VersionId,
    string Slug,
    int Version,
    string Title,
    Period Date,
    bool DateInferred,
    string Sha256,
    DateTime ChangedAt,
    int Newest,
    DateTime NewestAt
);

/// <summary>A quotation as a summary shows it;</summary>
internal sealed record SummaryQuotation(
    Guid SupportsId,
    string Exact,
    CodePointRange Place,
    SummarySource Source,
    DateTime ChangedAt,
    QuotationAge Age
);

/// <summary>
/// Everything that a pillar's summary shows, in the order in which it shows it; of the steps that by which each commitment stands
/// where it does.
/// </summary>
internal sealed record SummaryModel(
    Pillar Pillar,
    List<Goal> Goals,
    List<Commitment> Commitments,
    Dictionary<Guid, StatusChange> Steps,
    Dictionary<Guid, Dispute> Disputes,
    List<Achievement> Achievements,
    List<Indicator> Indicators,
    List<IndicatorValue> Values,
    Dictionary<Guid, string> Bodies,
    ILookup<Guid, SummaryQuotation> Quotations,
    DateTime AsOf
);
