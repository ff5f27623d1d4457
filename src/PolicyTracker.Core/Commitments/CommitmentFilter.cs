using PolicyTracker.Core.Jurisdictions;

namespace PolicyTracker.Core.Commitments;

/// <summary>Which commitments to list; null stands for any.</summary>
/// <param name="Status">Those of this status.</param>
/// <param name="Topic">Those of the topic of this slug.</param>
/// <param name="Pillar">Those of the pillar of this slug.</param>
/// <param name="Responsible">Those for which the body of this slug answers.</param>
/// <param name="Goal">Those to the goal of this slug.</param>
/// <param name="Jurisdiction">
/// Those of a jurisdiction, as <see cref="JurisdictionScope.Id"/> has it: of its pillars, of pillars that belong to none, and those that
/// span the pillars.
/// </param>
public sealed record CommitmentFilter(
    Status? Status = null,
    string? Topic = null,
    string? Pillar = null,
    string? Responsible = null,
    string? Goal = null,
    Guid? Jurisdiction = null
);
