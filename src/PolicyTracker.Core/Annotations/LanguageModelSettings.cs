namespace PolicyTracker.Core.Annotations;

/// <summary>Where an operator's language model answers. None is set unless an operator sets it.</summary>
/// <param name="Endpoint">The address of an OpenAI-compatible service, up to and with its version: <c>http://localhost:11434/v1</c>.</param>
/// <param name="Model">The model's name there.</param>
/// <param name="Key">The key that the service asks for; any word where it asks for none.</param>
public sealed record LanguageModelSettings(Uri Endpoint, string Model, string Key)
{
    /// <summary>The settings in POLICYTRACKER_MODEL_ENDPOINT, POLICYTRACKER_MODEL and POLICYTRACKER_MODEL_KEY; null where no endpoint is set.</summary>
    /// <exception cref="Refusal">The endpoint is no address, or no model is named.</exception>
    public static LanguageModelSettings? FromEnvironment()
    {
        var endpoint = Environment.GetEnvironmentVariable("POLICYTRACKER_MODEL_ENDPOINT");
        if (string.IsNullOrWhiteSpace(endpoint))
        {
            return null;
        }

        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw Refusal.ModelEndpoint(endpoint);
        }

        return Environment.GetEnvironmentVariable("POLICYTRACKER_MODEL") is { Length: > 0 } model
            ? new(address, model, Environment.GetEnvironmentVariable("POLICYTRACKER_MODEL_KEY") is { Length: > 0 } key ? key : "none")
            : throw Refusal.ModelUnnamed();
    }
}
