using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Core.Records;

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
    protected static void Need(string? value, string field, int max = 300, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            throw Refusal.FieldEmpty(field, InPrograms(name));
        }

        Limit(value, field, max, name);
    }

    /// <summary>Refuses an overlong field.</summary>
    protected static void Limit(string? value, string field, int max, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value?.Length > max)
        {
            throw Refusal.FieldTooLong(field, value.Length, max, InPrograms(name));
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
