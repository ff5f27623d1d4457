namespace PolicyTracker.Core.Refusals;

// Refusals about records, their fields and their history.
public partial class Refusal
{
    /// <summary>An edit that others built on.</summary>
    public static Refusal ChangedSince(string label) => new(RefusalKind.Conflict, [label]);

    /// <summary>A proposed edit of what was changed since.</summary>
    public static Refusal ChangedSinceProposed(string label, string by) => new(RefusalKind.Conflict, [label, by]);

    /// <summary>A choice that was removed.</summary>
    public static Refusal ChoiceRemoved(string label, string field) => new(RefusalKind.NotFound, [label]) { Field = field };

    /// <summary>Words that tell of no commitment.</summary>
    public static Refusal CommitmentMissing() => new(RefusalKind.Invalid, []) { Field = "commitment" };

    /// <summary>A chosen commitment that was removed.</summary>
    public static Refusal CommitmentRemoved() => new(RefusalKind.NotFound, []) { Field = "commitment" };

    /// <summary>A text with a control character; its place counted from 1.</summary>
    public static Refusal ControlCharacter(string label, string character, int at, string field) =>
        new(RefusalKind.Invalid, [label, character, at]) { Field = field };

    /// <summary>A proposed edit that was decided.</summary>
    public static Refusal DecidedMeanwhile() => new(RefusalKind.Conflict, []);

    /// <summary>A dispute over a status over which one goes on.</summary>
    public static Refusal DisputedAlready() => new(RefusalKind.Conflict, []);

    /// <summary>A dispute that was settled.</summary>
    public static Refusal DisputeSettled() => new(RefusalKind.Conflict, []);

    /// <summary>A due day with a year that was not typed to its end.</summary>
    public static Refusal DueYear(DateOnly due) => new(RefusalKind.Invalid, [due]) { Field = "due" };

    /// <summary>A field that is needed.</summary>
    public static Refusal FieldEmpty(string label, string? field) => new(RefusalKind.Invalid, [label]) { Field = field };

    /// <summary>A field that is too long.</summary>
    public static Refusal FieldTooLong(string label, int length, int max, string field) =>
        new(RefusalKind.Invalid, [label, length, max]) { Field = field };

    /// <summary>A goal that loses its quotation and has commitments.</summary>
    public static Refusal GoalHasCommitments(string label) => new(RefusalKind.Conflict, [label]);

    /// <summary>A commitment without a goal.</summary>
    public static Refusal GoalMissing() => new(RefusalKind.Invalid, []) { Field = "goal" };

    /// <summary>A text with half a character; its place counted from 1.</summary>
    public static Refusal HalfCharacter(string label, string character, int at, string field) =>
        new(RefusalKind.Invalid, [label, character, at]) { Field = field };

    /// <summary>A commitment that follows one without saying how, or itself.</summary>
    public static Refusal HalfSuccession() => new(RefusalKind.Invalid, []) { Field = "follows" };

    /// <summary>A text with a control that changes the order in which it is shown; its place counted from 1.</summary>
    public static Refusal HiddenControl(string label, string character, int at, string field) =>
        new(RefusalKind.Invalid, [label, character, at]) { Field = field };

    /// <summary>A value of no indicator.</summary>
    public static Refusal IndicatorMissing() => new(RefusalKind.Invalid, []) { Field = "indicator" };

    /// <summary>A code that another jurisdiction has.</summary>
    public static Refusal JurisdictionCodeTaken(string code, string other) => new(RefusalKind.Conflict, [code, other]) { Field = "code" };

    /// <summary>A short name that means all jurisdictions.</summary>
    public static Refusal JurisdictionSlugReserved(string slug) => new(RefusalKind.Invalid, [slug]) { Field = "slug" };

    /// <summary>A line end in a field of one line; its place counted from 1.</summary>
    public static Refusal LineEnd(string label, string character, int at, string field) =>
        new(RefusalKind.Invalid, [label, character, at]) { Field = field };

    /// <summary>A kind of record that begins with a quotation.</summary>
    public static Refusal MadeByMarking(Enum kind) => new(RefusalKind.Invalid, [kind]);

    /// <summary>A merge into another kind, or into itself.</summary>
    public static Refusal MergeIntoOther() => new(RefusalKind.Invalid, []) { Field = "into" };

    /// <summary>A merge into nothing.</summary>
    public static Refusal MergeMissing() => new(RefusalKind.Invalid, []) { Field = "into" };

    /// <summary>A merge into a removed record.</summary>
    public static Refusal MergeRemoved() => new(RefusalKind.NotFound, []) { Field = "into" };

    /// <summary>A date that can't be read.</summary>
    public static Refusal NoDate(string text, string field) => new(RefusalKind.Invalid, [text]) { Field = field };

    /// <summary>A day that can't be read.</summary>
    public static Refusal NoDay(string label, string text, string field) => new(RefusalKind.Invalid, [label, text]) { Field = field };

    /// <summary>A jurisdiction that is not there.</summary>
    public static Refusal NoJurisdiction(string slug) => new(RefusalKind.NotFound, [slug]) { Field = "jurisdiction" };

    /// <summary>A code that is none of ISO 3166-1 or 3166-2.</summary>
    public static Refusal NoJurisdictionCode(string code) => new(RefusalKind.Invalid, [code]) { Field = "code" };

    /// <summary>A number that can't be read.</summary>
    public static Refusal NoNumber(string label, string text, string field) => new(RefusalKind.Invalid, [label, text]) { Field = field };

    /// <summary>A record that can't be moved in its order.</summary>
    public static Refusal NoOrder() => new(RefusalKind.NotFound, []);

    /// <summary>A period that can't be read.</summary>
    public static Refusal NoPeriod(string text) => new(RefusalKind.Invalid, [text]) { Field = "period" };

    /// <summary>A pillar that is not there; the short names of those that are.</summary>
    public static Refusal NoPillar(string? slug, string known) => new(RefusalKind.NotFound, [slug, known]);

    /// <summary>A record that is not there.</summary>
    public static Refusal NoRecord() => new(RefusalKind.NotFound, []);

    /// <summary>A scale of zero or less.</summary>
    public static Refusal NoScale() => new(RefusalKind.Invalid, []) { Field = "scale" };

    /// <summary>A short name that can't be part of an address.</summary>
    public static Refusal NoSlug(string slug) => new(RefusalKind.Invalid, [slug]) { Field = "slug" };

    /// <summary>A word that is none of a list.</summary>
    public static Refusal NoValueOf(string text, string label, string field) => new(RefusalKind.Invalid, [text, label]) { Field = field };

    /// <summary>A version that is not there.</summary>
    public static Refusal NoVersion(int version) => new(RefusalKind.NotFound, [version]);

    /// <summary>A kind of record that another form changes.</summary>
    public static Refusal NotChangedHere(Enum kind) => new(RefusalKind.Invalid, [kind]);

    /// <summary>A kind of record that is removed elsewhere.</summary>
    public static Refusal NotRemovedHere(Enum kind) => new(RefusalKind.Invalid, [kind]);

    /// <summary>An edit that changes nothing.</summary>
    public static Refusal NothingDiffers() => new(RefusalKind.Conflict, []);

    /// <summary>A write that would change a text or delete a record.</summary>
    public static Refusal NothingIsDeleted() => new(RefusalKind.Invalid, []);

    /// <summary>A proposed edit that stands already.</summary>
    public static Refusal NothingToPublish() => new(RefusalKind.Conflict, []);

    /// <summary>A version that stands already.</summary>
    public static Refusal NothingToRestore(int version) => new(RefusalKind.Conflict, [version]);

    /// <summary>An edit that was taken back.</summary>
    public static Refusal NothingToTakeBack() => new(RefusalKind.Conflict, []);

    /// <summary>A proposed edit that its own proposer would decide on.</summary>
    public static Refusal OwnProposal() => new(RefusalKind.NotAllowed, []);

    /// <summary>An edit sent back without a reason.</summary>
    public static Refusal ReasonMissing() => new(RefusalKind.Invalid, []) { Field = "reason" };

    /// <summary>A reason that is too long.</summary>
    public static Refusal ReasonTooLong(int length, int max) => new(RefusalKind.Invalid, [length, max]) { Field = "why" };

    /// <summary>A record that was removed while it was edited.</summary>
    public static Refusal RemovedMeanwhile(Enum kind) => new(RefusalKind.NotFound, [kind]);

    /// <summary>A commitment that follows a removed one.</summary>
    public static Refusal ReplacedRemoved() => new(RefusalKind.NotFound, []) { Field = "follows" };

    /// <summary>A version with a word that is no longer known.</summary>
    public static Refusal RetiredWord(string word) => new(RefusalKind.Conflict, [word]);

    /// <summary>A short name that another record had before.</summary>
    public static Refusal SlugLeadsElsewhere(string slug, Enum kind) => new(RefusalKind.Conflict, [slug, kind]) { Field = "slug" };

    /// <summary>A short name that is an address of the tracker itself.</summary>
    public static Refusal SlugReserved() => new(RefusalKind.Invalid, []) { Field = "slug" };

    /// <summary>A short name that another record has or had.</summary>
    public static Refusal SlugTaken(string slugs) => new(RefusalKind.Conflict, [slugs]) { Field = "slug" };

    /// <summary>A step without a day.</summary>
    public static Refusal StatusDayMissing() => new(RefusalKind.Invalid, []) { Field = "on" };

    /// <summary>A status whose meaning another rule states.</summary>
    public static Refusal StatusHasRule(Enum status, string other) => new(RefusalKind.Conflict, [status, other]) { Field = "status" };

    /// <summary>A step of tomorrow.</summary>
    public static Refusal StatusInFuture(DateOnly on) => new(RefusalKind.Invalid, [on]) { Field = "on" };

    /// <summary>A step without a status.</summary>
    public static Refusal StatusMissing() => new(RefusalKind.Invalid, []) { Field = "to" };

    /// <summary>A step to what stands.</summary>
    public static Refusal StatusStands(Enum status) => new(RefusalKind.Conflict, [status]) { Field = "to" };

    /// <summary>A step to what stood then.</summary>
    public static Refusal StatusStoodThen(DateOnly on, Enum status) => new(RefusalKind.Conflict, [on, status]) { Field = "to" };

    /// <summary>A step with a year that was not typed to its end.</summary>
    public static Refusal StatusYear(DateOnly on) => new(RefusalKind.Invalid, [on]) { Field = "on" };

    /// <summary>A record that others belong to.</summary>
    public static Refusal StillHolds(string label, string what) => new(RefusalKind.Conflict, [label, what]);

    /// <summary>A proposed edit that somebody else would take back.</summary>
    public static Refusal TakenBackByOthers() => new(RefusalKind.NotAllowed, []);

    /// <summary>A value of no known word.</summary>
    public static Refusal UnknownValue(string label, string field) => new(RefusalKind.Invalid, [label]) { Field = field };

    /// <summary>A choice that was not made.</summary>
    public static Refusal ValueMissing(string label, string field) => new(RefusalKind.Invalid, [label]) { Field = field };

    /// <summary>A statement that would lose its last quotation.</summary>
    public static Refusal WithoutQuotation(string label, Enum kind) => new(RefusalKind.Conflict, [label, kind]);
}
