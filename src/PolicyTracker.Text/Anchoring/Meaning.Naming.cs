using PolicyTracker.Text.Comparison;

namespace PolicyTracker.Text.Anchoring;

// What to call a change of content.
internal static partial class Meaning
{
    private static QuoteChange Named(Statement left, int fromA, int toA, Statement right, int fromB, int toB)
    {
        var (a, b) = (left.Units[fromA..toA], right.Units[fromB..toB]);
        // What both have between the two ends of a difference was not changed.
        var common = a.Select(u => u.Key).Intersect(b.Select(u => u.Key)).ToHashSet();
        return Max(Named(left, a, common), Named(right, b, common));
    }

    private static QuoteChange Named(Statement statement, List<ContentUnit> units, HashSet<string> common)
    {
        var change = QuoteChange.Content;
        for (var i = 0; i < units.Count; i++)
        {
            if (!common.Contains(units[i].Key))
            {
                change = Max(change, Named(statement, units[i], i == 0 && statement.Units[0] == units[0]));
            }
        }

        return change;
    }

    private static QuoteChange Named(Statement statement, ContentUnit unit, bool isFirst)
    {
        switch (unit.Kind)
        {
            case UnitKind.Number:
                return QuoteChange.Number;
            case UnitKind.Date:
                return QuoteChange.Date;
            case UnitKind.Sign:
                return unit.Key is "minus" or "+" or "±" or "range" or "about" or "≈" or ":" or "/" || char.IsNumber(unit.Key[0])
                        ? QuoteChange.Number
                    : unit.Key is "<" or ">" or "<=" or ">=" or "=" or "≠" or "≮" or "≯" or "?" ? QuoteChange.Negation
                    : QuoteChange.Unit;
            case UnitKind.Han:
                return
                    Array.Find(Chinese, list => statement.Touches(unit.Start, unit.End, list.Words)).Kind
                        is var kind
                            and not QuoteChange.None
                    ? kind
                    : QuoteChange.Content;
        }

        if (unit.Key.Any(char.IsAsciiDigit))
        {
            return QuoteChange.Number;
        }

        // "will" weakened to "may"; May, with a capital, is a month.
        var word = statement.Of(unit);
        var isCapital = !statement.IsUpper && char.IsUpper(word[0]);
        return Words.TryGetValue(unit.Key, out var known)
            ? unit.Key == "may" && isCapital && !isFirst
                ? QuoteChange.Date
                : known
            : UnitName.Behind(unit.Key) == unit.Key
                ? QuoteChange.Unit
                : isCapital && (!isFirst || !EnglishWords.IsCommon(unit.Key))
                    ? QuoteChange.Name
                    : QuoteChange.Content;
    }
}
