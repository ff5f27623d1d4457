using System.Text.RegularExpressions;

namespace PolicyTracker.Text.Suggestions;

/// <summary>Whether what follows a sentence is to be done, or tells of the past, of principles, of what others think.</summary>
/// <param name="IsTask">Whether it is to be done.</param>
/// <param name="IsReview">Whether it looks back or states opinions.</param>
internal readonly partial record struct SentenceMood(bool IsTask, bool IsReview)
{
    /// <summary>What a sentence announces; null where it announces nothing.</summary>
    public static SentenceMood? Of(string sentence) =>
        Tasks().IsMatch(sentence) && sentence.Length < 100 && !Completed().IsMatch(sentence) ? new(true, false)
        : Review().IsMatch(sentence) && sentence.Length < 40 ? new(false, true)
        : null;

    [GeneratedRegex(
        @"重点工作|主要任务|重点任务|工作任务|下一步|工作安排|工作要求|保障措施|主要措施|工作措施|今后打算|今后怎么|主要目标|发展目标|行动目标|我们将|(?:main|key|next) (?:tasks|actions|steps|measures)|tasks for|what comes next|we will\b.*:$|will:$|will do:$|commitments?:?$|actions?:?$|(?:policies|measures|commitments|steps|actions)\b[^.:]{0,60}\b(?:include|are):$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Tasks();

    [GeneratedRegex(@"完成|取得|如期|\b(?:met|achieved|completed|reached)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Completed();

    [GeneratedRegex(
        @"工作情况|工作回顾|回顾|总结|成效|进展|基本情况|基本原则|指导思想|主要成绩|取得的|发展现状|achievements|progress so far|review of the|looking back",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Review();
}
