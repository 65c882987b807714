using System.Buffers.Binary;

namespace DataDiplomacy.Api.Observations.Imports.Reading;

/// <summary>
/// A small bounded cache from UTF-8 bytes to what they mean, so that a text repeated in a million rows is decoded and checked once.
/// Direct-mapped: a newcomer replaces the value in its place, memory stays within <c>Size × MaxKeyLength</c> bytes.
/// </summary>
internal sealed class BytePool<T>
{
    private const int Size = 4096;
    private const int MaxKeyLength = 2048;

    private readonly Entry[] _entries = new Entry[Size];

    public bool TryGet(ReadOnlySpan<byte> key, out T? value)
    {
        ref var entry = ref _entries[Place(key)];
        var found = entry.Key is not null && key.SequenceEqual(entry.Key);
        value = found ? entry.Value : default;
        return found;
    }

    public T Add(ReadOnlySpan<byte> key, T value)
    {
        if (key.Length <= MaxKeyLength)
            _entries[Place(key)] = new Entry(key.ToArray(), value);
        return value;
    }

    // Samples start, middle and end: good enough for a cache, and equal for equal keys.
    private static int Place(ReadOnlySpan<byte> key)
    {
        var hash = (ulong)key.Length * 0x9E3779B97F4A7C15;
        if (key.Length >= sizeof(ulong))
        {
            hash = Mix(hash, BinaryPrimitives.ReadUInt64LittleEndian(key));
            hash = Mix(hash, BinaryPrimitives.ReadUInt64LittleEndian(key[((key.Length - sizeof(ulong)) / 2)..]));
            hash = Mix(hash, BinaryPrimitives.ReadUInt64LittleEndian(key[^sizeof(ulong)..]));
        }
        else
        {
            foreach (var octet in key)
                hash = Mix(hash, octet);
        }
        return (int)(hash >> 40) & (Size - 1);
    }

    private static ulong Mix(ulong hash, ulong word)
    {
        hash = (hash ^ word) * 0xFF51AFD7ED558CCD;
        return hash ^ (hash >> 32);
    }

    private readonly record struct Entry(byte[]? Key, T Value);
}
