using PolicyTracker.Core;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Cli;

/// <summary>Turns what is wrong with files, texts or edits into a message and an exit code.</summary>
internal static class Refusals
{
    /// <summary>Runs a verb.</summary>
    public static async Task<int> TellAsync(Func<Task<int>> verb)
    {
        try
        {
            return await verb();
        }
        catch (Refusal e)
        {
            await Console.Error.WriteLineAsync(e.Message);
        }
        catch (Exception e) when (e is System.Data.Common.DbException || StoreTrouble.IsIn(e))
        {
            await Console.Error.WriteLineAsync(
                $"The store can't be used: {e.GetBaseException().Message} See that its disk is not full and that nothing else keeps it; “verify” tells whether it is damaged."
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"{e.Message} Check the path and its rights.");
        }

        return ExitCodes.Wrong;
    }
}
