using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;

namespace PolicyTracker.Core.Records;

/// <summary>The nouns of the tracker that have a history.</summary>
public enum RecordKind
{
    /// <summary>A priority area.</summary>
    [JsonStringEnumMemberName("pillar")]
    Pillar,

    /// <summary>What a pillar sets out to reach.</summary>
    [JsonStringEnumMemberName("goal")]
    Goal,

    /// <summary>An undertaking by a public body.</summary>
    [JsonStringEnumMemberName("commitment")]
    Commitment,

    /// <summary>One step in a commitment's status.</summary>
    [JsonStringEnumMemberName("status-change")]
    StatusChange,

    /// <summary>A result stated as reached.</summary>
    [JsonStringEnumMemberName("achievement")]
    Achievement,

    /// <summary>A measured quantity.</summary>
    [JsonStringEnumMemberName("indicator")]
    Indicator,

    /// <summary>A reported value of an indicator.</summary>
    [JsonStringEnumMemberName("observation")]
    Observation,

    /// <summary>A value that an indicator is to reach.</summary>
    [JsonStringEnumMemberName("target")]
    Target,

    /// <summary>A named plan, programme, campaign or event.</summary>
    [JsonStringEnumMemberName("initiative")]
    Initiative,

    /// <summary>A body or person.</summary>
    [JsonStringEnumMemberName("actor")]
    Actor,

    /// <summary>A technology or sector tag.</summary>
    [JsonStringEnumMemberName("topic")]
    Topic,

    /// <summary>A glossary entry.</summary>
    [JsonStringEnumMemberName("term")]
    Term,

    /// <summary>A source document.</summary>
    [JsonStringEnumMemberName("announcement")]
    Announcement,

    /// <summary>The immutable text of an announcement.</summary>
    [JsonStringEnumMemberName("source-version")]
    SourceVersion,

    /// <summary>A quotation or comment on a source version.</summary>
    [JsonStringEnumMemberName("annotation")]
    Annotation,
}

/// <summary>What every record with a history has. Only <see cref="Editing.RecordWriter"/> raises versions.</summary>
public abstract partial class Record : IWrittenByEdits
{
    /// <summary>Identity, never reused (UUID version 7, so that new ones sort last).</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>1 when made, one more with each edit.</summary>
    public int Version { get; internal set; }

    /// <summary>When it was last edited, UTC, to the millisecond.</summary>
    public DateTime ChangedAt { get; internal set; }

    /// <summary>When it was taken out of view; its history stays. Null while it stands.</summary>
    public DateTime? RemovedAt { get; internal set; }

    /// <summary>Which noun it is.</summary>
    public RecordKind Kind => Descriptor.Kind;

    /// <summary>What it is called in a list of changes.</summary>
    public abstract string Label { get; }

    /// <summary>Whether it may stand only with at least one quotation that supports it.</summary>
    public bool NeedsQuotation => Descriptor.NeedsQuotation;

    /// <summary>What the program knows about its kind.</summary>
    internal RecordDescriptor Descriptor => field ??= RecordDescriptors.Of(GetType());

    /// <summary>Checks the rules that the record alone can answer for.</summary>
    /// <exception cref="Refusal">A rule is broken.</exception>
    public abstract void Check();

    /// <summary>Refuses an empty or overlong field.</summary>
    protected static void Need(string? value, string field, int most = 300, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            throw Refusal.FieldEmpty(field, InPrograms(name));
        }

        Limit(value, field, most, name);
    }

    /// <summary>Refuses an overlong field.</summary>
    protected static void Limit(string? value, string field, int most, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value?.Length > most)
        {
            throw Refusal.FieldTooLong(field, value.Length, most, InPrograms(name));
        }
    }

    // A property's name as contents and programs write it.
    private static string InPrograms(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    /// <summary>Refuses what can't be part of an address.</summary>
    protected static void NeedSlug(string slug)
    {
        if (slug.Length > 100 || !SlugForm().IsMatch(slug))
        {
            throw Refusal.NoSlug((slug.Length > 100 ? slug[..60] + "…" : slug));
        }
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex SlugForm();
}
