using PolicyTracker.Core.Records;
using PolicyTracker.Web.Records;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Tests.Records;

public sealed class RecordFormTests
{
    private static readonly Dictionary<string, string?> Fields = new()
    {
        ["title"] = "Build parks",
        ["timeframe"] = "soon",
        ["topics"] = "",
        ["status"] = "announced",
    };

    [Fact]
    public void What_only_the_other_editor_changed_is_taken_over_and_what_only_I_changed_is_kept()
    {
        var form = RecordForm.Of(Stored(1));
        form.Values["title"] = "Build ten parks";
        var topic = Guid.CreateVersion7();

        Assert.Empty(Merged(form, Stored(2, ("timeframe", "by 2025"), ("topics", $"{topic}"))));
        Assert.Equal(("Build ten parks", "by 2025", 2), (form.Values["title"], form.Values["timeframe"], form.BasedOn));
        Assert.Equal([topic], RecordForm.Several(form.Values["topics"]));
    }

    [Fact]
    public void A_step_in_the_status_by_another_leaves_nothing_half_typed_once_my_change_is_taken_back()
    {
        var form = RecordForm.Of(Stored(1));
        form.Values["title"] = "Build ten parks";
        Assert.Empty(Merged(form, Stored(2, ("status", "in-progress"))));
        form.Values["title"] = "Build parks";
        Assert.True(form.IsEmpty);
    }

    [Fact]
    public void What_both_changed_is_left_to_the_editor_and_mine_is_not_lost()
    {
        var form = RecordForm.Of(Stored(1));
        form.Values["title"] = "Build ten parks";

        var row = Assert.Single(Merged(form, Stored(2, ("title", "Build twelve parks"))));
        Assert.Equal(("Title", "Build parks", "Build twelve parks", "Build ten parks"), (row.Name, row.Base, row.Theirs, row.Mine));
        Assert.Equal(("Build ten parks", 1), (form.Values["title"], form.BasedOn));
    }

    [Fact]
    public void The_same_change_made_twice_is_no_conflict()
    {
        var form = RecordForm.Of(Stored(1));
        form.Values["timeframe"] = "";

        Assert.Empty(Merged(form, Stored(2, ("timeframe", null))));
    }

    [Fact]
    public void A_form_is_empty_until_something_is_typed_that_is_not_stored()
    {
        var form = RecordForm.Of(Stored(1));
        Assert.True(form.IsEmpty);
        form.Reason = "Three parks named";
        Assert.False(form.IsEmpty);
        (form.Reason, form.Values["timeframe"]) = ("", "later");
        Assert.False(form.IsEmpty);
    }

    // The fields that both changed, once the form was merged with what stands.
    private static IReadOnlyList<FieldConflict> Merged(RecordForm form, RecordToEdit stands)
    {
        var merge = new FieldMerge();
        merge.Begin(stands.ChangedBy, form.Against(stands, (_, value) => value), () => form.Settle(stands));
        return merge.Conflicts;
    }

    private static RecordToEdit Stored(int version, params (string Name, string? Value)[] changed)
    {
        var values = new Dictionary<string, string?>(Fields);
        foreach (var (name, value) in changed)
        {
            values[name] = value;
        }

        return new(RecordKind.Commitment, Guid.CreateVersion7(), version, "Build parks", values, null, "tom", DateTime.UtcNow);
    }
}
