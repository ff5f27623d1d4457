using PolicyTracker.Core.Localization;

namespace PolicyTracker.Cli;

/// <summary>What the command line says.</summary>
internal static class CliTexts
{
    public static TextResource Texts { get; } = new(typeof(CliTexts));
}
