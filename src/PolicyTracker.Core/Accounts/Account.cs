using Microsoft.AspNetCore.Identity;

namespace PolicyTracker.Core.Accounts;

/// <summary>Somebody who may sign in.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>An account with a fresh identity.</summary>
    public Account() => Id = Guid.CreateVersion7();

    /// <summary>When an administrator disabled it, UTC; null while it works.</summary>
    public DateTime? DisabledAt { get; set; }
}

/// <summary>What an account may do. Reading needs none.</summary>
public static class Roles
{
    /// <summary>May annotate and edit.</summary>
    public const string Editor = "Editor";

    /// <summary>May also administer.</summary>
    public const string Admin = "Admin";

    /// <summary>The role written as <paramref name="word"/>: editor or admin.</summary>
    /// <exception cref="Refusal">There is no such role.</exception>
    public static string Parse(string? word) =>
        word?.Trim().ToLowerInvariant() switch
        {
            "editor" => Editor,
            "admin" => Admin,
            _ => throw Refusal.NoRole(word),
        };
}
