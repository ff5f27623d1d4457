using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Announcements;
using PolicyTracker.Core.Collaboration;
using PolicyTracker.Core.Tests.Data;

namespace PolicyTracker.Core.Tests.Accounts;

public sealed class DraftTests
{
    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task Two_tabs_keep_a_draft_each_and_one_can_go_on_with_the_others(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var (mei, tom, drafts) = (await store.AddEditorAsync("mei"), await store.AddEditorAsync("tom"), store.Get<Drafts>());
        await drafts.SaveAsync(mei, "new", "desk", new NewAnnouncement { Title = "Half ty" });
        await drafts.SaveAsync(mei, "new", "desk", new NewAnnouncement { Title = "Half typed" });
        await drafts.SaveAsync(mei, "new", "train", new NewAnnouncement { Title = "Another" });

        Assert.Equal("Half typed", (await drafts.FindAsync<NewAnnouncement>(mei, "new", "desk"))?.Title);
        Assert.Equal("Another", (await drafts.FindAsync<NewAnnouncement>(mei, "new", "train"))?.Title);
        Assert.Equal(["train", "desk"], (await drafts.ListAsync(mei, "new")).Select(d => d.Tab));
        Assert.Null(await drafts.FindAsync<NewAnnouncement>(tom, "new", "desk"));
        Assert.Empty(await drafts.ListAsync(tom));

        await drafts.TakeOverAsync(mei, "new", "train", "desk");
        Assert.Equal("Another", (await drafts.FindAsync<NewAnnouncement>(mei, "new", "desk"))?.Title);
        await drafts.RemoveAsync(mei, "new", "desk");
        Assert.Empty(await drafts.ListAsync(mei));
        await Assert.ThrowsAsync<Refusal>(() => drafts.SaveAsync(Editor.Anonymous, "new", "desk", new NewAnnouncement()));
    }
}
