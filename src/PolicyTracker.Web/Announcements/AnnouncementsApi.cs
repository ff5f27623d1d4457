using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Import;
using PolicyTracker.Core.Records;
using PolicyTracker.Web.Accounts;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Announcements;

/// <summary>
/// What programs write, with a token that has the scope for it. The same edit methods as the pages, with the same rights and
/// rules.
/// </summary>
internal static class AnnouncementsApi
{
    public static void MapAnnouncementsApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1");
        api.MapGet(
                "/me",
                (ClaimsPrincipal user) =>
                    TypedResults.Ok(new { user.Identity!.Name, Scopes = user.FindAll(TokenAuthentication.ScopeClaim).Select(c => c.Value) })
            )
            .RequireAuthorization(TokenAuthentication.Scheme)
            .WithName("Me")
            .WithSummary("Whom a token speaks for, and what it may do.");
        api.MapPost("/announcements", AddAsync)
            .RequireAuthorization(Scopes.Announce)
            .WithName("AddAnnouncement")
            .WithSummary("Adds an announcement with its text.")
            .WithDescription(
                "What is here already (409) or looks like no announcement (422) is added with addAnyway alone. "
                    + "The date is a day, or a month (2007-11) or year (2007) where no more is known."
            )
            .DisableAntiforgery();
        api.MapPost("/announcements/{slug}/annotations", ImportAsync)
            .RequireAuthorization(Scopes.Annotate)
            .WithName("ImportAnnotations")
            .WithSummary("Takes over W3C Web Annotations whose words are surely found, and tells what became of each.")
            .WithDescription(
                "?restricted=true also takes those that not everybody may read where they come from, "
                    + "?cutOff=true words cut off from a negation before them."
            )
            .DisableAntiforgery();
    }

    private static async Task<Results<Created<RecordName>, ProblemHttpResult>> AddAsync(
        NewAnnouncement made,
        ClaimsPrincipal user,
        AnnouncementEdits edits,
        AnnouncementDoubts doubts,
        CancellationToken cancel
    )
    {
        if (!made.AddAnyway && await doubts.FindAsync(made, cancel) is { Count: > 0 } found)
        {
            return Doubtful(found);
        }

        var slug = await edits.AddAsync(AccountServices.Of(user), made, cancel);
        return TypedResults.Created(Addresses.Announcement(slug), new RecordName(slug, made.Title));
    }

    // What is here already is in conflict with it; what is no announcement is not understood.
    private static ProblemHttpResult Doubtful(IReadOnlyList<AnnouncementDoubt> doubts)
    {
        var known = doubts.FirstOrDefault(d => d.Slug is not null);
        return TypedResults.Problem(
            AnnouncementTexts.Texts["SendAnyway", string.Join(" ", doubts.Select(d => d.Message))],
            statusCode: known is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status409Conflict,
            title: known is null ? AnnouncementTexts.Texts["HardlyAnnouncement"] : AnnouncementTexts.Texts["HereAlready"],
            extensions: new Dictionary<string, object?>
            {
                ["existing"] = known?.Slug,
                ["likeness"] = known?.Likeness,
                ["doubts"] = doubts,
                ["field"] = known is { Kind: DoubtKind.KnownAddress } ? "address" : "text",
            }
        );
    }

    private static async Task<Ok<IReadOnlyList<ImportedAnnotation>>> ImportAsync(
        string slug,
        HttpContext context,
        AnnotationImport import,
        bool restricted = false,
        bool cutOff = false
    )
    {
        var annotations = await AnnotationFile.ReadAsync(context.Request.Body, context.RequestAborted);
        return TypedResults.Ok(
            await import.RunAsync(
                AccountServices.Of(context.User),
                annotations,
                slug,
                new(restricted, cutOff),
                cancel: context.RequestAborted
            )
        );
    }
}
