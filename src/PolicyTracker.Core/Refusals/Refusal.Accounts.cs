namespace PolicyTracker.Core.Refusals;

// Refusals about accounts and what they may do.
public partial class Refusal
{
    /// <summary>What the library of accounts refuses.</summary>
    public static Refusal AccountRefused(string why) => new(RefusalKind.Invalid, [why]);

    /// <summary>A draft of nobody.</summary>
    public static Refusal DraftNotAllowed() => new(RefusalKind.NotAllowed, []);

    /// <summary>An invitation that came too late.</summary>
    public static Refusal InvitationExpired(DateTime on) => new(RefusalKind.Conflict, [on]);

    /// <summary>An invitation that was used before.</summary>
    public static Refusal InvitationUsed(DateTime on) => new(RefusalKind.Conflict, [on]);

    /// <summary>An invitation for nobody, or for a name that is too long.</summary>
    public static Refusal InvitationWithoutName() => new(RefusalKind.Invalid, []) { Field = "whom" };

    /// <summary>The last administrator can't be disabled or made less.</summary>
    public static Refusal LastAdmin() => new(RefusalKind.Conflict, []);

    /// <summary>A name with a character that can't be seen.</summary>
    public static Refusal NameCharacter(string character, string marks) => new(RefusalKind.Invalid, [character, marks]) { Field = "name" };

    /// <summary>An account without a name.</summary>
    public static Refusal NameEmpty() => new(RefusalKind.Invalid, []) { Field = "name" };

    /// <summary>A name that begins with a mark.</summary>
    public static Refusal NameForm() => new(RefusalKind.Invalid, []) { Field = "name" };

    /// <summary>A name that looks like that of another account.</summary>
    public static Refusal NameLooksLike(string name, string other) => new(RefusalKind.Conflict, [name, other]) { Field = "name" };

    /// <summary>A name with more marks on a letter than any has.</summary>
    public static Refusal NameMarks() => new(RefusalKind.Invalid, []) { Field = "name" };

    /// <summary>A name that mixes scripts.</summary>
    public static Refusal NameOfScripts() => new(RefusalKind.Invalid, []) { Field = "name" };

    /// <summary>A name of the program itself.</summary>
    public static Refusal NameReserved(string name) => new(RefusalKind.Invalid, [name]) { Field = "name" };

    /// <summary>A name that another account has.</summary>
    public static Refusal NameTaken(string name) => new(RefusalKind.Conflict, [name]) { Field = "name" };

    /// <summary>An account whose name is too long or has a comma.</summary>
    public static Refusal NameTooLong(int max) => new(RefusalKind.Invalid, [max]) { Field = "name" };

    /// <summary>An account that was removed.</summary>
    public static Refusal NoAccount() => new(RefusalKind.NotFound, []);

    /// <summary>A link that is no invitation.</summary>
    public static Refusal NoInvitation() => new(RefusalKind.NotFound, []);

    /// <summary>A role that there is not.</summary>
    public static Refusal NoRole(string? word) => new(RefusalKind.Invalid, [word]) { Field = "role" };

    /// <summary>What administrators alone may do.</summary>
    public static Refusal NotAdmin() => new(RefusalKind.NotAllowed, []);

    /// <summary>What editors alone may do.</summary>
    public static Refusal NotEditor() => new(RefusalKind.NotAllowed, []);

    /// <summary>A password that is tried first.</summary>
    public static Refusal PasswordCommon() => new(RefusalKind.Invalid, []) { Field = "password" };

    /// <summary>A password that is too short or too long.</summary>
    public static Refusal PasswordLength(int length, int min, int max) =>
        new(RefusalKind.Invalid, [length, min, max]) { Field = "password" };

    /// <summary>A password that is not the present one.</summary>
    public static Refusal PasswordWrong() => new(RefusalKind.Invalid, []) { Field = "password" };

    /// <summary>Whoever makes a token is no editor.</summary>
    public static Refusal TokenNotAllowed() => new(RefusalKind.NotAllowed, []);

    /// <summary>A token without a name, or with one that is too long.</summary>
    public static Refusal TokenWithoutName() => new(RefusalKind.Invalid, []) { Field = "name" };

    /// <summary>A token that may do nothing, or lives too long.</summary>
    public static Refusal TokenWithoutScope() => new(RefusalKind.Invalid, []) { Field = "scopes" };
}
