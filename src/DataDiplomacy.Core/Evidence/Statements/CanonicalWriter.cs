using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Evidence.Statements;

/// <summary>
/// Writes canonical JSON (RFC 8785) straight away, for objects whose members are named in their order: what is signed by the thousand needs no
/// parsing and sorting then. A member out of order is refused, so that nothing else than canonical JSON can be written.
/// </summary>
public sealed class CanonicalWriter
{
    private const long MaxExact = 9_007_199_254_740_991;

    private const int UsualLength = 2_048;
    private const int LongestKept = 65_536;

    // What is signed by the thousand is written into the same memory again.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _spare;

    private readonly ArrayBufferWriter<byte> _output = TakeSpare() ?? new(UsualLength);
    private readonly Stack<string?> _open = [];
    private bool _needsComma;
    private bool _isNamed;
    private bool _hasEnded;

    /// <summary>What was written. It ends the writer.</summary>
    /// <returns>UTF-8.</returns>
    /// <exception cref="InvalidOperationException">An object or array is still open, or the writer has ended.</exception>
    public byte[] ToArray()
    {
        if (_hasEnded || _open.Count > 0) throw new InvalidOperationException(_hasEnded ? "The writer has ended." : "An object or array is still open.");
        _hasEnded = true;
        var written = _output.WrittenSpan.ToArray();
        if (_output.Capacity > LongestKept) return written;
        _output.ResetWrittenCount();
        _spare = _output;
        return written;
    }

    /// <summary>Begins an object.</summary>
    /// <returns>This writer.</returns>
    public CanonicalWriter BeginObject() => Begin("{"u8, "");

    /// <summary>Begins an array.</summary>
    /// <returns>This writer.</returns>
    public CanonicalWriter BeginArray() => Begin("["u8, null);

    /// <summary>Ends the object or array that was begun last.</summary>
    /// <returns>This writer.</returns>
    public CanonicalWriter End()
    {
        _output.Write(_open.Pop() is null ? "]"u8 : "}"u8);
        _needsComma = true;
        return this;
    }

    /// <summary>Names the next member.</summary>
    /// <param name="name">A name behind the one before by UTF-16 code units (RFC 8785, 3.2.3).</param>
    /// <returns>This writer.</returns>
    /// <exception cref="InvalidOperationException">It is out of order, occurs twice, or no object is open.</exception>
    public CanonicalWriter Name(string name)
    {
        if (_open.Pop() is not { } before || _isNamed) throw new InvalidOperationException($"\"{name}\" would name nothing.");
        if (before.Length > 0 && string.CompareOrdinal(before, name) >= 0) throw new InvalidOperationException($"\"{name}\" must stand before \"{before}\", or occurs twice.");
        _open.Push(name);
        Separate();
        Jcs.WriteString(name, _output);
        _output.Write(":"u8);
        (_needsComma, _isNamed) = (false, true);
        return this;
    }

    /// <summary>Writes a text, or null.</summary>
    /// <param name="text">The text.</param>
    /// <returns>This writer.</returns>
    public CanonicalWriter Text(string? text)
    {
        BeginValue();
        if (text is null) _output.Write("null"u8);
        else Jcs.WriteString(text, _output);
        return this;
    }

    /// <summary>Writes bytes as a text of base64 (RFC 4648, 4), of which no character needs an escape.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <returns>This writer.</returns>
    public CanonicalWriter Base64(ReadOnlySpan<byte> bytes)
    {
        BeginValue();
        _output.Write("\""u8);
        System.Buffers.Text.Base64.EncodeToUtf8(bytes, _output.GetSpan(System.Buffers.Text.Base64.GetMaxEncodedToUtf8Length(bytes.Length)), out _, out var written);
        _output.Advance(written);
        _output.Write("\""u8);
        return this;
    }

    /// <summary>Writes a whole number.</summary>
    /// <param name="number">At most 2^53 - 1 either way, so that every reader has it exactly.</param>
    /// <returns>This writer.</returns>
    public CanonicalWriter Number(long number)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Abs(number), MaxExact);
        BeginValue();
        Utf8Formatter.TryFormat(number, _output.GetSpan(20), out var written);
        _output.Advance(written);
        return this;
    }

    /// <summary>Writes any JSON, brought into its canonical form.</summary>
    /// <param name="value">The value; null for null.</param>
    /// <returns>This writer.</returns>
    public CanonicalWriter Value(JsonNode? value)
    {
        if (value is null) return Text(null);
        if (value is JsonValue single && single.TryGetValue<string>(out var text)) return Text(text);
        BeginValue();
        _output.Write(Jcs.Canonicalize(Encoding.UTF8.GetBytes(value.ToJsonString())));
        return this;
    }

    private static ArrayBufferWriter<byte>? TakeSpare()
    {
        var spare = _spare;
        _spare = null;
        return spare;
    }

    private CanonicalWriter Begin(ReadOnlySpan<byte> bracket, string? names)
    {
        BeginValue();
        _output.Write(bracket);
        _open.Push(names);
        _needsComma = false;
        return this;
    }

    private void BeginValue()
    {
        if (_hasEnded) throw new InvalidOperationException("The writer has ended.");
        if (_open.TryPeek(out var names) && names is not null && !_isNamed) throw new InvalidOperationException("A value in an object needs a name.");
        if (!_isNamed) Separate();
        (_needsComma, _isNamed) = (true, false);
    }

    private void Separate()
    {
        if (_needsComma) _output.Write(","u8);
    }
}
