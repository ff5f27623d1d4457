using System.Collections.Frozen;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Core.Records;

/// <summary>
/// What the program knows about a kind of record beyond its class: a noun states it once, in its own folder, and forms, history,
/// rules, links and the store read it from here. Each is made once, by <see cref="RecordDescriptors"/>, and holds no state.
/// </summary>
public abstract class RecordDescriptor
{
    /// <summary>Which noun it describes.</summary>
    public abstract RecordKind Kind { get; }

    /// <summary>The class of its records.</summary>
    public abstract Type Type { get; }

    /// <summary>Its fields, in the order in which they are shown.</summary>
    public abstract IReadOnlyList<RecordField> Fields { get; }

    /// <summary>The field of that name in contents; null where none is shown.</summary>
    public RecordField? Field(string name) => (_fields ??= Fields.ToFrozenDictionary(f => f.Name)).GetValueOrDefault(name);

    private FrozenDictionary<string, RecordField>? _fields;

    /// <summary>What one is called within a sentence, without an article.</summary>
    public string One => RecordTexts.Of($"{Kind}.One");

    /// <summary>What one of them is called within a sentence, where none was spoken of yet: "a pillar".</summary>
    public string OneOfThem => RecordTexts.Of($"{Kind}.OneOfThem");

    /// <summary>What several are called within a sentence.</summary>
    public string Many => RecordTexts.Of($"{Kind}.Many");

    /// <summary>Whether one may stand only with at least one quotation that supports it.</summary>
    public virtual bool NeedsQuotation => false;

    /// <summary>Whether it is one of those that make up the structure of a tracker: listed, ordered and merged by editors.</summary>
    public virtual bool IsStructure => false;

    /// <summary>Whether the general form edits it.</summary>
    public virtual bool IsTyped => IsStructure;

    /// <summary>Whether the general form adds one; others begin with the words that state them.</summary>
    public bool IsAddedByForm => IsStructure && !NeedsQuotation;

    /// <summary>Whether an address names its records.</summary>
    public bool HasSlug => typeof(IHasSlug).IsAssignableFrom(Type);

    /// <summary>Whether editors give its records an order.</summary>
    public bool HasOrder => typeof(IOrdered).IsAssignableFrom(Type);

    /// <summary>The property of the record within which records are ordered; null where all of the kind stand in one row.</summary>
    public virtual string? OrderedWithin => null;

    /// <summary>
    /// The first part of the addresses under which each record has a page of its own; null where it is shown on another's.
    /// </summary>
    public virtual string? Path => null;

    /// <summary>The address of the page that shows a record; null where none does.</summary>
    /// <param name="record">The record; of it are read what the address needs.</param>
    public virtual string? PathTo(RecordLink record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return Path is null || record.Slug is null ? null : $"/{Path}/{record.Slug}";
    }

    /// <summary>The address of an entry of the glossary, on the page that holds it.</summary>
    internal string? GlossaryPage(RecordLink record) =>
        record.Slug is { } slug ? $"/glossary?kind={WireNames.Of(Kind)}&entry={slug}#{WireNames.Of(Kind)}-{slug}" : null;

    /// <summary>In which order records of the kind are listed by their names.</summary>
    internal virtual Comparison<KnownName> NameOrder => HasOrder ? KnownName.ByOrder : KnownName.ByName;

    /// <summary>The kinds by whose places records of this one are grouped, the nearest first.</summary>
    internal virtual RecordKind[] OrderedBy => [];

    /// <summary>Whether a record is never changed once it is made.</summary>
    internal virtual bool IsImmutable => false;

    /// <summary>
    /// The properties that revisions leave out, since they are long and never change: each revision holds the SHA-256 of them.
    /// </summary>
    internal virtual IReadOnlySet<string> KeptOnce => FrozenSet<string>.Empty;

    /// <summary>Whether a record goes with the one that it belongs to, and does not hold its removal up.</summary>
    internal virtual bool IsPart => false;

    /// <summary>Whether quotations can support one.</summary>
    internal virtual bool IsSupported => true;

    /// <summary>Properties that hold words of a source, which has rules of its own, and no typed text.</summary>
    internal virtual IReadOnlySet<string> SourceWords => NoWords;

    private static readonly IReadOnlySet<string> NoWords = new HashSet<string>();

    /// <summary>Every record of the kind, also those that were removed.</summary>
    internal abstract IQueryable<Record> All(TrackerDb db);

    /// <summary>Every record of the kind that stands.</summary>
    internal abstract IQueryable<Record> Standing(TrackerDb db);

    /// <summary>Every standing record by what it is called and where it is shown.</summary>
    internal abstract IQueryable<RecordRow> Rows(TrackerDb db);

    /// <summary>The record of that identity, tracked, also where it was removed; null where there never was one.</summary>
    internal abstract Task<Record?> FindAsync(TrackerDb db, Guid id, CancellationToken cancel);

    /// <summary>An empty record.</summary>
    internal abstract Record Make();

    /// <summary>The identity of the record that has a slug, standing or removed as asked; null where there is none.</summary>
    internal Task<Guid?> FindIdAsync(TrackerDb db, string slug, bool isRemoved, CancellationToken cancel) =>
        All(db)
            .Where(r => ((IHasSlug)r).Slug == slug && (r.RemovedAt != null) == isRemoved)
            .Select(r => (Guid?)r.Id)
            .FirstOrDefaultAsync(cancel);

    /// <summary>The records in a field that holds several.</summary>
    internal virtual IEnumerable<Guid> SeveralOf(Record record, RecordField field) =>
        throw new ArgumentException(field.Name, nameof(field));

    /// <summary>Sets a field that holds several records to these and no others.</summary>
    internal virtual void SetSeveral(Record record, RecordField field, IReadOnlySet<Guid> wanted) =>
        throw new ArgumentException(field.Name, nameof(field));

    /// <summary>Sets what follows from other records of the edit; asked before versions are raised.</summary>
    internal virtual Task DeriveAsync(TrackerDb db, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>
    /// Whether the edit that is being made waits for a second editor, also where the tracker asks for none in general; asked before
    /// <see cref="DeriveAsync"/>.
    /// </summary>
    /// <param name="db">The context of the edit.</param>
    /// <param name="account">The account of who edits.</param>
    /// <param name="cancel">Gives up.</param>
    internal virtual Task<bool> NeedsSecondEditorAsync(TrackerDb db, Guid? account, CancellationToken cancel) => Task.FromResult(false);

    /// <summary>Does what follows from typing a record's fields; asked by the general form's edit.</summary>
    internal virtual Task TypedAsync(TrackerDb db, Record record, TimeProvider clock, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>What else holds a record so that it can't be removed: how many, and of which kind.</summary>
    internal virtual Task<IReadOnlyList<(int Count, RecordKind Kind)>> UsesAsync(TrackerDb db, Guid id, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<(int, RecordKind)>>([]);

    /// <summary>Hands over, on a merge, what no foreign key of a record tells of.</summary>
    internal virtual Task MergeAsync(TrackerDb db, Guid from, Guid into, CancellationToken cancel) => Task.CompletedTask;
}

/// <summary>The descriptor of a class, and how the store keeps it.</summary>
/// <typeparam name="T">The class of its records.</typeparam>
public abstract class RecordDescriptor<T> : RecordDescriptor, IEntityTypeConfiguration<T>
    where T : Record
{
    /// <summary>The filter of an index of what stands.</summary>
    protected const string Stands = "\"RemovedAt\" IS NULL";

    private static readonly ConstructorInvoker Maker = ConstructorInvoker.Create(
        typeof(T).GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, [])!
    );

    /// <inheritdoc/>
    public sealed override Type Type => typeof(T);

    /// <inheritdoc/>
    public void Configure(EntityTypeBuilder<T> builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasQueryFilter(r => r.RemovedAt == null);
        if (HasSlug)
        {
            builder.HasIndex(nameof(IHasSlug.Slug)).IsUnique();
        }

        Map(builder);
    }

    internal sealed override IQueryable<Record> All(TrackerDb db) => db.Set<T>().IgnoreQueryFilters();

    internal sealed override IQueryable<Record> Standing(TrackerDb db) => db.Set<T>();

    internal sealed override async Task<Record?> FindAsync(TrackerDb db, Guid id, CancellationToken cancel) =>
        await db.Set<T>().FindAsync([id], cancel) ?? await db.Set<T>().IgnoreQueryFilters().FirstOrDefaultAsync(r => r.Id == id, cancel);

    internal sealed override Record Make() => (Record)Maker.Invoke();

    /// <summary>How the store keeps the kind, beyond what it keeps of every record.</summary>
    protected virtual void Map(EntityTypeBuilder<T> map) { }

    /// <summary>A key that refers to a record, which is never deleted.</summary>
    protected static void Belongs<TWhole>(EntityTypeBuilder<T> map, string key)
        where TWhole : Record => map.HasOne<TWhole>().WithMany().HasForeignKey(key).OnDelete(DeleteBehavior.Restrict);
}
