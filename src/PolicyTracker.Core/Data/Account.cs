using Microsoft.AspNetCore.Identity;

namespace PolicyTracker.Core.Data;

/// <summary>Somebody who may sign in.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>An account with a fresh identity.</summary>
    public Account() => Id = Guid.CreateVersion7();

    /// <summary>When an administrator disabled it, UTC; null while it works.</summary>
    public DateTime? DisabledAt { get; set; }
}
