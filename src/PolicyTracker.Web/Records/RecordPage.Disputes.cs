using Microsoft.AspNetCore.Components;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Records;
using PolicyTracker.Web.Shared;

namespace PolicyTracker.Web.Records;

// A doubt about where a commitment stands.
public sealed partial class RecordPage
{
    private DisputeItem? _dispute;

    [Inject]
    internal DisputeEdits DisputeEdits { get; set; } = null!;

    [Inject]
    internal DisputeQueries DisputeQueries { get; set; } = null!;

    private async Task FindDisputeAsync()
    {
        if (_kind is RecordKind.Commitment && _stands is { } commitment)
        {
            _dispute = await DisputeQueries.FindAsync(commitment.Id);
        }
    }

    private Task DisputeAsync() =>
        MakeAsync(
            async (by, _) =>
            {
                var was = _dispute;
                if (was is null)
                {
                    await DisputeEdits.RaiseAsync(by, _stands!.Id, _form.Dispute);
                }
                else
                {
                    await DisputeEdits.SettleAsync(by, was.Id, _form.Dispute);
                }

                await FindDisputeAsync();
                _form.Dispute = "";
                var waits = _dispute?.Id == was?.Id;
                await GoOnWithAsync(_form);
                return waits ? DisplayText.Waits
                    : was is null ? StructureTexts.Texts["Disputed"]
                    : StructureTexts.Texts["DisputeSettled"];
            }
        );
}
