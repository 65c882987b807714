using System.Buffers.Binary;

namespace DataDiplomacy.Core.Evidence.Logs;

/// <summary>A bundle of entries (c2sp.org/tlog-tiles): each as its length in two bytes, big-endian, and its bytes.</summary>
public static class EntryBundle
{
    /// <summary>The longest entry, in bytes.</summary>
    public const int MaxEntryLength = ushort.MaxValue;

    /// <summary>Writes a bundle.</summary>
    /// <param name="entries">Up to 256 entries of at most 65,535 bytes.</param>
    /// <returns>The bytes.</returns>
    /// <exception cref="ArgumentException">An entry is too long.</exception>
    public static byte[] Write(IReadOnlyCollection<ReadOnlyMemory<byte>> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var bundle = new byte[entries.Sum(each => each.Length + 2)];
        var at = 0;
        foreach (var entry in entries)
        {
            if (entry.Length > MaxEntryLength) throw new ArgumentException($"An entry has {entry.Length} bytes, at most {MaxEntryLength} fit.", nameof(entries));
            BinaryPrimitives.WriteUInt16BigEndian(bundle.AsSpan(at), (ushort)entry.Length);
            entry.Span.CopyTo(bundle.AsSpan(at + 2));
            at += entry.Length + 2;
        }
        return bundle;
    }

    /// <summary>Reads a bundle.</summary>
    /// <param name="bundle">The bytes.</param>
    /// <returns>The entries.</returns>
    /// <exception cref="FormatException">It ends inside an entry.</exception>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Read(ReadOnlyMemory<byte> bundle)
    {
        var entries = new List<ReadOnlyMemory<byte>>();
        return Problem(bundle, entries) is { } problem ? throw new FormatException(problem) : entries;
    }

    /// <summary>Reads the entries up to the end, or to where the bundle breaks.</summary>
    /// <param name="bundle">The bytes.</param>
    /// <param name="entries">Takes the entries that are whole.</param>
    /// <returns>Where it breaks; null if it does not.</returns>
    internal static string? Problem(ReadOnlyMemory<byte> bundle, List<ReadOnlyMemory<byte>> entries)
    {
        while (bundle.Length > 0)
        {
            if (bundle.Length < 2) return $"The bundle ends inside the length of entry {entries.Count}.";
            var length = BinaryPrimitives.ReadUInt16BigEndian(bundle.Span);
            if (bundle.Length < length + 2) return $"The bundle ends inside entry {entries.Count}.";
            entries.Add(bundle.Slice(2, length));
            bundle = bundle[(length + 2)..];
        }
        return null;
    }
}
