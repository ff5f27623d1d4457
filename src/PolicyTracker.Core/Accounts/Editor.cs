using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Accounts;

/// <summary>
/// Who makes an edit. Handed to every edit method; the rights of an account are read from the store at the time of the edit.
/// Whoever has no account has no rights: the program itself is only <see cref="Seed"/> and <see cref="CommandLine"/>.
/// </summary>
public sealed record Editor
{
    /// <summary>Somebody with an account.</summary>
    /// <param name="name">The name that history shows.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="origin">By which way the edit comes in.</param>
    public Editor(string name, Guid accountId, EditOrigin origin = EditOrigin.Page)
        : this(name, origin) => AccountId = accountId;

    private Editor(string name, EditOrigin origin)
    {
        Name = name;
        Origin = origin;
    }

    /// <summary>The program, when it seeds a store or sets its own records right.</summary>
    public static Editor Seed { get; } = new("Seed", EditOrigin.Seed) { IsProgram = true };

    /// <summary>Whoever may run the command line on the store.</summary>
    public static Editor CommandLine { get; } = new("Command line", EditOrigin.CommandLine) { IsProgram = true };

    /// <summary>Nobody who may edit: a reader without an account.</summary>
    public static Editor Anonymous { get; } = new("Anonymous", EditOrigin.Page);

    /// <summary>The name that history shows.</summary>
    public string Name { get; }

    /// <summary>The account; null for the program itself and for readers.</summary>
    public Guid? AccountId { get; }

    /// <summary>By which way the edit comes in.</summary>
    public EditOrigin Origin { get; private init; }

    /// <summary>Whether it is the program itself, which may edit without an account.</summary>
    public bool IsProgram { get; private init; }

    /// <summary>The same editor, who imports a file.</summary>
    public Editor Importing() => this with { Origin = EditOrigin.Import };
}
