using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;
using PolicyTracker.Text;

namespace PolicyTracker.Core.Tests.Refusals;

public sealed partial class RefusalTests
{
    private static readonly Dictionary<string, string> Texts = new ResourceManager(
        "PolicyTracker.Core.Refusals.RefusalTexts",
        typeof(Refusal).Assembly
    )
        .GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!
        .Cast<DictionaryEntry>()
        .ToDictionary(e => (string)e.Key, e => (string)e.Value!);

    public static TheoryData<string> Factories { get; } = [.. Methods().Select(m => m.Name)];

    [Theory, MemberData(nameof(Factories))]
    public void Each_refusal_has_a_sentence_that_tells_all_that_it_knows(string factory)
    {
        var method = Methods().Single(m => m.Name == factory);
        var refused = (Refusal)method.Invoke(null, [.. method.GetParameters().Select((p, i) => Example(p, i))])!;
        foreach (var (parameter, i) in method.GetParameters().Select((p, i) => (p, i)).Where(p => p.p.Name is not ("field" or "cause")))
        {
            Assert.All(
                Shown(Example(parameter, i)),
                s => Assert.True(refused.Message.Contains(s, StringComparison.Ordinal), $"{parameter.Name} is not told: {refused.Message}")
            );
        }

        // A sentence ends as one, unless it ends with what went wrong beneath or with what to type.
        Assert.Matches(@"(?:[.]”?|\{\d\}|FILE)$", Texts[refused.Code]);
    }

    [Fact]
    public void No_sentence_is_left_without_a_refusal()
    {
        var codes = Methods()
            .Select(m => m.Name)
            .Concat([nameof(VersionConflict), nameof(DoubtfulWords)])
            .Select(n => Upper().Replace(n, "-$0").TrimStart('-').ToLowerInvariant())
            .ToList();
        Assert.Equal(codes.Order(StringComparer.Ordinal), Texts.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_programs_act_on_is_told_beside_the_sentence()
    {
        var taken = Refusal.SlugTaken("roads");
        Assert.Equal((RefusalKind.Conflict, "slug-taken", "slug"), (taken.Kind, taken.Code, taken.Field));
        Assert.Equal("The status is already in progress. Choose another, or leave it.", Refusal.StatusStands(Status.InProgress).Message);
        Assert.Equal(RefusalKind.NotAllowed, Refusal.NotEditor().Kind);
        Assert.Equal(RefusalKind.StoreUnavailable, StoreErrors.Refusal(new Microsoft.Data.Sqlite.SqliteException("full", 13)).Kind);
    }

    [Fact]
    public void A_text_that_can_not_be_quoted_is_refused_with_its_place()
    {
        static string Why(string raw) => Assert.Throws<Refusal>(() => SourceTexts.Prepare(raw)).Message;
        Assert.StartsWith("The text is empty.", Why(""), StringComparison.Ordinal);
        Assert.Contains("control character U+0003 at line 1, character 3", Why("PK\u0003\u0004"), StringComparison.Ordinal);
        Assert.Contains("words are shown (U+202E) at line 1, character 5", Why("pay \u202E001\u202C yuan"), StringComparison.Ordinal);
        Assert.Contains("(a lone surrogate, U+D83D) at line 2, character 6", Why("line\nhalf \uD83D here"), StringComparison.Ordinal);
        Assert.StartsWith("The text is 5.2 MB; the most is 5 MB.", Why(new string('字', 1_800_000)), StringComparison.Ordinal);
    }

    private static IEnumerable<MethodInfo> Methods() =>
        typeof(Refusal)
            .GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(m => m.ReturnType == typeof(Refusal));

    private static object Example(ParameterInfo parameter, int i) =>
        parameter.ParameterType switch
        {
            var t when t == typeof(string) => $"word{i}",
            var t when t == typeof(int) || t == typeof(long) || t == typeof(long?) => Convert.ChangeType(
                700 + i,
                Nullable.GetUnderlyingType(t) ?? t,
                CultureInfo.InvariantCulture
            ),
            var t when t == typeof(CharRange) => new CharRange(700 + i, 800 + i),
            var t when t == typeof(CodePointRange) => new CodePointRange(700 + i, 800 + i),
            var t when t == typeof(double) => 5.5,
            var t when t == typeof(DateTime) => new DateTime(2024, 5, 1, 0, 0, 0, DateTimeKind.Utc),
            var t when t == typeof(DateOnly) => new DateOnly(2024, 5, 1),
            var t when t == typeof(Enum) => RecordKind.StatusChange,
            var t when t == typeof(Exception) => new InvalidOperationException("fault beneath"),
            _ => throw new InvalidOperationException($"{parameter.ParameterType} has no example"),
        };

    private static IEnumerable<string> Shown(object example) =>
        example switch
        {
            CharRange range => [$"{range.Start}", $"{range.End}"],
            CodePointRange range => [$"{range.Start}", $"{range.End}"],
            DateTime or DateOnly => ["2024-05-01"],
            Enum => ["status change"],
            Exception e => [e.Message],
            IFormattable number => [number.ToString(null, CultureInfo.InvariantCulture)],
            _ => [(string)example],
        };

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Upper();
}
