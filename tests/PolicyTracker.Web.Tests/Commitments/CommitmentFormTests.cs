using PolicyTracker.Core.Commitments;
using PolicyTracker.Web.Commitments;

namespace PolicyTracker.Web.Tests.Commitments;

public sealed class CommitmentFormTests
{
    private static readonly CommitmentFields Fields = new() { Title = "Build parks", GoalId = Guid.CreateVersion7(), Timeframe = "soon" };

    [Fact]
    public void What_only_the_other_editor_changed_is_taken_over_and_what_only_I_changed_is_kept()
    {
        var form = CommitmentForm.Of(Stored(1, Fields));
        form.Fields.Title = "Build ten parks";

        var both = form.Rebase(Stored(2, Fields with { Timeframe = "by 2025", TopicIds = [Guid.CreateVersion7()] }));

        Assert.Empty(both);
        Assert.Equal(("Build ten parks", "by 2025", 2), (form.Fields.Title, form.Fields.Timeframe, form.BasedOn));
        Assert.Single(form.Fields.TopicIds);
    }

    [Fact]
    public void What_both_changed_is_left_to_the_editor_and_mine_is_not_lost()
    {
        var form = CommitmentForm.Of(Stored(1, Fields));
        form.Fields.Title = "Build ten parks";

        var stands = Stored(2, Fields with { Title = "Build twelve parks" });
        var field = Assert.Single(form.Rebase(stands));

        Assert.Equal(("Title", "Build ten parks"), (field.Name, form.Fields.Title));
        field.Copy(stands.Fields, form.Fields);
        Assert.Equal("Build twelve parks", form.Fields.Title);
    }

    [Fact]
    public void The_same_change_made_twice_is_no_conflict()
    {
        var form = CommitmentForm.Of(Stored(1, Fields));
        form.Fields.Timeframe = "";

        Assert.Empty(form.Rebase(Stored(2, Fields with { Timeframe = null })));
    }

    private static CommitmentToEdit Stored(int version, CommitmentFields fields) => new(Guid.CreateVersion7(), version, Status.Announced, fields with { }, "tom", DateTime.UtcNow);
}
