namespace PolicyTracker.Text.Meaning;

// What to call a change of content.
internal static partial class ChangeClassifier
{
    private static ChangeSeverity Named(Statement left, int fromA, int toA, Statement right, int fromB, int toB)
    {
        var (a, b) = (left.Units[fromA..toA], right.Units[fromB..toB]);
        // What both have between the two ends of a difference was not changed.
        var common = a.Select(u => u.Key).Intersect(b.Select(u => u.Key)).ToHashSet();
        return Max(Named(left, a, common), Named(right, b, common));
    }

    private static ChangeSeverity Named(Statement statement, List<ContentUnit> units, HashSet<string> common)
    {
        var change = ChangeSeverity.Content;
        for (var i = 0; i < units.Count; i++)
        {
            if (!common.Contains(units[i].Key))
            {
                change = Max(change, Named(statement, units[i], i == 0 && statement.Units[0] == units[0]));
            }
        }

        return change;
    }

    private static ChangeSeverity Named(Statement statement, ContentUnit unit, bool isFirst)
    {
        switch (unit.Kind)
        {
            case UnitKind.Number:
                return ChangeSeverity.Number;
            case UnitKind.Date:
                return ChangeSeverity.Date;
            case UnitKind.Sign:
                return unit.Key is "minus" or "+" or "±" or "range" or "about" or "≈" or ":" or "/" || char.IsNumber(unit.Key[0])
                        ? ChangeSeverity.Number
                    : unit.Key is "<" or ">" or "<=" or ">=" or "=" or "≠" or "≮" or "≯" or "?" ? ChangeSeverity.Negation
                    : ChangeSeverity.Unit;
            case UnitKind.Han:
                return
                    Array.Find(Chinese, list => statement.Touches(unit.Start, unit.End, list.Words)).Kind
                        is var kind
                            and not ChangeSeverity.None
                    ? kind
                    : ChangeSeverity.Content;
        }

        if (unit.Key.Any(char.IsAsciiDigit))
        {
            return ChangeSeverity.Number;
        }

        // "will" weakened to "may"; May, with a capital, is a month.
        var word = statement.Of(unit);
        var isCapital = !statement.IsUpper && char.IsUpper(word[0]);
        return Words.TryGetValue(unit.Key, out var known)
            ? unit.Key == "may" && isCapital && !isFirst
                ? ChangeSeverity.Date
                : known
            : UnitName.Behind(unit.Key) == unit.Key
                ? ChangeSeverity.Unit
                : isCapital && (!isFirst || !EnglishWords.IsCommon(unit.Key))
                    ? ChangeSeverity.Name
                    : ChangeSeverity.Content;
    }
}
