using Microsoft.AspNetCore.Antiforgery;
using PolicyTracker.Core;
using PolicyTracker.Core.Collaboration;
using PolicyTracker.Core.Refusals;
using PolicyTracker.Web.Accounts;

namespace PolicyTracker.Web.Announcements;

/// <summary>Who works on an announcement and how far it is, as a form says it.</summary>
internal static class AssignmentEndpoint
{
    /// <summary>The parameter of a page that tells why nothing was set.</summary>
    public const string Fault = "work";

    public static void MapAssignments(this WebApplication app) =>
        app.MapPost(
                "/announcements/{slug}/assignment",
                async (string slug, HttpContext context, IAntiforgery antiforgery, AssignmentEdits edits) =>
                {
                    if (!await antiforgery.IsRequestValidAsync(context))
                    {
                        return Results.BadRequest();
                    }

                    var form = await context.Request.ReadFormAsync(context.RequestAborted);
                    var back =
                        form["back"].ToString() is { Length: > 1 } given && given[0] == '/' && given[1] is not ('/' or '\\')
                            ? given
                            : "/announcements";
                    if (WireNames.Parse<WorkState>(form["state"]) is not { } state)
                    {
                        return Results.BadRequest();
                    }

                    try
                    {
                        await edits.SetAsync(AccountServices.Of(context.User), slug, state, form["assignee"], context.RequestAborted);
                        return Results.LocalRedirect(back);
                    }
                    catch (Refusal refused)
                    {
                        return Results.LocalRedirect($"/announcements?{Fault}={Uri.EscapeDataString(refused.Code)}");
                    }
                }
            )
            .RequireAuthorization(AccountServices.Edit)
            .ExcludeFromDescription();
}
