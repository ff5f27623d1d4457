using Microsoft.AspNetCore.Identity;

namespace PolicyTracker.Core.Accounts;

/// <summary>Somebody who may sign in.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>An account with a fresh identity.</summary>
    public Account() => Id = Guid.CreateVersion7();
}

/// <summary>What an account may do. Reading needs none.</summary>
public static class Roles
{
    /// <summary>May annotate and edit.</summary>
    public const string Editor = "Editor";

    /// <summary>May also administer.</summary>
    public const string Admin = "Admin";
}
