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
        catch (Exception e) when (e is System.Data.Common.DbException || StoreErrors.IsTransient(e))
        {
            await Console.Error.WriteLineAsync(Texts["StoreUnusable", e.GetBaseException().Message]);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(Texts["FileUnusable", e.Message]);
        }

        return ExitCodes.Wrong;
    }
}
