namespace PolicyTracker.Text;

/// <summary>What a text is that is hardly an announcement.</summary>
public enum NoAnnouncementKind
{
    /// <summary>A server shows it in place of a page that is not there or not shown.</summary>
    ErrorPage,

    /// <summary>It asks for JavaScript, or checks the visitor.</summary>
    ScriptNotice,

    /// <summary>It asks about cookies.</summary>
    CookieNotice,

    /// <summary>It asks to sign in or to subscribe.</summary>
    SignIn,

    /// <summary>It is shown while or because there is no page.</summary>
    Placeholder,

    /// <summary>It is the source of a web page.</summary>
    Markup,

    /// <summary>It is a file of another program.</summary>
    BinaryFile,

    /// <summary>It is data for a program.</summary>
    Data,

    /// <summary>It is code, or the trace of a fault.</summary>
    ProgramCode,

    /// <summary>Its characters were decoded wrongly.</summary>
    DecodedWrongly,

    /// <summary>It is an address and nothing else.</summary>
    LoneAddress,

    /// <summary>It has no words.</summary>
    NoWords,
}
