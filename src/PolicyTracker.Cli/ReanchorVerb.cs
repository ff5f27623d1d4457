using System.CommandLine;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PolicyTracker.Core;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Announcements;

namespace PolicyTracker.Cli;

/// <summary><c>reanchor [SLUG]</c></summary>
internal static class ReanchorVerb
{
    public static Command Make()
    {
        var slug = new Argument<string?>("SLUG") { Description = Texts["ReanchorAnnouncement"], Arity = ArgumentArity.ZeroOrOne };
        var reanchor = new Command("reanchor", Texts["Reanchor"]) { slug };
        reanchor.SetAction(
            (parsed, cancel) =>
                Store.UseAsync(
                    parsed,
                    async services =>
                    {
                        var open = await services.GetRequiredService<ReanchorQueries>().AnnouncementsAsync(cancel);
                        if (parsed.GetValue(slug) is { } asked)
                        {
                            _ =
                                await services.GetRequiredService<AnnouncementQueries>().HeadAsync(asked, cancel)
                                ?? throw Refusal.NoAnnouncement(asked);
                            open = [.. open.Where(a => a.Slug == asked)];
                        }

                        await using var output = TextFiles.Output();
                        var (carried, left) = (0, 0);
                        foreach (var announcement in open)
                        {
                            var list = await services
                                .GetRequiredService<ReanchorEdits>()
                                .CarryAsync(Editor.CommandLine, announcement.Slug, Tell, cancel);
                            carried += list.Count(q => q.IsSame);
                            foreach (var quotation in list.Where(q => !q.IsSame))
                            {
                                left++;
                                await output.WriteLineAsync(Line(quotation, announcement.Newest).ToJsonString(AnchorCase.Json));
                            }
                        }

                        await Console.Error.WriteLineAsync(Texts["Reanchored", carried, left, open.Count]);
                        return ExitCodes.Done;
                    },
                    cancel
                )
        );
        return reanchor;
    }

    // Every tenth of the way is told.
    private static void Tell(ReanchorProgress p)
    {
        if (p.Done == 0 || p.Done == p.Of || p.Done * 10 / p.Of > (p.Done - 1) * 10 / p.Of)
        {
            Console.Error.WriteLine(Texts["ReanchorProgress", p.Announcement, p.Done, p.Of]);
        }
    }

    private static JsonObject Line(ReanchoredQuotation q, int newest)
    {
        var line = new JsonObject
        {
            ["id"] = q.Id,
            ["announcement"] = q.Announcement,
            ["state"] = WireNames.Of(q.Found.State),
            ["from"] = new JsonObject
            {
                ["version"] = q.From,
                ["start"] = q.Place.Start,
                ["end"] = q.Place.End,
                ["exact"] = q.Exact,
            },
        };
        if (q.There is { } there)
        {
            line["to"] = new JsonObject
            {
                ["version"] = newest,
                ["start"] = there.Place.Start,
                ["end"] = there.Place.End,
                ["exact"] = there.Exact,
            };
            (line["change"], line["score"]) = (WireNames.Of(q.Found.Change), q.Found.Score);
        }

        return line;
    }
}
