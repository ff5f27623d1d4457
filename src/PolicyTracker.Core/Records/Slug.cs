using System.Text;
using PolicyTracker.Text;

namespace PolicyTracker.Core.Records;

/// <summary>The part of an address that names a record.</summary>
public static class Slug
{
    /// <summary>
    /// A slug from a title: letters with their accents dropped, digits, hyphens, at most 60 characters cut at a word.
    /// A title with no Latin letter or digit gives <paramref name="fallback"/> with a short random ending.
    /// </summary>
    public static string From(string title, string fallback)
    {
        var slug = new StringBuilder();
        foreach (var c in Latin.WithoutMarks(title))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                slug.Append(char.ToLowerInvariant(c));
            }
            else if (c is not ('\'' or '’') && slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var text = slug.ToString().Trim('-');
        if (text.Length > 60)
        {
            var cut = text.LastIndexOf('-', 60);
            text = text[..(cut > 20 ? cut : 60)].Trim('-');
        }

        return text.Length > 0 ? text : $"{fallback}-{Guid.NewGuid().ToString("n")[..6]}";
    }
}
