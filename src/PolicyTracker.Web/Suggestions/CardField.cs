namespace PolicyTracker.Web.Suggestions;

/// <summary>What of a suggestion can be changed on its card.</summary>
public enum CardField
{
    /// <summary>What a commitment is called, or a new indicator.</summary>
    Title,

    /// <summary>The goal of a commitment, the indicator of a value, the record that words are one more quotation of.</summary>
    Filed,

    /// <summary>The body that answers for it.</summary>
    Responsible,

    /// <summary>The day by which it is due; the period of a value.</summary>
    When,

    /// <summary>The commitment that it updates or replaces.</summary>
    Follows,

    /// <summary>The value, as it is stated.</summary>
    Value,
}
