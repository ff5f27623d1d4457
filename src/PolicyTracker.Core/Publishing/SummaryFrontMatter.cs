using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;
using YamlDotNet.Serialization;
using static PolicyTracker.Core.Publishing.SummaryTexts;

namespace PolicyTracker.Core.Publishing;

/// <summary>The front matter of a summary, as a verification reads it.</summary>
internal sealed class SummaryFrontMatter
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder().IgnoreUnmatchedProperties().Build();

    private static readonly string[] OfAll = ["title", "pillar", "as-of", "statements-sha256", "sources"];

    private static readonly string[] OfSource = ["announcement", "version", "title", "date", "sha256"];

    /// <summary>The pillar's name.</summary>
    [YamlMember(Alias = "title")]
    public string? Title { get; set; }

    /// <summary>The pillar's slug.</summary>
    [YamlMember(Alias = "pillar")]
    public string? Pillar { get; set; }

    /// <summary>The time of the newest edit that it shows, UTC.</summary>
    [YamlMember(Alias = "as-of")]
    public string? AsOf { get; set; }

    /// <summary>The digest of all that it states.</summary>
    [YamlMember(Alias = "statements-sha256")]
    public string? Digest { get; set; }

    /// <summary>The texts that it quotes.</summary>
    [YamlMember(Alias = "sources")]
    public List<SourceEntry>? Sources { get; set; }

    /// <summary>What else stands in it, comments too, which no export writes.</summary>
    [YamlIgnore]
    public IReadOnlyList<string> Further { get; private set; } = [];

    /// <summary><see cref="AsOf"/> as a time; null where it is none.</summary>
    public DateTime? Time =>
        DateTime.TryParse(
            AsOf,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal,
            out var time
        )
            ? time
            : null;

    /// <summary>Reads it; null where there is none, or where it can't be read.</summary>
    public static SummaryFrontMatter? Read(string? yaml)
    {
        try
        {
            if (yaml is null || Yaml.Deserialize<SummaryFrontMatter?>(yaml) is not { } front)
            {
                return null;
            }

            front.Further = [.. FurtherIn(yaml)];
            return front;
        }
        catch (YamlDotNet.Core.YamlException)
        {
            return null;
        }
    }

    /// <summary>What it states, but for the digest.</summary>
    public IEnumerable<SummaryStatement> Statements()
    {
        var fields = new List<(string Name, string? Value)> { ("title", Title), ("pillar", Pillar), ("as-of", AsOf) };
        fields.AddRange(
            (Sources ?? []).Select(s =>
                ("source", (string?)$"{s.Announcement} version {s.Version}, {s.Title}, {s.Date}, SHA-256 {s.Sha256}")
            )
        );
        fields.AddRange(Further.Select(f => (Texts["FurtherLine"], (string?)f)));
        return fields.Select(f => new SummaryStatement(0, f.Name, SummaryInlines.Fold(f.Value ?? ""), Texts["FrontMatter"]));
    }

    private static IEnumerable<string> FurtherIn(string yaml)
    {
        var all = Yaml.Deserialize<Dictionary<string, object?>>(yaml);
        var sources = (all.GetValueOrDefault("sources") as List<object> ?? [])
            .OfType<Dictionary<object, object?>>()
            .SelectMany(s => s.Where(f => !OfSource.Contains((string)f.Key)));
        foreach (
            var (key, value) in all.Where(f => !OfAll.Contains(f.Key))
                .Concat(sources.Select(f => KeyValuePair.Create((string)f.Key, f.Value)))
        )
        {
            yield return $"{key}: {value as string ?? "…"}";
        }

        var scanner = new Scanner(new StringReader(yaml), skipComments: false);
        while (scanner.MoveNext())
        {
            if (scanner.Current is Comment comment)
            {
                yield return $"# {comment.Value}";
            }
        }
    }

    /// <summary>A text that a summary quotes.</summary>
    internal sealed class SourceEntry
    {
        /// <summary>The announcement's slug.</summary>
        [YamlMember(Alias = "announcement")]
        public string? Announcement { get; set; }

        /// <summary>The number of its version.</summary>
        [YamlMember(Alias = "version")]
        public int Version { get; set; }

        /// <summary>The announcement's title.</summary>
        [YamlMember(Alias = "title")]
        public string? Title { get; set; }

        /// <summary>Its date.</summary>
        [YamlMember(Alias = "date")]
        public string? Date { get; set; }

        /// <summary>SHA-256 of the text.</summary>
        [YamlMember(Alias = "sha256")]
        public string? Sha256 { get; set; }
    }
}
