using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Annotations;

/// <summary>A text as who reads it a second time sees it: its sentences, and nothing that others marked.</summary>
/// <param name="Title">The announcement's title.</param>
/// <param name="Language">Its language.</param>
/// <param name="Sentences">A page of its sentences.</param>
public sealed record ReadingDesk(string Title, string Language, Page<ReadingSentence> Sentences);

/// <summary>A sentence of it.</summary>
/// <param name="Start">Where its words begin, in UTF-16 units.</param>
/// <param name="Words">Its words.</param>
/// <param name="Kinds">The kinds of statements that the reader marked in it.</param>
public sealed record ReadingSentence(int Start, string Words, IReadOnlySet<RecordKind> Kinds);

/// <summary>What came of a second reading.</summary>
/// <param name="FinishedAt">When it was finished, UTC.</param>
/// <param name="Agreement">How far the record as it stood then and the second reading agree.</param>
/// <param name="Differences">Where they do not, in the order of the text.</param>
public sealed record BlindAgreement(DateTime FinishedAt, Agreement Agreement, IReadOnlyList<ReadingDifference> Differences);

/// <summary>A sentence in which one of the two saw a kind of statement and the other did not.</summary>
/// <param name="Words">The sentence.</param>
/// <param name="Kind">The kind.</param>
/// <param name="IsRecorded">Whether the record had it, and the second reader did not.</param>
/// <param name="IsSettled">Whether the record says by now what the second reader saw.</param>
public sealed record ReadingDifference(string Words, RecordKind Kind, bool IsRecorded, bool IsSettled);
