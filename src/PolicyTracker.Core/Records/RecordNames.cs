using PolicyTracker.Core.Localization;

namespace PolicyTracker.Core.Records;

/// <summary>What a record is called in the language of whoever reads. Files and feeds say the English name to everybody.</summary>
public static class RecordNames
{
    /// <summary>The Chinese name for those who read Chinese, where there is one; else the English one.</summary>
    public static string Shown(string name, string? chinese) => Leads(chinese) ? chinese! : name;

    /// <summary>The other of the two names, to stand beside it; null where there is none.</summary>
    public static string? Beside(string name, string? chinese)
    {
        var other = Leads(chinese) ? name : chinese;
        return string.IsNullOrEmpty(other) ? null : other;
    }

    private static bool Leads(string? chinese) => Languages.IsChinese && !string.IsNullOrEmpty(chinese);
}
