using System.Reflection;
using System.Reflection.Emit;
using System.Text.RegularExpressions;

namespace PolicyTracker.Core.Tests.Localization;

/// <summary>Finds sentences for readers that stand in code or markup, where no translator can get at them.</summary>
internal static partial class SentenceRules
{
    // What of an element or a component is read by people.
    private static readonly HashSet<string> ReadAttributes = new(
        [
            "title",
            "aria-label",
            "aria-description",
            "aria-roledescription",
            "alt",
            "placeholder",
            "label",
            "data-label",
            "text",
            "helpertext",
            "heading",
            "caption",
            "empty",
            "part",
            "yes",
            "no",
        ],
        StringComparer.OrdinalIgnoreCase
    );

    // Faults of the program itself; what other exceptions say may reach a reader.
    private static readonly Type[] ForProgrammers =
    [
        typeof(InvalidOperationException),
        typeof(ArgumentException),
        typeof(NotSupportedException),
        typeof(System.Diagnostics.UnreachableException),
        typeof(EndOfStreamException),
    ];

    /// <summary>The sentences, each with the outermost type in which it stands.</summary>
    public static IEnumerable<(Type Type, string Sentence)> Find(Assembly assembly) =>
        Instruction
            .Of(assembly)
            .SelectMany(m => Enumerable.Range(0, m.Instructions.Count).Select(i => (m.Type, Sentence: SentenceAt(m.Instructions, i))))
            .Where(f => f.Sentence is not null)
            .Select(f => (f.Type, f.Sentence!));

    private static string? SentenceAt(List<Instruction> code, int at)
    {
        if (code[at].Text is not { } text)
        {
            return null;
        }

        // A literal that a call takes at once; others are parts of something, or go through a branch.
        var taker = at + 1 < code.Count ? code[at + 1].Method : null;
        return taker?.Name switch
        {
            "AddMarkupContent" => Shown(text).FirstOrDefault(HasWord),
            "AddContent" => HasWord(text) ? text : null,
            "AddAttribute" or "AddComponentParameter" => code[at - 1].Text is { } name && ReadAttributes.Contains(name) && HasWord(text)
                ? text
                : null,
            "WithSummary" or "WithDescription" => null, // what programmers read of the API
            _ => IsSentence(text) && !IsForProgrammers(code, at) && !IsForPrograms(text) ? text : null,
        };
    }

    /// <summary>What readers see of a piece of markup: its text, and what is read out of its attributes.</summary>
    internal static IEnumerable<string> Shown(string markup) =>
        Tag()
            .Split(markup)
            .Concat(
                Tag()
                    .Matches(markup)
                    .SelectMany(t => AttributeOfTag().Matches(t.Value))
                    .Where(a => ReadAttributes.Contains(a.Groups["name"].Value))
                    .Select(a => a.Groups["value"].Value)
            );

    internal static bool HasWord(string text) => Word().IsMatch(text);

    /// <summary>Two words with a space between them: names of fields, paths and classes have none, or are not written in letters.</summary>
    internal static bool IsSentence(string text) => TwoWords().IsMatch(text);

    // A query, the header of a security policy, the name of a system.
    private static bool IsForPrograms(string text) =>
        Sql().IsMatch(text) || text.Contains("'self'", StringComparison.Ordinal) || text is "Mac OS" or "Data Source=:memory:";

    // A message of the log, or of a fault in the program itself.
    private static bool IsForProgrammers(List<Instruction> code, int at) =>
        code.Skip(at + 1)
            .TakeWhile(i => i.Code != OpCodes.Ret && i.Code != OpCodes.Pop)
            .Select(i => i.Method)
            .Any(m =>
                m?.DeclaringType?.FullName
                    is "Microsoft.Extensions.Logging.LoggerExtensions"
                        or "Microsoft.Extensions.Logging.LoggerMessage"
                || (m is ConstructorInfo && ForProgrammers.Any(f => f.IsAssignableFrom(m.DeclaringType)))
            );

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("(?<name>[a-z-]+)=\"(?<value>[^\"]*)\"")]
    private static partial Regex AttributeOfTag();

    [GeneratedRegex(@"(?<!&)\b\p{L}{2,}\b(?!;)")]
    private static partial Regex Word();

    [GeneratedRegex(@"(?<![\w/-])\p{L}[\p{L}’']*[,.:;]? \p{L}[\p{L}’']*(?![\w=-])")]
    private static partial Regex TwoWords();

    [GeneratedRegex(@"\b(?:SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|PRAGMA|ALTER|BEGIN|VACUUM|IS NULL|IS NOT NULL|WHERE|ORDER BY)\b")]
    private static partial Regex Sql();
}
