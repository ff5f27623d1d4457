using System.ComponentModel.DataAnnotations;

namespace PolicyTracker.Web.Accounts;

/// <summary>What somebody types to sign in or to be made an account.</summary>
public sealed class Credentials
{
    /// <summary>The name to sign in with.</summary>
    [Required(ErrorMessageResourceType = typeof(AccountTexts), ErrorMessageResourceName = nameof(AccountTexts.NameMissing))]
    [StringLength(100, ErrorMessageResourceType = typeof(AccountTexts), ErrorMessageResourceName = nameof(AccountTexts.NameTooLong))]
    public string Name { get; set; } = "";

    /// <summary>The password.</summary>
    [Required(ErrorMessageResourceType = typeof(AccountTexts), ErrorMessageResourceName = nameof(AccountTexts.PasswordMissing))]
    [StringLength(200, ErrorMessageResourceType = typeof(AccountTexts), ErrorMessageResourceName = nameof(AccountTexts.PasswordTooLong))]
    public string Password { get; set; } = "";
}
