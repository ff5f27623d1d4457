using PolicyTracker.Text;

namespace PolicyTracker.Core.Sources;

/// <summary>Texts on their way to being sources: <see cref="SourceText"/>'s rules, refused in the tracker's words.</summary>
public static class SourceTexts
{
    /// <summary>The text as it is kept: line feeds alone, no byte order mark.</summary>
    /// <exception cref="Refusal">It can't be a source.</exception>
    public static string Prepare(string raw)
    {
        try
        {
            return SourceText.Prepare(raw);
        }
        catch (UnusableTextException e)
        {
            throw Of(e.Fault);
        }
    }

    /// <summary>Refuses a text by its size alone, which can be told before the text itself is at hand.</summary>
    /// <param name="bytes">Its length in bytes of UTF-8.</param>
    /// <exception cref="Refusal">It is too long.</exception>
    public static void CheckSize(long bytes)
    {
        try
        {
            SourceText.CheckSize(bytes);
        }
        catch (UnusableTextException e)
        {
            throw Of(e.Fault);
        }
    }

    private static Refusal Of(TextFault fault)
    {
        const int Mega = 1024 * 1024;
        var character = $"U+{(int)fault.Character:X4}";
        return fault.Kind switch
        {
            TextFaultKind.Empty => Refusal.TextEmpty(),
            TextFaultKind.HalfCharacter => Refusal.TextSurrogate(character, fault.Line, fault.Column),
            TextFaultKind.ControlCharacter => Refusal.TextBinary(character, fault.Line, fault.Column),
            TextFaultKind.HiddenControl => Refusal.TextHidden(character, fault.Line, fault.Column),
            _ => Refusal.TextTooLong(Math.Ceiling(10.0 * fault.Bytes / Mega) / 10, SourceText.MaxBytes / Mega),
        };
    }
}
