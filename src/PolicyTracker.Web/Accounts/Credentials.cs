using System.ComponentModel.DataAnnotations;

namespace PolicyTracker.Web.Accounts;

/// <summary>What somebody types to sign in or to be made an account.</summary>
public sealed class Credentials
{
    /// <summary>The name to sign in with.</summary>
    [Required(ErrorMessage = "Type your name.")]
    [StringLength(100, ErrorMessage = "The name has 100 characters at most.")]
    public string Name { get; set; } = "";

    /// <summary>The password.</summary>
    [Required(ErrorMessage = "Type the password.")]
    [StringLength(200, ErrorMessage = "The password has 200 characters at most.")]
    public string Password { get; set; } = "";
}
