using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;

namespace PolicyTracker.Web.App;

/// <summary>
/// The part of an address's query that a page or download knows. What it does not know is taken away before the page is made or
/// looked for among those kept, so that it neither makes another page nor stands in its links.
/// </summary>
internal static class KnownQuery
{
    private static readonly ConcurrentDictionary<Type, string[]> OfPages = new();

    /// <summary>The query without what the endpoint does not know and without what is empty, in one order.</summary>
    public static QueryString Of(IQueryCollection query, Endpoint endpoint)
    {
        var known =
            endpoint.Metadata.GetMetadata<Download>()?.Query
            ?? (endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is { Type: var page } ? OfPages.GetOrAdd(page, Parameters) : []);
        return QueryString.Create(
            known.SelectMany(name => query[name].Where(v => !string.IsNullOrEmpty(v)).Select(v => KeyValuePair.Create(name, (string?)v)))
        );
    }

    private static string[] Parameters(Type page) =>
        [
            .. page.GetProperties()
                .Select(p => (p.Name, Query: p.GetCustomAttribute<SupplyParameterFromQueryAttribute>()))
                .Where(p => p.Query is not null)
                .Select(p => p.Query!.Name ?? char.ToLowerInvariant(p.Name[0]) + p.Name[1..])
                .Order(StringComparer.Ordinal),
        ];
}
