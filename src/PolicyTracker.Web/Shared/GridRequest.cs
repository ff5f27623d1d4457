using MudBlazor;

namespace PolicyTracker.Web.Shared;

/// <summary>What is asked of a list that the store searches, sorts and pages; it stands in the address.</summary>
/// <param name="Words">Words that a name holds; none for all.</param>
/// <param name="Sort">What it is sorted by, as addresses name it; null for its own order.</param>
/// <param name="IsDescending">Whether it begins with the last.</param>
/// <param name="Page">The page, from 1.</param>
public sealed record GridRequest(string Words, string? Sort, bool IsDescending, int Page)
{
    /// <summary>What an address asks for; "-name" sorts by name, the last first.</summary>
    public static GridRequest Of(string? words, string? sort, string? page) =>
        new(
            words ?? "",
            string.IsNullOrEmpty(sort) ? null : sort.TrimStart('-'),
            sort?.StartsWith('-') is true,
            DisplayText.PageNumber(page)
        );

    /// <summary>The parameters of the address that asks for it.</summary>
    public Dictionary<string, object?> InAddress() =>
        new()
        {
            ["page"] = Page > 1 ? Page : null,
            ["q"] = Words.Length > 0 ? Words : null,
            ["sort"] = Sort is null ? null : (IsDescending ? "-" : "") + Sort,
        };

    /// <summary>Which way a column is sorted.</summary>
    public SortDirection DirectionOf(string column) =>
        Sort != column ? SortDirection.None
        : IsDescending ? SortDirection.Descending
        : SortDirection.Ascending;
}
