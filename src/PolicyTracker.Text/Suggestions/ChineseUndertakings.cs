namespace PolicyTracker.Text.Suggestions;

/// <summary>
/// Reads undertakings in Chinese, clause by clause: behind 将, 要, 争取 and their like, in lists of tasks, and in sentences that
/// begin with a verb; a clause that tells of what was done is none.
/// </summary>
internal static partial class ChineseUndertakings
{
    private const int ShortestPredicate = 5;

    private static readonly HashSet<string> Verbs = [.. WordLists.Lines("verbs-zh.txt")];

    /// <summary>Whether a sentence says that a plan proposes what follows it.</summary>
    public static bool IsProposal(string sentence) => Proposed().IsMatch(sentence);

    /// <summary>Whether a sentence says how things will be, so that what follows tells how.</summary>
    public static bool IsProspect(string sentence) => Prospect().IsMatch(sentence);

    /// <summary>Whether a sentence tells what somebody thinks or asks for.</summary>
    public static bool IsOpinion(string sentence) => Opinion().IsMatch(sentence);

    /// <summary>The undertakings of a sentence.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the sentence begins, its list mark left out.</param>
    /// <param name="end">Behind it.</param>
    /// <param name="isTask">Whether it stands in a list, or under words that announce tasks.</param>
    /// <param name="isReview">Whether it stands where the past is told.</param>
    public static List<Undertaking> In(string text, int start, int end, bool isTask, bool isReview)
    {
        var found = new List<Undertaking>();
        if (end - start < 4 || text[end - 1] is '?' or '？')
        {
            return found;
        }

        var (isFuture, pending, isPast, isOpening) = (isTask && !isReview, -1, isReview, true);
        Range? responsible = null;
        var hasList = ListAhead().IsMatch(text[start..end]);
        foreach (var (from, to) in Clauses(text, start, end))
        {
            var clause = text[from..to];
            var marker = Marker().Match(clause);
            responsible =
                marker.Success && Body().Match(clause[..marker.Index]) is { Success: true } body
                    ? (from + body.Index)..(from + body.Index + body.Length)
                    : responsible;
            var (tellsPast, isDone, isReach) = (Past().IsMatch(clause), Done().IsMatch(clause), Reach().IsMatch(clause));
            if (marker.Success && (!tellsPast || (isReach && !isDone)))
            {
                (isFuture, isPast) = (true, false);
            }
            else if (PastLead().IsMatch(clause))
            {
                (isFuture, isPast) = (false, true);
            }

            if (Proposes().IsMatch(clause))
            {
                (isFuture, isPast, pending) = (true, false, -1);
                continue;
            }

            if (LeadIn().IsMatch(clause))
            {
                pending = isReach ? from : -1; // "by 2025, seven in ten firms …" is one undertaking
                continue;
            }

            if (AskedOf().IsMatch(clause))
            {
                return found; // what others are told to do
            }

            if (marker.Success && OfFirm().IsMatch(clause[..marker.Index]))
            {
                return found; // what a firm or a union will do
            }

            if (
                (tellsPast && (isDone || !(isFuture && (pending >= 0 || isReach))))
                || Others().IsMatch(clause)
                || (clause[0] == '为' && !Provides().IsMatch(clause))
                || Outcome().IsMatch(clause)
            )
            {
                (pending, isOpening) = (-1, false);
                continue;
            }

            if (Circumstance().IsMatch(clause))
            {
                pending = -1;
                continue; // what it goes with follows
            }

            // 我们将…: the undertaking begins behind the word that announces it, if a subject stands before that.
            var begin = marker.Success && marker.Index + marker.Length < clause.Length ? from + marker.Index + marker.Length : from;
            var joining = Joining().Match(text[begin..to]);
            begin += joining.Length;
            if (to - begin < ShortestPredicate && begin > from)
            {
                (pending, isOpening) = (-1, false);
                continue; // "the structure will be there": said of what comes about
            }

            var isVerb =
                BeginsWithVerb(text[begin..to])
                && !Circumstance().IsMatch(text[begin..to])
                && (isFuture || !Reached().IsMatch(text[begin..to]));
            // "…将：一是…，二是购买…": whatever the verb, it stands in a list of what will be done.
            isVerb |= isFuture && !isPast && hasList && Enumerator().IsMatch(joining.Value) && !NoVerb().IsMatch(text[begin..to]);
            if (pending >= 0 && isFuture)
            {
                found.Add(new(pending, to, 0.8, responsible));
            }
            else if (isFuture && isReach)
            {
                found.Add(new(from, to, 0.75, responsible));
            }
            else if (isVerb && (isFuture || (!isPast && isOpening)))
            {
                found.Add(new(begin, to, isFuture ? 0.85 : 0.7, responsible));
                isFuture = true;
            }

            (pending, isOpening) = (-1, false);
        }

        return found;
    }

    private static bool BeginsWithVerb(string clause)
    {
        var at = 0;
        while (true)
        {
            if (HasVerb(clause, at))
            {
                return true;
            }

            var adverb = Adverb().Match(clause[at..]);
            if (!adverb.Success)
            {
                break;
            }

            at += adverb.Length;
        }

        // 以应用带动…, 对…加强…: the verb follows what it is done with; a verb right behind belongs to what it is done with.
        var preposed = Preposed().Match(clause[at..]);
        if (!preposed.Success)
        {
            return false;
        }

        clause = Named().Replace(clause, m => new string('某', m.Length));
        for (var i = at + preposed.Length + 1; i < Math.Min(clause.Length - 2, at + 30); i++)
        {
            if (HasVerb(clause, i) && clause[i - 1] is not ('、' or '和' or '与' or '及' or '的'))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasVerb(string clause, int at) =>
        (at + 2 <= clause.Length && Verbs.Contains(clause[at..(at + 2)]))
        || (at + 3 <= clause.Length && Verbs.Contains(clause[at..(at + 3)]))
        || (at + 4 <= clause.Length && Verbs.Contains(clause[at..(at + 4)]));

    private static IEnumerable<(int Start, int End)> Clauses(string text, int start, int end)
    {
        for (var from = start; from < end; )
        {
            var to = from;
            var depth = 0;
            for (; to < end; to++)
            {
                depth +=
                    text[to] is '(' or '（' or '“' or '《' ? 1
                    : text[to] is ')' or '）' or '”' or '》' ? -1
                    : 0;
                if (
                    text[to] is '，' or '；' or ';' or '：' or ':' or '。' or '！'
                    || (text[to] == ',' && !(to + 1 < end && char.IsDigit(text[to + 1]) && to > start && char.IsDigit(text[to - 1])))
                )
                {
                    if (depth <= 0 || text[to] is '；' or ';' or '。')
                    {
                        break;
                    }
                }
            }

            var (first, last) = (from, to);
            while (first < last && (char.IsWhiteSpace(text[first]) || text[first] is '“' or '”' or '"' or '）' or ')'))
            {
                first++;
            }

            while (last > first && (char.IsWhiteSpace(text[last - 1]) || text[last - 1] is '”' or '"'))
            {
                last--;
            }

            if (last - first >= 2)
            {
                yield return (first, last);
            }

            from = to + 1;
        }
    }
}
