namespace PolicyTracker.Core.Accounts;

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
