using PolicyTracker.Core.Sources;

namespace PolicyTracker.Core.Glossary;

/// <summary>
/// A term; <paramref name="ChineseInSource"/> says whether a quotation of it carries the Chinese, which is the editors'
/// otherwise.
/// </summary>
public sealed record TermItem(
    string Slug,
    string English,
    string? Chinese,
    string? Pinyin,
    string Definition,
    bool ChineseInSource,
    IReadOnlyList<Quotation> Quotations
);
