namespace PolicyTracker.Core.Accounts;

/// <summary>Who makes an edit. Handed to every edit method; the rights are read from the store at the time of the edit.</summary>
/// <param name="Name">The name that history shows.</param>
/// <param name="AccountId">The account; null for the program itself (seeding, command line).</param>
public sealed record Editor(string Name, Guid? AccountId)
{
    /// <summary>The program, when it seeds a store.</summary>
    public static Editor Seed { get; } = new("Seed", null);

    /// <summary>Whoever may run the command line on the store.</summary>
    public static Editor CommandLine { get; } = new("Command line", null);

    /// <summary>Nobody who may edit: a reader without an account.</summary>
    public static Editor Anonymous { get; } = new("Anonymous", Guid.Empty);
}
