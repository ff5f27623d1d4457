using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.History;
using PolicyTracker.Core.Publishing;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Refusals;
using PolicyTracker.Core.Tests.Data;

namespace PolicyTracker.Core.Tests.Commitments;

/// <summary>While a status is disputed two editors are needed to move the commitment on, and none settles alone what they raised.</summary>
public sealed class DisputeTests
{
    private const string Slug = "software-colleges";
    private static readonly DateOnly Day = new(2024, 5, 1);

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_step_of_a_disputed_status_waits_for_a_second_editor_and_settles_it_when_approved(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var (mei, tom) = (await store.AddEditorAsync("mei"), await store.AddEditorAsync("tom"));
        var id = (await store.CommitmentAsync(Slug)).Id;
        await store.Get<CommitmentEdits>().ChangeStatusAsync(mei, id, 1, Status.Delivered, Day, "Ten were founded");
        await store.Get<DisputeEdits>().RaiseAsync(tom, id, "Nine of them were there before.");

        var shown = (await store.Get<CommitmentQueries>().FindAsync(Slug))!;
        Assert.True(shown.Commitment.IsDisputed);
        var dispute = Assert.Single(shown.Disputes);
        Assert.Equal(
            (Status.Delivered, "tom", true, "Nine of them were there before.", shown.Steps[0].Id),
            (dispute.Status, dispute.By, dispute.GoesOn, dispute.Reason, dispute.StepId)
        );
        Assert.Contains(
            (await store.Get<CommitmentQueries>().ListAsync(new())).Items.Concat(
                (await store.Get<CommitmentQueries>().ListAsync(new(), 2)).Items
            ),
            c => c.Slug == Slug && c.IsDisputed
        );

        // One editor alone moves nothing, whoever it is and though the tracker asks for no approval.
        Assert.False(await store.Get<Approvals>().AreRequiredAsync());
        await store.Get<CommitmentEdits>().ChangeStatusAsync(tom, id, 2, Status.PartlyDelivered, Day.AddDays(1), "One is new");
        shown = (await store.Get<CommitmentQueries>().FindAsync(Slug))!;
        Assert.Equal((Status.Delivered, 1), (shown.Commitment.Status, shown.Steps.Count));
        var waiting = Assert.Single((await store.Get<Approvals>().ListAsync(mei)).Items);
        Assert.Equivalent(
            new[] { RecordKind.Commitment, RecordKind.Dispute, RecordKind.StatusChange },
            waiting.Records.Select(r => r.Kind)
        );
        Assert.Equal(
            "own-proposal",
            (await Assert.ThrowsAsync<Refusal>(() => store.Get<Approvals>().ApproveAsync(tom, waiting.Edit.Id))).Code
        );
        await store.Get<Approvals>().ApproveAsync(mei, waiting.Edit.Id);
        shown = (await store.Get<CommitmentQueries>().FindAsync(Slug))!;
        Assert.Equal((Status.PartlyDelivered, false), (shown.Commitment.Status, shown.Commitment.IsDisputed));
        dispute = Assert.Single(shown.Disputes);
        Assert.Equal((false, null), (dispute.GoesOn, dispute.Settlement));

        // To take that back takes two again: the dispute would stand once more.
        var last = (await store.Get<ChangeQueries>().ListAsync(1))[0];
        Assert.Equal(("tom", "mei"), (last.By, last.ApprovedBy));
        await store.Get<HistoryEdits>().RevertAsync(mei, last.EditId);
        Assert.Equal(Status.PartlyDelivered, (await store.Get<CommitmentQueries>().FindAsync(Slug))!.Commitment.Status);

        // Settled, one editor is enough.
        var now = await store.CommitmentAsync(Slug);
        await store.Get<CommitmentEdits>().ChangeStatusAsync(tom, id, now.Version, Status.Delivered, Day.AddDays(2), "The rest is");
        Assert.Equal(Status.Delivered, (await store.Get<CommitmentQueries>().FindAsync(Slug))!.Commitment.Status);
        Assert.Empty((await store.Get<StoreVerifier>().VerifyAsync()).Failures);
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task Another_than_who_raised_it_settles_it_and_who_raised_it_only_with_a_second(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var (mei, tom) = (await store.AddEditorAsync("mei"), await store.AddEditorAsync("tom"));
        var id = (await store.CommitmentAsync(Slug)).Id;
        var edits = store.Get<DisputeEdits>();
        Assert.Equal("dispute", (await Assert.ThrowsAsync<Refusal>(() => edits.RaiseAsync(tom, id, " "))).Field);
        var dispute = await edits.RaiseAsync(tom, id, "It was never said so.");
        Assert.Equal("disputed-already", (await Assert.ThrowsAsync<Refusal>(() => edits.RaiseAsync(mei, id, "Me too"))).Code);
        Assert.Equal("dispute", (await Assert.ThrowsAsync<Refusal>(() => edits.SettleAsync(mei, dispute, " "))).Field);

        await edits.SettleAsync(tom, dispute, "I was wrong");
        Assert.NotNull(await store.Get<DisputeQueries>().FindAsync(id));
        var raised = (await store.Get<ChangeQueries>().OfRecordAsync(RecordKind.Dispute, dispute, 1)).Items[0];
        await store.Get<HistoryEdits>().RevertAsync(tom, raised.EditId); // nor by taking the edit back
        Assert.NotNull(await store.Get<DisputeQueries>().FindAsync(id));
        Assert.Equal(2, await store.Get<Approvals>().CountAsync());

        await edits.SettleAsync(mei, dispute, "It was said, see the transcript.");
        Assert.Null(await store.Get<DisputeQueries>().FindAsync(id));
        var shown = Assert.Single((await store.Get<CommitmentQueries>().FindAsync(Slug))!.Disputes);
        Assert.Equal(("It was said, see the transcript.", null), (shown.Settlement, shown.StepId));
        Assert.Equal("dispute-settled", (await Assert.ThrowsAsync<Refusal>(() => edits.SettleAsync(mei, dispute, "again"))).Code);
        await Assert.ThrowsAsync<Refusal>(async () =>
            await store.Get<Approvals>().ApproveAsync(mei, (await store.Get<Approvals>().ListAsync(mei)).Items[0].Edit.Id)
        );

        // Another may be raised, and the history has both.
        await edits.RaiseAsync(mei, id, "The transcript is another's.");
        Assert.Equal(2, (await store.Get<CommitmentQueries>().FindAsync(Slug))!.Disputes.Count);
        Assert.Equal(2, (await store.Get<HistoryQueries>().FindAsync(RecordKind.Dispute, dispute))!.Versions.Count);
    }

    [Theory, MemberData(nameof(TestStore.Kinds), MemberType = typeof(TestStore))]
    public async Task A_summary_says_what_is_disputed_and_can_be_checked_before_during_and_after(string kind)
    {
        await using var store = await TestStore.OpenAsync(kind);
        var (mei, tom) = (await store.AddEditorAsync("mei"), await store.AddEditorAsync("tom"));
        var id = (await store.CommitmentAsync(Slug)).Id;
        var before = (await store.Get<PillarSummary>().WriteAsync("core-sectors"))!;
        var dispute = await store.Get<DisputeEdits>().RaiseAsync(tom, id, "It was *never*\nsaid [so](x).");
        var during = (await store.Get<PillarSummary>().WriteAsync("core-sectors"))!;
        Assert.Contains("- Disputed since: ", during, StringComparison.Ordinal);
        Assert.DoesNotContain("*never*", during.Replace("\\*", "", StringComparison.Ordinal), StringComparison.Ordinal);
        await store.ChangeAsync(await store.CommitmentAsync("software-parks"), new() { ["title"] = "Found software parks" }, mei);
        await store.Get<DisputeEdits>().SettleAsync(mei, dispute, "It was.");
        var after = (await store.Get<PillarSummary>().WriteAsync("core-sectors"))!;
        Assert.DoesNotContain("Disputed since", after, StringComparison.Ordinal);
        foreach (var summary in new[] { before, during, after })
        {
            Assert.Empty((await store.Get<SummaryVerifier>().VerifyAsync(summary)).Failures);
        }
    }
}
