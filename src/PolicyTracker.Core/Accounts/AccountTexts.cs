using PolicyTracker.Core.Localization;

namespace PolicyTracker.Core.Accounts;

/// <summary>What tokens allow, and who is at work.</summary>
internal static class AccountTexts
{
    public static TextResource Texts { get; } = new(typeof(AccountTexts));
}
