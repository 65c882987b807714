using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DataDiplomacy.Core.Evidence.Logs;

namespace DataDiplomacy.Core.Tests.Evidence.Logs;

public sealed class MerkleTests(ITestOutputHelper output)
{
    private const string Vectors = "vectors/merkle-rfc6962";

    /// <summary>Roots of trees of the leaves 0 to 7 of certificate-transparency's own test (RFC 6962, merkletree/tree_hasher_test).</summary>
    [Fact]
    public void Hashes_as_RFC_6962_says()
    {
        string[] leaves = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
        byte[] hashes = [.. leaves.SelectMany(leaf => Merkle.LeafHash(Convert.FromHexString(leaf)))];

        Convert.ToHexStringLower(Merkle.LeafHash([])).ShouldBe("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
        Convert.ToHexStringLower(Merkle.Root([])).ShouldBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        Convert.ToHexStringLower(Merkle.Root(hashes)).ShouldBe("5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
    }

    [Fact]
    public void Proves_each_leaf_and_each_older_tree_of_trees_over_several_tiles()
    {
        const ulong size = 70_000;
        var log = new LogInMemory(size);
        var tree = log.Tree(size);

        var leaves = new ulong[] { 0, 1, 255, 256, 65_535, 65_536, 69_888, size - 1 };
        var older = new ulong[] { 1, 2, 255, 256, 257, 65_536, 65_537, 69_999, size };

        leaves.ShouldAllBe(index => Merkle.VerifiesInclusion(index, size, log.Leaf(index), tree.Inclusion(index), tree.Root()));
        older.ShouldAllBe(oldSize => Merkle.VerifiesConsistency(oldSize, size, log.Tree(oldSize).Root(), tree.Root(), tree.Consistency(oldSize)));
        Should.Throw<ArgumentOutOfRangeException>(() => tree.Inclusion(size));
        Should.Throw<ArgumentOutOfRangeException>(() => tree.Consistency(0));
        Should.Throw<ArgumentOutOfRangeException>(() => tree.Consistency(size + 1));
    }

    [Fact]
    public void Refuses_every_changed_hash_of_a_proof()
    {
        var log = new LogInMemory(300);
        var tree = log.Tree(300);
        var inclusion = tree.Inclusion(17);
        var consistency = tree.Consistency(99);

        for (var i = 0; i < inclusion.Count; i++)
            Merkle.VerifiesInclusion(17, 300, log.Leaf(17), Flipped(inclusion, i), tree.Root()).ShouldBeFalse();
        for (var i = 0; i < consistency.Count; i++)
            Merkle.VerifiesConsistency(99, 300, log.Tree(99).Root(), tree.Root(), Flipped(consistency, i)).ShouldBeFalse();
        Merkle.VerifiesInclusion(17, ulong.MaxValue, log.Leaf(17), inclusion, tree.Root()).ShouldBeFalse();
        Merkle.VerifiesInclusion(17, 300, new byte[31], inclusion, tree.Root()).ShouldBeFalse();
        Merkle.VerifiesConsistency(0, 300, Merkle.EmptyRoot.Span, tree.Root(), []).ShouldBeFalse();
    }

    [Theory]
    [InlineData("inclusion")]
    [InlineData("consistency")]
    public void Judges_the_proofs_of_the_reference_implementation(string kind)
    {
        var files = SharedFiles.Files($"{Vectors}/{kind}");

        var wrong = files.Where(file => Verifies(SharedFiles.Json(file)) == IsMeantToFail(SharedFiles.Json(file))).ToList();

        output.WriteLine($"merkle-rfc6962/{kind}: {files.Count - wrong.Count} of {files.Count}");
        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Makes_the_proofs_that_were_derived_from_the_definitions()
    {
        var files = SharedFiles.Files($"{Vectors}/derived").Where(file => !file.EndsWith("known-hashes.json", StringComparison.Ordinal)).ToList();

        var proofs = files.Sum(file => CheckDerived(SharedFiles.Json(file)));

        output.WriteLine($"merkle-rfc6962/derived: {proofs} proofs in {files.Count} of {files.Count} files made and verified");
        proofs.ShouldBeGreaterThan(files.Count);
    }

    private static int CheckDerived(JsonElement vector)
    {
        var consistency = vector.TryGetProperty("size2", out var newSize);
        var size = consistency ? newSize.GetUInt64() : vector.GetProperty("treeSize").GetUInt64();
        // The rule of these files: entry i is SHA-256 of the decimal number i.
        var log = new LogInMemory(size, i => Merkle.LeafHash(SHA256.HashData(Encoding.ASCII.GetBytes(i.ToString(CultureInfo.InvariantCulture)))));
        var root = log.Tree(size).Root();
        root.ShouldBe(vector.GetProperty(consistency ? "root2" : "root").GetBytesFromBase64());
        var proofs = vector.GetProperty("proofs").EnumerateArray().ToList();
        foreach (var proof in proofs)
        {
            var made = consistency ? log.Tree(size).Consistency(proof.GetProperty("size1").GetUInt64()) : log.Tree(size).Inclusion(proof.GetProperty("leafIdx").GetUInt64());
            made.Select(each => Convert.ToBase64String(each.Span)).ShouldBe(proof.GetProperty("proof").EnumerateArray().Select(each => each.GetString()));
        }
        return proofs.Count;
    }

    private static bool IsMeantToFail(JsonElement vector) => vector.GetProperty("wantErr").GetBoolean();

    private static bool Verifies(JsonElement vector)
    {
        var proof = vector.GetProperty("proof") is { ValueKind: JsonValueKind.Array } hashes
            ? hashes.EnumerateArray().Select(each => (ReadOnlyMemory<byte>)each.GetBytesFromBase64()).ToList() : [];
        return vector.TryGetProperty("size1", out var oldSize)
            ? Merkle.VerifiesConsistency(oldSize.GetUInt64(), vector.GetProperty("size2").GetUInt64(), Bytes(vector, "root1"), Bytes(vector, "root2"), proof)
            : Merkle.VerifiesInclusion(vector.GetProperty("leafIdx").GetUInt64(), vector.GetProperty("treeSize").GetUInt64(), Bytes(vector, "leafHash"), proof, Bytes(vector, "root"));
    }

    private static byte[] Bytes(JsonElement vector, string name) => vector.GetProperty(name) is { ValueKind: JsonValueKind.String } text ? text.GetBytesFromBase64() : [];

    private static List<ReadOnlyMemory<byte>> Flipped(IReadOnlyList<ReadOnlyMemory<byte>> proof, int at) =>
        [.. proof.Select((hash, i) => i == at ? new ReadOnlyMemory<byte>([(byte)(hash.Span[0] ^ 1), .. hash.Span[1..]]) : hash)];
}
