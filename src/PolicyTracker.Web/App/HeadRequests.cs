namespace PolicyTracker.Web.App;

/// <summary>Answers HEAD as GET, everywhere: the same status and headers; the server itself leaves the body away.</summary>
internal sealed class HeadRequests : IStartupFilter
{
    /// <summary>Whether only the headers are asked for: what is long need not be made then.</summary>
    public static bool IsHead(HttpContext context) => context.Items.ContainsKey(typeof(HeadRequests));

    // Before routing, which would answer that only GET is allowed.
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
        app =>
        {
            app.Use(
                (context, go) =>
                {
                    if (HttpMethods.IsHead(context.Request.Method))
                    {
                        context.Request.Method = HttpMethods.Get;
                        context.Items[typeof(HeadRequests)] = true;
                    }

                    return go(context);
                }
            );
            next(app);
        };
}
