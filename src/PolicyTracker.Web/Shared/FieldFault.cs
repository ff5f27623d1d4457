namespace PolicyTracker.Web.Shared;

/// <summary>
/// Why nothing was done, and the field that is wrong. A page gives it to its fields as a cascading value, and the one that it is about
/// shows it.
/// </summary>
/// <param name="Field">The field, as programs name it.</param>
/// <param name="Text">What is wrong with it.</param>
internal sealed record FieldFault(string Field, string Text)
{
    /// <summary>Whether it is about the field of that name: what refuses says "pillarId" where a form says "pillar".</summary>
    public bool IsAbout(string name) => Plain(name) == Plain(Field);

    private static string Plain(string name)
    {
        var plain = name.Replace("-", "", StringComparison.Ordinal);
        return (plain.EndsWith("Id", StringComparison.Ordinal) ? plain[..^2] : plain).ToUpperInvariant();
    }
}
