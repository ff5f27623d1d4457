using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PolicyTracker.Core.Records;
using PolicyTracker.Core.Sources;

namespace PolicyTracker.Core.Publishing;

/// <summary>A citation in the forms that programs for lists of sources read. All of them are UTF-8, Chinese as it is.</summary>
public static class CitationWriter
{
    /// <summary>The media type of a form.</summary>
    public static string MediaTypeOf(CitationFormat format) =>
        format switch
        {
            CitationFormat.BibTex => "application/x-bibtex; charset=utf-8",
            CitationFormat.Ris => "application/x-research-info-systems; charset=utf-8",
            CitationFormat.CslJson => "application/vnd.citationstyles.csl+json; charset=utf-8",
            _ => "text/plain; charset=utf-8",
        };

    /// <summary>The citation in that form.</summary>
    public static string Write(Citation citation, CitationFormat format)
    {
        ArgumentNullException.ThrowIfNull(citation);
        return format switch
        {
            CitationFormat.BibTex => BibTex(citation),
            CitationFormat.Ris => Ris(citation),
            CitationFormat.CslJson => CslJson(citation),
            _ => Line(citation.InWords()) + "\n",
        };
    }

    private static string BibTex(Citation of)
    {
        var text = new StringBuilder("@misc{").Append(of.Key);
        void Field(string name, string value) => text.Append(CultureInfo.InvariantCulture, $",\n  {name} = {value}");

        Field("author", $"{{{{{Escape(of.AuthorName)}}}}}"); // twice in braces: one name, however many commas and "and" it has
        Field("title", $"{{{{{Escape(of.Title)}}}}}"); // and capitals as they are
        Field("year", $"{{{of.Issued.FirstDay.Year:0000}}}");
        Field("date", $"{{{of.Issued}}}");
        Field("version", $"{{{of.Version}}}");
        Field("type", $"{{{Escape(of.GenreName)}}}");
        Field("publisher", $"{{{{{Escape(of.Publisher)}}}}}");
        Field("note", $"{{{Escape(of.Note)}}}");
        Field("url", $"{{{of.Address.AbsoluteUri}}}");
        Field("urldate", $"{{{of.Accessed:yyyy-MM-dd}}}");
        return text.Append("\n}\n").ToString();
    }

    // Braces are counted before a backslash is looked at, so that an escaped one would still open or close.
    private static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (var c in Line(text))
        {
            _ = c switch
            {
                '\\' => escaped.Append(@"\textbackslash{}"),
                '{' => escaped.Append(@"\textbraceleft{}"),
                '}' => escaped.Append(@"\textbraceright{}"),
                '~' => escaped.Append(@"\textasciitilde{}"),
                '^' => escaped.Append(@"\textasciicircum{}"),
                '#' or '$' or '%' or '&' or '_' => escaped.Append('\\').Append(c),
                _ => escaped.Append(c),
            };
        }

        return escaped.ToString();
    }

    private static string Ris(Citation of)
    {
        var text = new StringBuilder();
        void Field(string tag, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                text.Append(tag).Append("  - ").Append(Line(value)).Append("\r\n");
            }
        }

        Field(
            "TY",
            of.Genre switch
            {
                RecordKind.Indicator => "DATA",
                AnnouncementKind.Report => "RPRT",
                AnnouncementKind.Law => "STAT",
                _ => "ELEC",
            }
        );
        Field("ID", of.Key);
        Field("AU", of.AuthorName);
        Field("TI", of.Title);
        Field("PY", of.Issued.FirstDay.Year.ToString("0000", CultureInfo.InvariantCulture));
        Field("DA", string.Join('/', Parts(of).Select((p, i) => p.ToString(i == 0 ? "0000" : "00", CultureInfo.InvariantCulture))));
        Field("ET", of.Version.ToString(CultureInfo.InvariantCulture));
        Field("M3", of.GenreName);
        Field("PB", of.Publisher);
        Field("LA", of.Language);
        Field("N1", of.Note);
        Field("UR", of.Address.AbsoluteUri);
        Field("Y2", of.Accessed.ToString("yyyy'/'MM'/'dd", CultureInfo.InvariantCulture));
        return text.Append("ER  - \r\n").ToString();
    }

    private static string CslJson(Citation of)
    {
        using var stream = new MemoryStream();
        using (
            var json = new Utf8JsonWriter(
                stream,
                new JsonWriterOptions
                {
                    Indented = true,
                    NewLine = "\n",
                    Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                }
            )
        )
        {
            json.WriteStartArray();
            json.WriteStartObject();
            json.WriteString("id", of.Key);
            json.WriteString(
                "type",
                of.Genre switch
                {
                    RecordKind.Indicator => "dataset",
                    AnnouncementKind.Report => "report",
                    AnnouncementKind.Law => "legislation",
                    AnnouncementKind.Speech => "speech",
                    _ => "webpage",
                }
            );
            json.WriteString("title", Line(of.Title));
            json.WriteStartArray("author");
            json.WriteStartObject();
            json.WriteString("literal", Line(of.AuthorName));
            json.WriteEndObject();
            json.WriteEndArray();
            WriteDate(json, "issued", Parts(of));
            WriteDate(json, "accessed", [of.Accessed.Year, of.Accessed.Month, of.Accessed.Day]);
            json.WriteString("version", of.Version.ToString(CultureInfo.InvariantCulture));
            json.WriteString("genre", of.GenreName);
            json.WriteString("publisher", Line(of.Publisher));
            json.WriteString("note", Line(of.Note));
            if (of.Language is not null)
            {
                json.WriteString("language", of.Language);
            }

            json.WriteString("URL", of.Address.AbsoluteUri);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.ToArray()) + "\n";
    }

    private static void WriteDate(Utf8JsonWriter json, string name, IEnumerable<int> parts)
    {
        json.WriteStartObject(name);
        json.WriteStartArray("date-parts");
        json.WriteStartArray();
        foreach (var part in parts)
        {
            json.WriteNumberValue(part);
        }

        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // As much of the date as is known: year, month, day.
    private static int[] Parts(Citation of)
    {
        var (first, last) = (of.Issued.FirstDay, of.Issued.LastDay);
        return first == last ? [first.Year, first.Month, first.Day]
            : (first.Year, first.Month) == (last.Year, last.Month) ? [first.Year, first.Month]
            : [first.Year];
    }

    // These forms have a line for each field, and no place for control characters.
    private static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                line.Append(line.Length > 0 && line[^1] != ' ' ? " " : "");
            }
            else
            {
                line.Append(rune.ToString());
            }
        }

        return line.ToString().TrimEnd();
    }
}
