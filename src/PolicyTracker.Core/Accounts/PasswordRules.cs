using Microsoft.AspNetCore.Identity;
using PolicyTracker.Core.Data;

namespace PolicyTracker.Core.Accounts;

/// <summary>
/// What a password must be, after NIST SP 800-63B-4, section 3.1.1.2: 15 characters or more, 64 at least allowed, any
/// characters, no rules of composition, and none of those that are tried first.
/// </summary>
public sealed class PasswordRules : IPasswordValidator<Account>
{
    /// <summary>The fewest characters, in UTF-16 units.</summary>
    public const int MinLength = 15;

    /// <summary>The most characters.</summary>
    public const int MaxLength = 200;

    // What is left of the passwords that are tried first when digits, marks and repetition are taken away.
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "password",
        "passw",
        "passwort",
        "passphrase",
        "letmein",
        "iloveyou",
        "welcome",
        "admin",
        "administrator",
        "changeme",
        "changethis",
        "default",
        "secret",
        "qwerty",
        "qwertyuiop",
        "qwertyuiopasdfgh",
        "qwertyuiopasdfghjkl",
        "asdfghjkl",
        "zxcvbnm",
        "qwertyuiopasdfghjklzxcvbnm",
        "abc",
        "abcdef",
        "abcdefghijklmno",
        "abcdefghijklmnopqrstuvwxyz",
        "football",
        "baseball",
        "dragon",
        "monkey",
        "sunshine",
        "princess",
        "superman",
        "trustno",
        "master",
        "login",
        "test",
        "testing",
        "guest",
        "root",
        "user",
        "policytracker",
        "policy",
        "tracker",
        "trackerpolicy",
        "woaini",
        "correcthorsebatterystaple",
    };

    /// <inheritdoc/>
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password)
    {
        ArgumentNullException.ThrowIfNull(user);
        return Task.FromResult(
            Fault(password ?? "", user.UserName ?? "") is { } fault
                ? IdentityResult.Failed(new IdentityError { Code = fault.Code, Description = fault.Message })
                : IdentityResult.Success
        );
    }

    /// <summary>What is wrong with a password for an account of that name, and what to do; null where nothing is.</summary>
    public static Refusal? Fault(string password, string name)
    {
        ArgumentNullException.ThrowIfNull(password);
        ArgumentNullException.ThrowIfNull(name);
        if (password.Length is < MinLength or > MaxLength)
        {
            return Refusal.PasswordLength(password.Length, MinLength, MaxLength);
        }

        var lower = password.ToLowerInvariant();
        var letters = Once(string.Concat(lower.Where(char.IsLetter)));
        var withoutName =
            name.Trim().Length < 3
                ? letters
                : letters.Replace(
                    string.Concat(name.ToLowerInvariant().Where(char.IsLetter)) is { Length: > 2 } own ? own : "\0",
                    "",
                    StringComparison.Ordinal
                );
        return
            lower.Distinct().Count() < 5
            || Common.Contains(letters)
            || Common.Contains(Once(withoutName))
            || (withoutName.Length < 3 && letters.Length > 0)
            || IsRow(lower)
            ? Refusal.PasswordCommon()
            : null;
    }

    // "abcabcabc" is "abc".
    private static string Once(string text)
    {
        for (var length = 1; length <= text.Length / 2; length++)
        {
            if (text.Length % length == 0 && string.Concat(Enumerable.Repeat(text[..length], text.Length / length)) == text)
            {
                return text[..length];
            }
        }

        return text;
    }

    private static bool IsRow(string text) => text.Zip(text.Skip(1)).Count(p => Math.Abs(p.First - p.Second) == 1) >= text.Length - 3;
}
