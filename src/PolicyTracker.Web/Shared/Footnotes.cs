using PolicyTracker.Core.Sources;

namespace PolicyTracker.Web.Shared;

/// <summary>The numbers of a page's footnotes: each quotation gets one, in the order in which it is shown.</summary>
public sealed class Footnotes
{
    private readonly Dictionary<Guid, int> _numbers = [];
    private readonly List<Quotation> _quotations = [];

    public Footnotes(IEnumerable<Quotation> quotations)
    {
        foreach (var quotation in quotations)
        {
            if (_numbers.TryAdd(quotation.Id, _numbers.Count + 1))
            {
                _quotations.Add(quotation);
            }
        }
    }

    public IReadOnlyList<Quotation> Quotations => _quotations;

    public int? Of(Quotation quotation) => _numbers.TryGetValue(quotation.Id, out var number) ? number : null;
}
