using System.Buffers;
using System.Buffers.Binary;

namespace DataDiplomacy.Api.Observations.Imports.Reading;

/// <summary>Several fields as one unambiguous key: each with its length before it.</summary>
internal sealed class KeyBuffer
{
    private readonly ArrayBufferWriter<byte> _bytes = new(1024);

    public ReadOnlySpan<byte> Key => _bytes.WrittenSpan;

    public void Clear() => _bytes.ResetWrittenCount();

    public void Add(ReadOnlySpan<byte> field)
    {
        var room = _bytes.GetSpan(field.Length + sizeof(int));
        BinaryPrimitives.WriteInt32LittleEndian(room, field.Length);
        field.CopyTo(room[sizeof(int)..]);
        _bytes.Advance(field.Length + sizeof(int));
    }
}
