namespace PolicyTracker.Core.Accounts;

/// <summary>What a list of accounts is sorted by.</summary>
public enum AccountOrder
{
    /// <summary>Their names.</summary>
    Name,

    /// <summary>What they may do, administrators first.</summary>
    Role,

    /// <summary>When they were last seen; who never was stands at the end that is longest ago.</summary>
    Seen,
}

/// <summary>Which accounts a list shows, and in which order.</summary>
/// <param name="Words">Letters that the name holds, in capitals or not; none for all.</param>
/// <param name="Role">One of the <see cref="Roles"/>; null for all.</param>
/// <param name="IsDisabled">Whether those that are disabled, or those that are not; null for both.</param>
/// <param name="Order">What they are sorted by.</param>
/// <param name="IsDescending">Whether it begins with the last.</param>
public sealed record AccountFilter(
    string Words = "",
    string? Role = null,
    bool? IsDisabled = null,
    AccountOrder Order = AccountOrder.Name,
    bool IsDescending = false
);
