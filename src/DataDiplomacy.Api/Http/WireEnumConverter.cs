using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DataDiplomacy.Api.Http;

/// <summary>
/// Enums by their exact camelCase names. The framework's own converter reads <c>public, internal</c> as the sum of both, which may be a third
/// member or none at all.
/// </summary>
public sealed class WireEnumConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter?)Activator.CreateInstance(typeof(Names<>).MakeGenericType(typeToConvert));

    private sealed class Names<TEnum> : JsonConverter<TEnum>
        where TEnum : struct, Enum
    {
        private readonly FrozenDictionary<TEnum, string> _names = Enum.GetValues<TEnum>().ToFrozenDictionary(v => v, WireNames.Of);
        private readonly FrozenDictionary<string, TEnum> _values = Enum.GetValues<TEnum>().ToFrozenDictionary(WireNames.Of, StringComparer.Ordinal);

        public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType is JsonTokenType.String && _values.TryGetValue(reader.GetString() ?? "", out var value) ? value : throw Refuse();

        public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) =>
            writer.WriteStringValue(_names.TryGetValue(value, out var name) ? name : throw new JsonException($"{value} is no member of {typeof(TEnum).Name}."));

        private JsonException Refuse() => new($"the value is not one of the allowed names: {string.Join(", ", _names.Values.Order(StringComparer.Ordinal))}.");
    }
}
