using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Editing;

namespace PolicyTracker.Web.Shared;

/// <summary>
/// The edit that an editor last asked for, and what came of it: done, refused with the field that is wrong, or doubtful until the
/// editor confirms it. One is made at a time; what was typed is never lost by it.
/// </summary>
/// <param name="who">Who edits, asked anew with each edit: a page may outlive a sign-out.</param>
internal sealed class EditAttempt(Func<Task<Editor>> who)
{
    private Func<IReadOnlyList<string>, Task> _again = _ => Task.CompletedTask;

    /// <summary>Whether an edit is being made.</summary>
    public bool IsBusy { get; private set; }

    /// <summary>What was done; null where nothing was.</summary>
    public string? Message { get; private set; }

    /// <summary>Why nothing was done; null where that is not so.</summary>
    public string? Fault { get; private set; }

    /// <summary>The field that is wrong, as programs name it; null where it is no single one.</summary>
    public string? FaultField { get; private set; }

    /// <summary>Both, for the fields of the form; null where no field is wrong.</summary>
    public FieldFault? AtField => Fault is { } text && FaultField is { } name ? new(name, text) : null;

    /// <summary>What is doubtful about the quoted words; none where nothing is.</summary>
    public IReadOnlyList<WordDoubt> Doubts { get; private set; } = [];

    /// <summary>Makes an edit, or tells why it was not made. Does nothing while another is being made.</summary>
    /// <param name="edit">The edit; is given who makes it, and the messages of the doubts that were confirmed.</param>
    /// <param name="merge">What to do where somebody changed the record meanwhile; null where that is a refusal like others.</param>
    /// <param name="confirmed">The messages of doubts that the editor was told and does not share.</param>
    public async Task MakeAsync(
        Func<Editor, IReadOnlyList<string>, Task> edit,
        Func<VersionConflict, Task>? merge = null,
        IReadOnlyList<string>? confirmed = null
    )
    {
        if (IsBusy)
        {
            return;
        }

        Clear();
        IsBusy = true;
        _again = messages => MakeAsync(edit, merge, messages);
        try
        {
            await edit(await who(), confirmed ?? []);
        }
        catch (VersionConflict conflict) when (merge is not null)
        {
            await merge(conflict);
        }
        catch (DoubtfulWords doubtful)
        {
            Doubts = doubtful.Doubts;
        }
        catch (Refusal refused)
        {
            Refuse(refused.Message, refused.Field);
        }
        finally
        {
            IsBusy = false;
        }
    }

    /// <summary>Makes the last edit all the same, in spite of the doubts with these messages.</summary>
    public Task ConfirmAsync(IReadOnlyList<string> messages) => _again(messages);

    /// <summary>Tells what was done.</summary>
    public void Tell(string? message) => Message = message;

    /// <summary>Tells why something was not done, and which field is wrong.</summary>
    public void Refuse(string? fault, string? field = null) => (Fault, FaultField) = (fault, field);

    /// <summary>The words are others now: what was doubtful about the old ones does not hold for them.</summary>
    public void DropDoubts() => Doubts = [];

    /// <summary>Tells nothing any more.</summary>
    public void Clear() => (Message, Fault, FaultField, Doubts) = (null, null, null, []);
}
