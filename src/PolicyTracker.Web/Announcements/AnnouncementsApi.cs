using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Import;
using PolicyTracker.Text;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.App;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Announcements;

/// <summary>What programs write, with a token that has the scope for it. The same edit methods as the pages, with the same rights and rules.</summary>
internal static class AnnouncementsApi
{
    // Far above any announcement; what is bigger is a mistake.
    private const long MostBytes = 20_000_000;

    public static void MapAnnouncementsApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1");
        api.MapGet("/me", (ClaimsPrincipal user) => TypedResults.Ok(new { user.Identity!.Name, Scopes = user.FindAll(TokenAuthentication.ScopeClaim).Select(c => c.Value) }))
            .RequireAuthorization(TokenAuthentication.Scheme).WithName("Me").WithSummary("Whom a token speaks for, and what it may do.");
        api.MapPost("/announcements", AddAsync).RequireAuthorization(Scopes.Announce).WithName("AddAnnouncement").WithSummary("Adds an announcement with its text.").DisableAntiforgery();
        api.MapPost("/announcements/{slug}/annotations", ImportAsync).RequireAuthorization(Scopes.Annotate).WithName("ImportAnnotations")
            .WithSummary("Takes over W3C Web Annotations whose words are surely found, and tells what became of each.").DisableAntiforgery();
    }

    private static async Task<Results<Created<Named>, ProblemHttpResult>> AddAsync(NewAnnouncement made, ClaimsPrincipal user, AnnouncementEdits edits)
    {
        try
        {
            var slug = await edits.AddAsync(AccountServices.Of(user), made);
            return TypedResults.Created(Addresses.Announcement(slug), new Named(slug, made.Title));
        }
        catch (Exception e) when (e is RefusedException or UnusableTextException)
        {
            return ApiFaults.Refused(e);
        }
    }

    private static async Task<Results<Ok<IReadOnlyList<ImportedAnnotation>>, ProblemHttpResult>> ImportAsync(string slug, HttpContext context, AnnotationImport import)
    {
        try
        {
            if (context.Request.ContentLength > MostBytes)
            {
                throw new RefusedException($"A file of annotations has {MostBytes} bytes at most. Send it in parts.");
            }

            var annotations = await AnnotationFile.ReadAsync(context.Request.Body, context.RequestAborted);
            return TypedResults.Ok(await import.RunAsync(AccountServices.Of(context.User), annotations, slug, context.RequestAborted));
        }
        catch (RefusedException e)
        {
            return ApiFaults.Refused(e);
        }
    }
}
