using System.Buffers;
using System.Text;
using System.Text.Json;

namespace DataDiplomacy.Core.Evidence.Statements;

/// <summary>
/// The JSON Canonicalization Scheme (RFC 8785): one text of bytes for each JSON value, so that it can be hashed and signed.
/// Properties are ordered by their UTF-16 code units (3.2.3), numbers written as ECMAScript does (3.2.2.3), nothing else is changed.
/// </summary>
public static class Jcs
{
    /// <summary>Objects and arrays nested deeper are refused.</summary>
    public const int MaxDepth = 128;

    private static readonly SearchValues<char> MustBeEscaped = SearchValues.Create([.. Enumerable.Range(0, ' ').Select(code => (char)code), '"', '\\']);

    /// <summary>The canonical bytes: UTF-8 without byte order mark or white space between tokens.</summary>
    /// <param name="json">One JSON value in UTF-8, at most 128 levels deep.</param>
    /// <returns>The canonical bytes.</returns>
    /// <exception cref="FormatException">
    /// The text is no I-JSON (RFC 7493): a name occurs twice in an object, a surrogate stands alone, a number is beyond what a
    /// double holds, the bytes are no UTF-8, begin with a byte order mark or go on after the value.
    /// </exception>
    public static byte[] Canonicalize(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth });
        var output = new ArrayBufferWriter<byte>(Math.Max(16, json.Length));
        try
        {
            reader.Read();
            Write(ref reader, output);
            // Only white space may follow: the reader throws at anything else.
            reader.Read();
        }
        catch (JsonException error)
        {
            throw new FormatException($"Not JSON at line {error.LineNumber + 1}, byte {error.BytePositionInLine}: {error.Message}", error);
        }
        return output.WrittenSpan.ToArray();
    }

    private static void Write(ref Utf8JsonReader reader, ArrayBufferWriter<byte> output)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                WriteObject(ref reader, output);
                return;
            case JsonTokenType.StartArray:
                WriteArray(ref reader, output);
                return;
            case JsonTokenType.String:
                WriteString(Text(ref reader), output);
                return;
            case JsonTokenType.Number:
                WriteNumber(ref reader, output);
                return;
            case JsonTokenType.True:
                output.Write("true"u8);
                return;
            case JsonTokenType.False:
                output.Write("false"u8);
                return;
            case JsonTokenType.Null:
                output.Write("null"u8);
                return;
            default:
                throw new FormatException($"Expected a JSON value, found {reader.TokenType}.");
        }
    }

    private static void WriteObject(ref Utf8JsonReader reader, ArrayBufferWriter<byte> output)
    {
        var members = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = Text(ref reader);
            reader.Read();
            var value = new ArrayBufferWriter<byte>();
            Write(ref reader, value);
            if (!members.TryAdd(name, value.WrittenSpan.ToArray())) throw new FormatException($"The name \"{name}\" occurs twice in one object.");
        }

        output.Write("{"u8);
        var first = true;
        foreach (var (name, value) in members)
        {
            if (!first) output.Write(","u8);
            first = false;
            WriteString(name, output);
            output.Write(":"u8);
            output.Write(value);
        }
        output.Write("}"u8);
    }

    private static void WriteArray(ref Utf8JsonReader reader, ArrayBufferWriter<byte> output)
    {
        output.Write("["u8);
        var first = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (!first) output.Write(","u8);
            first = false;
            Write(ref reader, output);
        }
        output.Write("]"u8);
    }

    private static string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException error)
        {
            throw new FormatException("A text is no UTF-8 or holds a surrogate that stands alone.", error);
        }
    }

    private static void WriteNumber(ref Utf8JsonReader reader, ArrayBufferWriter<byte> output)
    {
        if (!reader.TryGetDouble(out var value) || !double.IsFinite(value))
            throw new FormatException($"The number {Encoding.UTF8.GetString(reader.ValueSpan)} is beyond what a double holds.");
        output.Write(Encoding.ASCII.GetBytes(EcmaScriptNumber.Format(value)));
    }

    /// <summary>Escapes what must be and nothing else (3.2.2.2): two-letter forms where JSON has them, lower-case \u00xx below U+0020.</summary>
    internal static void WriteString(string text, ArrayBufferWriter<byte> output)
    {
        if (text.AsSpan().IndexOfAny(MustBeEscaped) < 0)
        {
            var span = output.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length) + 2);
            span[0] = (byte)'"';
            var length = Encoding.UTF8.GetBytes(text, span[1..]) + 1;
            span[length] = (byte)'"';
            output.Advance(length + 1);
            return;
        }
        var escaped = new StringBuilder(text.Length + 2).Append('"');
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' => escaped.Append("\\\""),
                '\\' => escaped.Append("\\\\"),
                '\b' => escaped.Append("\\b"),
                '\f' => escaped.Append("\\f"),
                '\n' => escaped.Append("\\n"),
                '\r' => escaped.Append("\\r"),
                '\t' => escaped.Append("\\t"),
                < ' ' => escaped.Append("\\u00").Append(((int)character).ToString("x2", System.Globalization.CultureInfo.InvariantCulture)),
                _ => escaped.Append(character)
            };
        }
        output.Write(Encoding.UTF8.GetBytes(escaped.Append('"').ToString()));
    }
}
