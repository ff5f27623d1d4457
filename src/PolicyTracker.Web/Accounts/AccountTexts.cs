using PolicyTracker.Core.Localization;

namespace PolicyTracker.Web.Accounts;

/// <summary>The sentences of signing in and of the page of one's account.</summary>
internal static class AccountTexts
{
    public static TextResource Texts { get; } = new(typeof(AccountTexts));

    // What the attributes of Credentials name.
    public static string NameMissing => Texts["NameMissing"];

    public static string NameTooLong => Texts["NameTooLong"];

    public static string PasswordMissing => Texts["PasswordMissing"];

    public static string PasswordTooLong => Texts["PasswordTooLong"];
}
