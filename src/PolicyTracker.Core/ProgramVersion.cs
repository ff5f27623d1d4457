using System.Reflection;

namespace PolicyTracker.Core;

/// <summary>Which version of the program this is.</summary>
public static class ProgramVersion
{
    /// <summary>The version, such as 0.1.0, or 0.1.1-alpha.0.5 for the fifth commit after it; without the commit's hash.</summary>
    public static string Text { get; } =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
