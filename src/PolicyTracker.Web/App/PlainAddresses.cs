using PolicyTracker.Text;

namespace PolicyTracker.Web.App;

/// <summary>No page has a control character in its address, and no filter looks for one: a store may not even take the question.</summary>
internal static class PlainAddresses
{
    public static void UsePlainAddresses(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                if (PlainText.Fault(context.Request.Path.Value ?? "", hasLines: false) is not null)
                {
                    context.Response.StatusCode = StatusCodes.Status404NotFound;
                    return Task.CompletedTask;
                }

                // Only what is escaped can be one: most addresses are not read twice.
                if (
                    context.Request.QueryString.Value?.Contains('%', StringComparison.Ordinal) is true
                    && context.Request.Query.Any(q =>
                        PlainText.Fault(q.Key, hasLines: true) is not null
                        || q.Value.Any(v => v is not null && PlainText.Fault(v, hasLines: true) is not null)
                    )
                )
                {
                    context.Response.StatusCode = StatusCodes.Status400BadRequest;
                }
                else
                {
                    return next(context);
                }

                return Task.CompletedTask;
            }
        );
}
