using System.Text.Json;
using System.Text.Json.Serialization;
using PolicyTracker.Core;
using PolicyTracker.Core.Localization;

namespace PolicyTracker.Web.App;

/// <summary>Reads and writes the vocabulary as its words, and nothing else: a number would make a value that no page can show.</summary>
internal sealed class WordConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Words<>).MakeGenericType(typeToConvert))!;

    /// <summary>What was read is none of the words; the message names them.</summary>
    internal sealed class UnknownWordException(string message) : JsonException(message);

    private sealed class Words<T> : JsonConverter<T>
        where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var word = reader.TokenType is JsonTokenType.String ? reader.GetString() : null;
            return WireNames.Parse<T>(word)
                ?? throw new UnknownWordException(
                    AppTexts.Texts["WordsTaken", Worded.List(Enum.GetValues<T>().Select(v => WireNames.Of(v)))]
                );
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(WireNames.Of(value));
    }
}
