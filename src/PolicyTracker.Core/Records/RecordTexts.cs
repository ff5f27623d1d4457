using PolicyTracker.Core.Localization;

namespace PolicyTracker.Core.Records;

/// <summary>What kinds of records and their fields are called: <c>Pillar.One</c>, <c>Pillar.Many</c>, <c>Field.Summary</c>.</summary>
internal static class RecordTexts
{
    private static readonly TextResource Texts = new(typeof(RecordTexts));

    /// <exception cref="InvalidOperationException">There is none under this key.</exception>
    public static string Of(string key) => Texts[key];
}
