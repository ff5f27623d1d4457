using PolicyTracker.Core.Commitments;
using PolicyTracker.Core.Records;

namespace PolicyTracker.Core.Rules;

/// <summary>A rule by which the editors of a tracker judge: what counts as a commitment, what a status means.</summary>
public sealed class EditorialRule : Record, IHasSlug, IOrdered
{
    /// <summary>The longest text that one may have, in UTF-16 units.</summary>
    public const int MaxText = 4000;

    /// <summary>Its word in addresses: /rules#delivered.</summary>
    public required string Slug { get; set; }

    /// <summary>What it is about, as its heading says.</summary>
    public required string Title { get; set; }

    /// <summary>The rule, in Markdown.</summary>
    public required string Text { get; set; }

    /// <summary>The status whose meaning it states; null where it states none. No two that stand have the same.</summary>
    public Status? Status { get; set; }

    /// <summary>Place among the rules, from 1.</summary>
    public int Order { get; set; }

    /// <inheritdoc/>
    public override string Label => Title;

    /// <inheritdoc/>
    public override void Check()
    {
        NeedSlug(Slug);
        Need(Title, RuleTexts.Texts["Title"]);
        Need(Text, RuleTexts.Texts["TextOfRule"], MaxText);
    }
}
