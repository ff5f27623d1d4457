namespace PolicyTracker.Core.Suggestions;

/// <summary>Where an operator's language model answers. None is set unless an operator sets it.</summary>
/// <param name="Endpoint">
/// The address of an OpenAI-compatible service, up to and with its version: <c>http://localhost:11434/v1</c>.
/// </param>
/// <param name="Model">The model's name there.</param>
/// <param name="Key">The key that the service asks for; any word where it asks for none.</param>
public sealed record LanguageModelSettings(Uri Endpoint, string Model, string Key)
{
    /// <summary>What the settings <c>model-endpoint</c>, <c>model</c> and <c>model-key</c> say; null where no endpoint is set.</summary>
    /// <exception cref="Refusal">The endpoint is no address, or no model is named.</exception>
    public static LanguageModelSettings? From(OperatorSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        if (settings["model-endpoint"] is not { } endpoint)
        {
            return null;
        }

        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
        {
            throw Refusal.ModelEndpoint(endpoint);
        }

        return settings["model"] is { } model ? new(address, model, settings["model-key"] ?? "none") : throw Refusal.ModelUnnamed();
    }
}
