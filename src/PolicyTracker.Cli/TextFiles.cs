using System.Text;
using PolicyTracker.Text;

namespace PolicyTracker.Cli;

/// <summary>Files of words, for the verbs that need no store.</summary>
internal static class TextFiles
{
    /// <summary>
    /// Reads a UTF-8 text as the store keeps it (<see cref="SourceText.Normalize"/>), so that positions in it are those of the
    /// stored text.
    /// </summary>
    /// <exception cref="Refusal">It is no UTF-8.</exception>
    public static async Task<string> ReadAsync(string file, CancellationToken cancel)
    {
        try
        {
            return SourceText.Normalize(
                new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(await File.ReadAllBytesAsync(file, cancel))
            );
        }
        catch (DecoderFallbackException e)
        {
            throw Refusal.TextNotUtf8(file, e.Index);
        }
    }

    /// <summary>Standard output as UTF-8 with line feeds, whatever the terminal is set to.</summary>
    public static StreamWriter Output() => new(Console.OpenStandardOutput(), new UTF8Encoding(false)) { NewLine = "\n" };
}
