using Microsoft.EntityFrameworkCore;
using PolicyTracker.Core.Accounts;
using PolicyTracker.Core.Data;
using PolicyTracker.Core.Editing;

namespace PolicyTracker.Core.Collaboration;

/// <summary>The rules for what editors write to each other and to themselves.</summary>
internal static class MessageText
{
    /// <summary>Refuses what is empty, too long, or holds controls.</summary>
    /// <param name="text">The text.</param>
    /// <param name="max">The most UTF-16 units.</param>
    /// <param name="field">The field as programs name it.</param>
    /// <param name="mayBeEmpty">Whether it may be empty.</param>
    public static void Check(string text, int max, string field, bool mayBeEmpty = false)
    {
        var label = mayBeEmpty ? CollaborationTexts.Texts["Note"] : CollaborationTexts.Texts["Message"];
        if (!mayBeEmpty && string.IsNullOrWhiteSpace(text))
        {
            throw Refusal.FieldEmpty(label, field);
        }

        if (text.Length > max)
        {
            throw Refusal.FieldTooLong(label, text.Length, max, field);
        }

        RecordRules.CheckTyped(text, field, label, hasLines: true);
    }

    /// <summary>The accounts that a text mentions by "@" and their name, whatever its capitals; the longest name counts.</summary>
    /// <param name="text">The text.</param>
    /// <param name="names">The names that there are, with their accounts.</param>
    public static Dictionary<Guid, string> MentionsIn(string text, IEnumerable<(Guid Account, string Name)> names)
    {
        var found = new Dictionary<Guid, string>();
        var longest = names.OrderByDescending(n => n.Name.Length).ToList();
        for (var at = text.IndexOf('@', StringComparison.Ordinal); at >= 0; at = text.IndexOf('@', at + 1))
        {
            if (at > 0 && char.IsAsciiLetterOrDigit(text[at - 1]))
            {
                continue; // an address of a mail
            }

            var behind = text.AsSpan(at + 1);
            foreach (var (account, name) in longest)
            {
                if (
                    behind.StartsWith(name, StringComparison.OrdinalIgnoreCase)
                    && !(behind.Length > name.Length && IsOneWord(name[^1], behind[name.Length]))
                )
                {
                    found.TryAdd(account, name);
                    break;
                }
            }
        }

        return found;
    }

    // "@mei" is not in "@meister", but in "@mei请看".
    private static bool IsOneWord(char last, char next) => char.IsAsciiLetterOrDigit(last) && char.IsAsciiLetterOrDigit(next);

    /// <summary>The account of an editor, whose rights are read from the store.</summary>
    /// <exception cref="Refusal">It is none, or none that may edit.</exception>
    public static async Task<Guid> AccountAsync(this TrackerDb db, Editor by, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(by);
        await db.NeedEditorAsync(by, cancel);
        return by.AccountId ?? throw Refusal.NotEditor();
    }
}
