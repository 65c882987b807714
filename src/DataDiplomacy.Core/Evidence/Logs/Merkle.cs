using System.Numerics;
using System.Security.Cryptography;

namespace DataDiplomacy.Core.Evidence.Logs;

/// <summary>
/// The Merkle tree of RFC 6962, 2.1 (the same as RFC 9162, 2.1) and the checks of its two proofs.
/// Hashes are SHA-256, 32 bytes. Proofs that are malformed are not valid; nothing here throws at what a stranger sends.
/// </summary>
public static class Merkle
{
    /// <summary>The length of a hash, in bytes.</summary>
    public const int HashLength = 32;

    /// <summary>The root of the tree without leaves: SHA-256 of nothing.</summary>
    public static ReadOnlyMemory<byte> EmptyRoot { get; } = SHA256.HashData([]);

    /// <summary>The hash of a leaf: SHA-256 of 0x00 and its data.</summary>
    /// <param name="data">The bytes of the entry.</param>
    /// <returns>32 bytes.</returns>
    public static byte[] LeafHash(ReadOnlySpan<byte> data)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([0]);
        hash.AppendData(data);
        return hash.GetHashAndReset();
    }

    /// <summary>The hash of a node: SHA-256 of 0x01 and the hashes of its two children.</summary>
    /// <param name="left">The left child, 32 bytes.</param>
    /// <param name="right">The right child, 32 bytes.</param>
    /// <returns>32 bytes.</returns>
    public static byte[] NodeHash(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        Span<byte> joined = stackalloc byte[1 + 2 * HashLength];
        joined[0] = 1;
        left.CopyTo(joined[1..]);
        right.CopyTo(joined[(1 + HashLength)..]);
        return SHA256.HashData(joined);
    }

    /// <summary>The root over hashes of leaves or of complete subtrees of one height, in order.</summary>
    /// <param name="hashes">The hashes one after the other, 32 bytes each.</param>
    /// <returns>32 bytes; <see cref="EmptyRoot"/> without any.</returns>
    public static byte[] Root(ReadOnlySpan<byte> hashes)
    {
        var count = hashes.Length / HashLength;
        if (count == 0) return EmptyRoot.ToArray();
        if (count == 1) return hashes.ToArray();
        var left = LargestPowerBelow((ulong)count) * HashLength;
        return NodeHash(Root(hashes[..(int)left]), Root(hashes[(int)left..]));
    }

    /// <summary>Whether the leaf stands at the index in the tree of that size and root (RFC 9162, 2.1.3.2).</summary>
    /// <param name="index">The index of the leaf, from 0.</param>
    /// <param name="size">Leaves of the tree.</param>
    /// <param name="leafHash">The hash of the leaf.</param>
    /// <param name="proof">The hashes of the path, from the leaf to the root.</param>
    /// <param name="root">The root.</param>
    /// <returns>False for anything malformed too.</returns>
    public static bool VerifiesInclusion(ulong index, ulong size, ReadOnlySpan<byte> leafHash, IReadOnlyList<ReadOnlyMemory<byte>> proof, ReadOnlySpan<byte> root)
    {
        ArgumentNullException.ThrowIfNull(proof);
        if (index >= size || leafHash.Length != HashLength) return false;
        var (node, last) = (index, size - 1);
        var hash = leafHash.ToArray();
        foreach (var each in proof)
        {
            if (last == 0 || each.Length != HashLength) return false;
            if (IsRightChild(node, last))
            {
                hash = NodeHash(each.Span, hash);
                Climb(ref node, ref last);
            }
            else hash = NodeHash(hash, each.Span);
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && CryptographicOperations.FixedTimeEquals(hash, root);
    }

    /// <summary>
    /// Whether the newer tree begins with all of the older one (RFC 9162, 2.1.4.2). A first size of 0 is never proved: whoever
    /// sees a log for the first time has nothing to compare.
    /// </summary>
    /// <param name="oldSize">Leaves of the older tree, at least 1.</param>
    /// <param name="newSize">Leaves of the newer tree.</param>
    /// <param name="oldRoot">The root of the older tree.</param>
    /// <param name="newRoot">The root of the newer tree.</param>
    /// <param name="proof">The hashes of the proof; none for equal sizes.</param>
    /// <returns>False for anything malformed too.</returns>
    public static bool VerifiesConsistency(ulong oldSize, ulong newSize, ReadOnlySpan<byte> oldRoot, ReadOnlySpan<byte> newRoot, IReadOnlyList<ReadOnlyMemory<byte>> proof)
    {
        ArgumentNullException.ThrowIfNull(proof);
        if (oldSize == 0 || oldSize > newSize) return false;
        if (oldSize == newSize) return proof.Count == 0 && CryptographicOperations.FixedTimeEquals(oldRoot, newRoot);
        if (proof.Count == 0 || oldRoot.Length != HashLength) return false;

        var startsAtOldRoot = BitOperations.IsPow2(oldSize);
        var first = startsAtOldRoot ? oldRoot : proof[0].Span;
        if (first.Length != HashLength) return false;
        var (node, last) = (oldSize - 1, newSize - 1);
        while ((node & 1) == 1)
        {
            node >>= 1;
            last >>= 1;
        }

        var (older, newer) = (first.ToArray(), first.ToArray());
        foreach (var each in proof.Skip(startsAtOldRoot ? 0 : 1))
        {
            if (last == 0 || each.Length != HashLength) return false;
            if (IsRightChild(node, last))
            {
                older = NodeHash(each.Span, older);
                newer = NodeHash(each.Span, newer);
                Climb(ref node, ref last);
            }
            else newer = NodeHash(newer, each.Span);
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && CryptographicOperations.FixedTimeEquals(older, oldRoot) && CryptographicOperations.FixedTimeEquals(newer, newRoot);
    }

    /// <summary>The largest power of two below a number of leaves, where RFC 6962 splits the tree.</summary>
    /// <param name="count">At least 2.</param>
    /// <returns>The leaves of the left subtree.</returns>
    internal static ulong LargestPowerBelow(ulong count) => 1UL << (63 - BitOperations.LeadingZeroCount(count - 1));

    private static bool IsRightChild(ulong node, ulong last) => (node & 1) == 1 || node == last;

    /// <summary>A node without a right sibling is its parent until one is a right child.</summary>
    private static void Climb(ref ulong node, ref ulong last)
    {
        while (node != 0 && (node & 1) == 0)
        {
            node >>= 1;
            last >>= 1;
        }
    }
}
