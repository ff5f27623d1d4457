namespace PolicyTracker.Core.Glossary;

/// <summary>A tag, with how many commitments have it.</summary>
public sealed record TopicItem(string Slug, string Name, string? NameZh, int Commitments);
