using System.Text.Json;
using System.Text.Json.Serialization;
using PolicyTracker.Text;

namespace PolicyTracker.Core.Announcements;

/// <summary>Reads the date that a program sends, written in any way that <see cref="Period.ParseDate"/> knows.</summary>
public sealed class DateJson : JsonConverter<Period>
{
    /// <summary>What to write, for whoever wrote something else.</summary>
    public static string Form => AnnouncementTexts.Texts["DateForm"];

    /// <inheritdoc/>
    public override Period Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType is JsonTokenType.String ? reader.GetString() : null;
        return Period.ParseDate(text)
            ?? throw new JsonException(
                text is null ? AnnouncementTexts.Texts["NoDate", Form] : AnnouncementTexts.Texts["NoDateTyped", text, Form]
            );
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Period value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
