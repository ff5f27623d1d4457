namespace PolicyTracker.Text.Suggestions;

/// <summary>A number as words state it, in one of the ways in which they can be read.</summary>
/// <param name="Bare">Without its scale: 15.4 of "15.4 trillion".</param>
/// <param name="Scale">What it is multiplied by; 1 where no scale is stated.</param>
/// <param name="Unit">ISO 4217 code, <c>percent</c> or the unit's symbol; null where none is known beside it.</param>
/// <param name="Words">The words that state it, without its unit.</param>
/// <param name="IsRounded">Whether it is a fraction such as a third, which a value can only come near to.</param>
public readonly record struct StatedNumber(decimal Bare, decimal Scale, string? Unit, string Words, bool IsRounded = false)
{
    /// <summary>Whether it is a value times a scale.</summary>
    internal bool Is(decimal value, decimal scale)
    {
        try
        {
            return IsRounded
                ? Math.Round(Bare * Scale / scale, Math.Min(28, (int)value.Scale), MidpointRounding.AwayFromZero) == value
                : Bare * Scale == value * scale;
        }
        catch (OverflowException)
        {
            return false;
        }
    }
}

/// <summary>How a value stands to the words that are quoted for it.</summary>
public enum ValueSupport
{
    /// <summary>The words state it.</summary>
    Stated,

    /// <summary>They do not state this number.</summary>
    NoNumber,

    /// <summary>They state the number with another scale, or with none where one is recorded.</summary>
    OtherScale,

    /// <summary>They state the number of another unit.</summary>
    OtherUnit,
}

/// <summary>A value held against the words that are quoted for it.</summary>
/// <param name="Support">How it stands to them.</param>
/// <param name="Stated">What they state instead, as they say it.</param>
public sealed record ValueCheck(ValueSupport Support, IReadOnlyList<string> Stated)
{
    /// <summary>Holds a value against words: digits, numbers in words, fractions, ranges and scales, in English and Chinese.</summary>
    /// <param name="value">The value in its unit and scale.</param>
    /// <param name="scale">What the value is multiplied by, above 0.</param>
    /// <param name="unit">The unit that is recorded, as an editor wrote it.</param>
    /// <param name="quotations">The words; it is enough that one of them states it.</param>
    public static ValueCheck Of(decimal value, decimal scale, string unit, IEnumerable<string> quotations)
    {
        ArgumentNullException.ThrowIfNull(unit);
        ArgumentNullException.ThrowIfNull(quotations);
        var numbers = quotations.SelectMany(StatedNumbers.In).ToList();
        var full = numbers.FindAll(n => n.Is(value, scale));
        if (full.Exists(n => Fits(n.Unit, unit)))
        {
            return new(ValueSupport.Stated, []);
        }

        var (support, shown) =
            full.Count > 0 ? (ValueSupport.OtherUnit, full)
            : numbers.FindAll(n => n.Bare == value) is { Count: > 0 } bare ? (ValueSupport.OtherScale, bare)
            : (ValueSupport.NoNumber, numbers);
        return new(
            support,
            [
                .. shown
                    .Select(n =>
                        n.Unit is null ? n.Words
                        : n.Unit is "percent" && n.Words.EndsWith('成') ? n.Words
                        : $"{n.Words} {n.Unit}"
                    )
                    .Distinct()
                    .Take(8),
            ]
        );
    }

    // What is recorded as a share has to be stated as one; elsewhere words often leave the unit to what stands before them.
    private static bool Fits(string? stated, string unit)
    {
        var known = FigureUnits.Units.GetValueOrDefault(unit.Trim()) ?? unit.Trim();
        if (stated is null)
        {
            return known != "percent";
        }

        return known.Equals(stated, StringComparison.OrdinalIgnoreCase)
            || known.Contains(stated, StringComparison.OrdinalIgnoreCase)
            || FigureUnits.Units.Any(name => name.Value == stated && StatedNumbers.HasWord(unit, name.Key));
    }
}
