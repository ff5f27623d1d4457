using PolicyTracker.Core.History;

namespace PolicyTracker.Web.App;

/// <summary>An address that led to a record which was renamed or merged leads on (301); one of a removed record is gone (410).</summary>
internal static class OldAddresses
{
    private static readonly Dictionary<string, RecordKind> Nouns = new(StringComparer.Ordinal)
    {
        ["pillars"] = RecordKind.Pillar,
        ["commitments"] = RecordKind.Commitment,
        ["indicators"] = RecordKind.Indicator,
        ["announcements"] = RecordKind.Announcement,
    };

    /// <summary>The removed record that an address led to, for the page that says so.</summary>
    public static AddressFate? GoneOf(HttpContext? context) => context?.Items[typeof(AddressFate)] as AddressFate;

    public static void UseOldAddresses(this WebApplication app) => app.Use(async (context, next) =>
    {
        await next(context);
        if (context.Response.StatusCode != StatusCodes.Status404NotFound || context.Response.HasStarted
            || !(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
            || context.Request.Path.Value!.Split('/', 4) is not ["", var noun, { Length: > 0 } slug, ..] parts || !Nouns.TryGetValue(noun, out var kind))
        {
            return;
        }

        switch (await context.RequestServices.GetRequiredService<AddressQueries>().FindAsync(kind, slug, context.RequestAborted))
        {
            case { Slug: { } moved }:
                context.Response.Redirect($"/{noun}/{moved}{(parts.Length > 3 ? "/" + parts[3] : "")}{context.Request.QueryString}", permanent: true);
                break;
            case { } gone:
                context.Items[typeof(AddressFate)] = gone;
                context.Response.StatusCode = StatusCodes.Status410Gone;
                break;
        }
    });
}
