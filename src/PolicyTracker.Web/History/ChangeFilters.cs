using System.Globalization;
using PolicyTracker.Core;
using PolicyTracker.Core.History;
using PolicyTracker.Core.Records;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.History;

/// <summary>The filter of the list of changes, as an address holds it.</summary>
internal static class ChangeFilters
{
    public static ChangeFilter Of(string? kind, string? act, string? by, string? from, string? until, string? words) =>
        new(
            WireNames.Parse<RecordKind>(kind),
            WireNames.Parse<RevisionAct>(act),
            DisplayText.Given(by),
            Day(from),
            Day(until),
            DisplayText.Given(words)
        );

    /// <summary>The query of an address for a filter; empty for none.</summary>
    public static string Query(ChangeFilter filter, long? before = null)
    {
        var fields = new (string Name, string? Value)[]
        {
            ("kind", filter.Kind is { } kind ? WireNames.Of(kind) : null),
            ("act", filter.Act is { } act ? WireNames.Of(act) : null),
            ("by", filter.By),
            ("from", Day(filter.From)),
            ("until", Day(filter.Until)),
            ("q", filter.Words),
            ("before", before?.ToString(CultureInfo.InvariantCulture)),
        };
        var query = string.Join('&', fields.Where(f => f.Value is not null).Select(f => $"{f.Name}={Uri.EscapeDataString(f.Value!)}"));
        return query.Length == 0 ? "" : "?" + query;
    }

    public static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
