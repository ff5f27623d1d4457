using System.Text.Json;
using System.Text.Json.Serialization;
using PolicyTracker.Text;

namespace PolicyTracker.Core.Announcements;

/// <summary>Reads the date that a program sends, written in any way that <see cref="Period.ParseDate"/> knows.</summary>
public sealed class DateJson : JsonConverter<Period>
{
    /// <summary>What to write, for whoever wrote something else.</summary>
    public const string Form = "Write the day (2007-11-05), the month (2007-11) or the year (2007): as much as is known.";

    /// <inheritdoc/>
    public override Period Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType is JsonTokenType.String ? reader.GetString() : null;
        return Period.ParseDate(text)
            ?? throw new JsonException(text is null ? $"This is no date. {Form}" : $"“{text}” is no date. {Form}");
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Period value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
