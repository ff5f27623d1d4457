using PolicyTracker.Core.Jurisdictions;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Glossary;

/// <summary>Which part of the glossary is asked for.</summary>
/// <param name="Words">Only names that hold these words, in English, Chinese or pinyin; tone marks and spaces do not count.</param>
/// <param name="Kind">The kind whose page is given; of the others the first is shown.</param>
/// <param name="Page">The page of that kind, from 1.</param>
/// <param name="Entry">The slug of an entry of that kind whose page is shown, whatever <paramref name="Page"/> says.</param>
/// <param name="Jurisdiction">
/// Only bodies and persons of a jurisdiction, as <see cref="JurisdictionScope.Id"/> has it; commitments are counted in it alone.
/// </param>
public sealed record GlossaryFilter(
    string? Words = null,
    RecordKind? Kind = null,
    int Page = 1,
    string? Entry = null,
    Guid? Jurisdiction = null
);
