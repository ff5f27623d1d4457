namespace PolicyTracker.Core.Refusals;

// Refusals about settings of the program.
public partial class Refusal
{
    /// <summary>An address at which another program listens.</summary>
    public static Refusal AddressInUse(string url, int free) => new(RefusalKind.StoreUnavailable, [url, free]);

    /// <summary>A setting that is no number of circuits.</summary>
    public static Refusal CircuitLimit(string name, string text) => new(RefusalKind.Invalid, [name, text]);

    /// <summary>An answer of the language model that can't be read.</summary>
    public static Refusal ModelAnswer() => new(RefusalKind.Invalid, []);

    /// <summary>A setting that is no address.</summary>
    public static Refusal ModelEndpoint(string endpoint) => new(RefusalKind.Invalid, [endpoint]);

    /// <summary>A language model that can't be reached.</summary>
    public static Refusal ModelSilent(string fault) => new(RefusalKind.Invalid, [fault]);

    /// <summary>A service without a model.</summary>
    public static Refusal ModelUnnamed() => new(RefusalKind.Invalid, []);

    /// <summary>A language model is asked for and none is set.</summary>
    public static Refusal NoModel() => new(RefusalKind.Invalid, []);

    /// <summary>A setting that is no https address.</summary>
    public static Refusal OidcAuthority(string? authority) => new(RefusalKind.Invalid, [authority]);

    /// <summary>A provider without a client.</summary>
    public static Refusal OidcClient() => new(RefusalKind.Invalid, []);

    /// <summary>A setting that is no public address.</summary>
    public static Refusal PublicAddress(string text) => new(RefusalKind.Invalid, [text]);

    /// <summary>A setting that is no number of milliseconds.</summary>
    public static Refusal SlowQuery(string text) => new(RefusalKind.Invalid, [text]);

    /// <summary>A setting that is no network.</summary>
    public static Refusal TrustedProxies(string text) => new(RefusalKind.Invalid, [text]);
}
