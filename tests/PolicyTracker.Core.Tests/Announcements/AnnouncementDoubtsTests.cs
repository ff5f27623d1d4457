using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Tests.Data;

namespace PolicyTracker.Core.Tests.Announcements;

/// <summary>A source that is here already is said to be, before it is added a second time.</summary>
public sealed class AnnouncementDoubtsTests
{
    private const string Text =
        "The district will dig forty wells before the dry season.\nIts office for water lends the pumps, and each village keeps its own in repair.";

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_known_address_and_a_copied_text_are_told_with_how_alike_the_texts_are(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var doubts = store.Get<AnnouncementDoubts>();
        var first = new NewAnnouncement
        {
            Title = "Wells",
            Slug = "wells",
            Issuer = "District",
            Date = new DateOnly(2024, 1, 1),
            Address = "https://district.example/wells",
            Text = Text,
        };
        Assert.Empty(await doubts.FindAsync(first));
        await store.Get<AnnouncementEdits>().AddAsync(Editor.Seed, first);

        var address = Assert.Single(
            await doubts.FindAsync(
                first with
                {
                    Address = "http://www.district.example/wells/?utm_source=x#top",
                    Text = "Quite other words about roads and bridges in the hills.",
                }
            )
        );
        Assert.Equal((DoubtKind.KnownAddress, "wells"), (address.Kind, address.Slug));
        Assert.InRange(address.Likeness!.Value, 0, 0.3);

        foreach (
            var same in new[]
            {
                "https://DISTRICT.example:443/./wells",
                "https://district.example//w%65lls",
                "https://me@district.example./wells?fbclid=1&mc_cid=2",
            }
        )
        {
            Assert.Equal(
                "wells",
                Assert
                    .Single(
                        await doubts.FindAsync(
                            first with
                            {
                                Address = same,
                                Text = "Quite other words about roads and bridges in the hills.",
                            }
                        )
                    )
                    .Slug
            );
        }

        Assert.Empty(
            await doubts.FindAsync(
                first with
                {
                    Address = "https://district.example:8443/wells",
                    Text = "Quite other words about roads and bridges in the hills.",
                }
            )
        );
        var copy = Assert.Single(await doubts.FindAsync(first with { Address = "https://elsewhere.example/1" }));
        Assert.Equal((DoubtKind.KnownText, "wells", 1.0), (copy.Kind, copy.Slug, copy.Likeness));
        Assert.Contains("letter for letter", copy.Message, StringComparison.Ordinal);

        foreach (
            var nearly in new[]
            {
                Text.Replace("forty", "fourty", StringComparison.Ordinal),
                Text.Replace('\n', ' '),
                Text + " ",
                "News: " + Text,
            }
        )
        {
            var near = Assert.Single(await doubts.FindAsync(first with { Address = null, Text = nearly }));
            Assert.Equal((DoubtKind.KnownText, "wells"), (near.Kind, near.Slug));
            Assert.DoesNotContain("letter for letter", near.Message, StringComparison.Ordinal);
        }

        Assert.Empty(
            await doubts.FindAsync(
                first with
                {
                    Address = null,
                    Text = "The district will build a road to the coast. Its office for roads pays for the gravel.",
                }
            )
        );
    }
}
