namespace PolicyTracker.Core;

/// <summary>
/// What an operator sets: by an option (of the command line, or of the server's configuration), or by the variable of the
/// environment that has its name. All of them are named here, and docs/operators.md lists the same.
/// </summary>
/// <param name="option">Gives an option by its name; null or blank where it is not set. None where there are no options.</param>
public sealed class OperatorSettings(Func<string, string?>? option = null)
{
    private const string Prefix = "POLICYTRACKER_";

    /// <summary>Each setting's name, as an option has it without its dashes.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "data",
        "database",
        "public-address",
        "allowed-hosts",
        "trusted-proxies",
        "slow-query-ms",
        "circuits-by-account",
        "circuits-by-address",
        "oidc:authority",
        "oidc:client-id",
        "oidc:client-secret",
        "oidc:name",
        "oidc:new-role",
        "model-endpoint",
        "model",
        "model-key",
        "password",
    ];

    /// <summary>The variable of the environment that is the setting <paramref name="name"/>.</summary>
    public static string VariableOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Prefix + name.Replace('-', '_').Replace(':', '_').ToUpperInvariant();
    }

    /// <summary>What the option says or, without it, the environment; null where both are blank.</summary>
    public string? this[string name] => Option(name) ?? Variable(name);

    /// <summary>What the option says; null where it is blank.</summary>
    public string? Option(string name) => Given(option?.Invoke(Known(name)));

    /// <summary>What the environment says; null where it is blank.</summary>
    public static string? Variable(string name) => Given(Environment.GetEnvironmentVariable(VariableOf(Known(name))));

    /// <summary>
    /// Variables of the environment that look like settings and are none: one that was mistyped would change nothing, and
    /// nobody would know.
    /// </summary>
    public static IReadOnlyList<string> UnknownVariables()
    {
        var known = Names.Select(VariableOf).ToHashSet();
        return
        [
            .. Environment
                .GetEnvironmentVariables()
                .Keys.Cast<string>()
                .Where(v => v.StartsWith(Prefix, StringComparison.Ordinal) && !v.StartsWith(Prefix + "TEST_", StringComparison.Ordinal))
                .Where(v => !known.Contains(v))
                .Order(StringComparer.Ordinal),
        ];
    }

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;

    private static string Known(string name) =>
        Names.Contains(name) ? name : throw new ArgumentException($"“{name}” is not among the settings.", nameof(name));
}
