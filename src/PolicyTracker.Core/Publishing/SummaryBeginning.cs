namespace PolicyTracker.Core.Publishing;

/// <summary>The beginning of a summary without its front matter, with how much of each kind it shows.</summary>
public sealed record SummaryBeginning(string Markdown, Shown Goals, Shown Commitments, Shown Results, Shown Indicators)
{
    /// <summary>Whether the whole summary has more.</summary>
    public bool IsCut => new[] { Goals, Commitments, Results, Indicators }.Any(s => s.Count < s.Total);
}
