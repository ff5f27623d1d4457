using PolicyTracker.Text;

namespace PolicyTracker.Core.Refusals;

// Refusals about announcements, texts and quotations.
public partial class Refusal
{
    /// <summary>An annotation that was removed.</summary>
    public static Refusal AnnotationRemoved() => new(RefusalKind.NotFound, []);

    /// <summary>A short name that another announcement has.</summary>
    public static Refusal AnnouncementSlugTaken(string slug) => new(RefusalKind.Conflict, [slug]) { Field = "slug" };

    /// <summary>Quotations that others changed.</summary>
    public static Refusal CarriedByOthers() => new(RefusalKind.Conflict, []);

    /// <summary>An announcement of tomorrow.</summary>
    public static Refusal DateInFuture(string date) => new(RefusalKind.Invalid, [date]) { Field = "date" };

    /// <summary>An announcement without a date.</summary>
    public static Refusal DateMissing() => new(RefusalKind.Invalid, []) { Field = "date" };

    /// <summary>An annotation with a kind and no record, or the other way round.</summary>
    public static Refusal HalfSupported() => new(RefusalKind.Invalid, []) { Field = "supports" };

    /// <summary>An announcement of nobody.</summary>
    public static Refusal IssuerEmpty() => new(RefusalKind.Invalid, []) { Field = "issuer" };

    /// <summary>An issuer whose name is too long.</summary>
    public static Refusal IssuerTooLong(int length, int max) => new(RefusalKind.Invalid, [length, max]) { Field = "issuer" };

    /// <summary>Marked words that the source does not have there (code points).</summary>
    public static Refusal MarkedNotInSource(CodePointRange place, string marked, string source) =>
        new(RefusalKind.Invalid, [place.Start, place.End, marked, source]);

    /// <summary>A version came in meanwhile.</summary>
    public static Refusal NewerVersion(int version) => new(RefusalKind.Conflict, [version]);

    /// <summary>An announcement that is not there.</summary>
    public static Refusal NoAnnouncement(string slug) => new(RefusalKind.NotFound, [slug]);

    /// <summary>A language that is no tag.</summary>
    public static Refusal NoLanguageTag(string? language) => new(RefusalKind.Invalid, [language]) { Field = "language" };

    /// <summary>A range outside the text (UTF-16).</summary>
    public static Refusal NoPlace(CharRange place) => new(RefusalKind.Invalid, [place.Start, place.End]);

    /// <summary>A quotation of no text.</summary>
    public static Refusal NoSource() => new(RefusalKind.NotFound, []);

    /// <summary>An address that no browser opens.</summary>
    public static Refusal NoWebAddress(string? address) => new(RefusalKind.Invalid, [address]) { Field = "address" };

    /// <summary>What is recorded as not said.</summary>
    public static Refusal NotSaidAlready(int version) => new(RefusalKind.Conflict, [version]);

    /// <summary>A kind of record that words can't support.</summary>
    public static Refusal NotSupportable() => new(RefusalKind.Invalid, []) { Field = "supports" };

    /// <summary>An annotation that says nothing.</summary>
    public static Refusal NothingSupported() => new(RefusalKind.Invalid, []) { Field = "supports" };

    /// <summary>Quotations that others settled.</summary>
    public static Refusal NothingToCarry() => new(RefusalKind.Conflict, []);

    /// <summary>A quotation that would move to another text.</summary>
    public static Refusal OtherText() => new(RefusalKind.Invalid, []);

    /// <summary>The hash of the marked text is not that of the stored one.</summary>
    public static Refusal OtherTextMarked() => new(RefusalKind.Conflict, []);

    /// <summary>Words that the source does not have there (UTF-16).</summary>
    public static Refusal QuotationNotInSource(CharRange place, string quoted, string source) =>
        new(RefusalKind.Invalid, [place.Start, place.End, quoted, source]);

    /// <summary>Words that are quoted there.</summary>
    public static Refusal QuotedAlready() => new(RefusalKind.Conflict, []);

    /// <summary>A version that says nothing new.</summary>
    public static Refusal SameText(int version) => new(RefusalKind.Conflict, [version]) { Field = "text" };

    /// <summary>A suggestion of which the editor was asked something that was not answered.</summary>
    public static Refusal SuggestionAsks(Enum question, string field) => new(RefusalKind.Invalid, [question]) { Field = field };

    /// <summary>A suggested indicator without a value.</summary>
    public static Refusal SuggestionWithoutValue() => new(RefusalKind.Invalid, []);

    /// <summary>Words that support nothing yet.</summary>
    public static Refusal SupportedMissing(Enum kind) => new(RefusalKind.Invalid, [kind]) { Field = "supports" };

    /// <summary>A quotation of a removed record.</summary>
    public static Refusal SupportedRemoved() => new(RefusalKind.NotFound, []) { Field = "supports" };

    /// <summary>A file that is no text.</summary>
    public static Refusal TextBinary(string character, int line, int column) =>
        new(RefusalKind.Invalid, [character, line, column]) { Field = "text" };

    /// <summary>A text without words.</summary>
    public static Refusal TextEmpty() => new(RefusalKind.Invalid, []) { Field = "text" };

    /// <summary>A text whose words are shown in another order.</summary>
    public static Refusal TextHidden(string character, int line, int column) =>
        new(RefusalKind.Invalid, [character, line, column]) { Field = "text" };

    /// <summary>A file that is no UTF-8; the byte at which that shows.</summary>
    public static Refusal TextNotUtf8(string file, int at) => new(RefusalKind.Invalid, [file, at]) { Field = "text" };

    /// <summary>A text with half a character.</summary>
    public static Refusal TextSurrogate(string character, int line, int column) =>
        new(RefusalKind.Invalid, [character, line, column]) { Field = "text" };

    /// <summary>A text that is too long, in MB.</summary>
    public static Refusal TextTooLong(double size, int max) => new(RefusalKind.Invalid, [size, max]) { Field = "text" };

    /// <summary>Somebody added a version meanwhile.</summary>
    public static Refusal VersionCameIn(int version) => new(RefusalKind.Conflict, [version]);

    /// <summary>Positions in code points that are not those of the words.</summary>
    public static Refusal WrongPositions(string quoted, CodePointRange kept, CodePointRange found) =>
        new(RefusalKind.Invalid, [quoted, kept.Start, kept.End, found.Start, found.End]);
}
