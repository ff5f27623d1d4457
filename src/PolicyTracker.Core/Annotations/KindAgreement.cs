using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Annotations;

/// <summary>How two editors agree on which sentences hold a kind of statement.</summary>
/// <param name="Kind">The kind; null for comments.</param>
/// <param name="Both">Sentences in which both marked one.</param>
/// <param name="First">Sentences in which only the first did.</param>
/// <param name="Second">Sentences in which only the second did.</param>
/// <param name="Neither">Sentences in which neither did.</param>
public sealed record KindAgreement(RecordKind? Kind, int Both, int First, int Second, int Neither)
{
    /// <summary>
    /// Cohen's kappa (J. Cohen, A coefficient of agreement for nominal scales, 1960): how far agreement goes beyond chance,
    /// from -1 to 1. Null where chance alone would agree on every sentence, so that nothing can be said.
    /// </summary>
    public double? Kappa
    {
        get
        {
            double n = Both + First + Second + Neither;
            var observed = (Both + Neither) / n;
            var chance = (((Both + First) / n) * ((Both + Second) / n)) + (((Second + Neither) / n) * ((First + Neither) / n));
            return n == 0 || chance >= 1 ? null : (observed - chance) / (1 - chance);
        }
    }
}
