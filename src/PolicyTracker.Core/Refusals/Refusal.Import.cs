namespace PolicyTracker.Core.Refusals;

// Refusals about files that are read.
public partial class Refusal
{
    /// <summary>An annotation of a file that can't be read; counted from 1.</summary>
    public static Refusal AnnotationUnreadable(int number, string fault) => new(RefusalKind.Invalid, [number, fault]);

    /// <summary>A file of annotations that is too long.</summary>
    public static Refusal AnnotationsTooLong(long max) => new(RefusalKind.Invalid, [max]);

    /// <summary>A file that is too long.</summary>
    public static Refusal FileTooLong(string bytes, string max) => new(RefusalKind.Invalid, [bytes, max]);

    /// <summary>A collection of annotations that names its first page alone.</summary>
    public static Refusal FirstPageMissing(string page) => new(RefusalKind.Invalid, [page]);

    /// <summary>An import that stopped in the middle.</summary>
    public static Refusal ImportStopped(Exception fault, int done, int count) =>
        new(RefusalKind.Conflict, [fault.Message, done, count], fault);

    /// <summary>A file without annotations.</summary>
    public static Refusal NoAnnotations() => new(RefusalKind.Invalid, []);

    /// <summary>A file of annotations that is no JSON.</summary>
    public static Refusal NoJson(long? line) => new(RefusalKind.Invalid, [line]);

    /// <summary>A folder without a seed.</summary>
    public static Refusal NoSeedFile(string folder) => new(RefusalKind.NotFound, [folder]);

    /// <summary>A date of a seed that can't be read.</summary>
    public static Refusal SeedDate(string text) => new(RefusalKind.Invalid, [text]);

    /// <summary>A day of a seed that can't be read.</summary>
    public static Refusal SeedDay(string text) => new(RefusalKind.Invalid, [text]);

    /// <summary>A file of a seed that can't be used.</summary>
    public static Refusal SeedFault(string path, string fault) => new(RefusalKind.Invalid, [path, fault]);

    /// <summary>A seed whose issuer was removed.</summary>
    public static Refusal SeedIssuerRemoved(string issuer) => new(RefusalKind.Conflict, [issuer]);

    /// <summary>A program without its seed.</summary>
    public static Refusal SeedMissing(string name) => new(RefusalKind.NotFound, [name]);

    /// <summary>A number of a seed that can't be read.</summary>
    public static Refusal SeedNumber(string text) => new(RefusalKind.Invalid, [text]);

    /// <summary>A seed quotation that the text does not have.</summary>
    public static Refusal SeedQuotationMissing(Enum kind, string slug, string quoted, string file) =>
        new(RefusalKind.Invalid, [kind, slug, quoted, file]);

    /// <summary>A seed quotation that the text has more than once.</summary>
    public static Refusal SeedQuotationTwice(Enum kind, string slug, string quoted, string file) =>
        new(RefusalKind.Invalid, [kind, slug, quoted, file]);

    /// <summary>A seed whose text the store does not have.</summary>
    public static Refusal SeedTextUnknown(string file, string announcement) => new(RefusalKind.Conflict, [file, announcement]);

    /// <summary>A seed with two records of one name.</summary>
    public static Refusal SeedTwice(Enum kind, string slug) => new(RefusalKind.Invalid, [kind, slug]);

    /// <summary>A seed that names a record which is not there.</summary>
    public static Refusal SeedUnknown(string kind, string slug) => new(RefusalKind.Invalid, [kind, slug]);

    /// <summary>A seed record without a quotation.</summary>
    public static Refusal SeedUnquoted(Enum kind, string slug) => new(RefusalKind.Invalid, [kind, slug]);

    /// <summary>A seed file that is no YAML of its form.</summary>
    public static Refusal SeedUnreadable(long line, string fault) => new(RefusalKind.Invalid, [line, fault]);

    /// <summary>A word of a seed that is none of a list.</summary>
    public static Refusal SeedWord(string text, string words) => new(RefusalKind.Invalid, [text, words]);

    /// <summary>A file with too many annotations.</summary>
    public static Refusal TooManyAnnotations(int max) => new(RefusalKind.Invalid, [max]);
}
