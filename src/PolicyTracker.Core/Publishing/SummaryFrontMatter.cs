using System.Globalization;
using YamlDotNet.Serialization;

namespace PolicyTracker.Core.Publishing;

/// <summary>The front matter of a summary, as a verification reads it.</summary>
internal sealed class SummaryFrontMatter
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder().IgnoreUnmatchedProperties().Build();

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

    /// <summary><see cref="AsOf"/> as a time; null where it is none.</summary>
    public DateTime? Time => DateTime.TryParse(AsOf, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    /// <summary>Reads it; null where there is none, or where it can't be read.</summary>
    public static SummaryFrontMatter? Read(string? yaml)
    {
        try
        {
            return yaml is null ? null : Yaml.Deserialize<SummaryFrontMatter?>(yaml);
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
        fields.AddRange((Sources ?? []).Select(s => ("source", (string?)$"{s.Announcement} version {s.Version}, {s.Title}, {s.Date}, SHA-256 {s.Sha256}")));
        return fields.Select(f => new SummaryStatement(0, f.Name, SummaryInlines.Fold(f.Value ?? ""), "front matter"));
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
