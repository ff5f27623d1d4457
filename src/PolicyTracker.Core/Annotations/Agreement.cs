namespace PolicyTracker.Core.Annotations;

/// <summary>Agreement of two editors on one text.</summary>
/// <param name="First">The editor who marked most in it.</param>
/// <param name="Second">The one who marked most after that.</param>
/// <param name="Sentences">How many sentences the text has.</param>
/// <param name="Kinds">By kind of statement.</param>
public sealed record Agreement(string First, string Second, int Sentences, IReadOnlyList<KindAgreement> Kinds);
