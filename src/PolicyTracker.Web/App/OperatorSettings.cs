namespace PolicyTracker.Web.App;

/// <summary>What whoever runs the server has set.</summary>
internal static class OperatorSettings
{
    /// <summary>An option such as <c>--public-address</c>, else the environment's <c>POLICYTRACKER_PUBLIC_ADDRESS</c>, else nothing.</summary>
    public static string Read(IConfiguration settings, string name) =>
        settings[name] is { Length: > 0 } set
            ? set
            : Environment.GetEnvironmentVariable("POLICYTRACKER_" + name.Replace('-', '_').ToUpperInvariant()) ?? "";
}
