namespace PolicyTracker.Text.Meaning;

/// <summary>What a piece of a statement is.</summary>
internal enum UnitKind
{
    /// <summary>A word in letters.</summary>
    Word,

    /// <summary>A number, however it is written.</summary>
    Number,

    /// <summary>One Chinese character.</summary>
    Han,

    /// <summary>A day, a time or a range of years, however it is written.</summary>
    Date,

    /// <summary>A mark that says something: a currency, a sign, a comparison, a percentage, a fraction, a range.</summary>
    Sign,
}
