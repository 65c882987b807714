using System.Text.Json;
using DataDiplomacy.Core.Tests.Evidence;

namespace DataDiplomacy.Verifier.Tests.Verbs;

public sealed class MerkleVerbTests(ITestOutputHelper output) : IDisposable
{
    private const string Vectors = "vectors/merkle-rfc6962";

    // SHA-256 of 0x00 alone, and of 0x00 0x00: the leaves "" and 00 of RFC 6962's reference tree; their root.
    private const string Leaf0 = "bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=";
    private const string Leaf1 = "lqKW0iTyhcZ77pPDD4owkVfw2qNdxbh+QQt4YwoJz8c=";
    private const string Root2 = "+sVCA+fMaWzw38tCySodnbr3CtnmIfS9jZhmLwDjwSU=";

    private readonly Files _files = new();

    [Theory]
    [InlineData($$"""{"leafIdx":1,"treeSize":2,"root":"{{Root2}}","leafHash":"{{Leaf1}}","proof":["{{Leaf0}}"]}""", 0, "verified")]
    [InlineData($$"""{"leafIdx":0,"treeSize":2,"root":"{{Root2}}","leafHash":"{{Leaf1}}","proof":["{{Leaf0}}"]}""", 1, "proofInvalid")]
    [InlineData($$"""{"leafIdx":0,"treeSize":1,"root":"{{Leaf0}}","leafHash":"{{Leaf0}}","proof":null}""", 0, "verified")]
    [InlineData($$"""{"leafIdx":0,"treeSize":1,"root":null,"leafHash":"{{Leaf0}}","proof":null}""", 1, "proofInvalid")]
    [InlineData($$"""{"leafIdx":0,"treeSize":1,"root":"{{Leaf0}}","leafHash":"","proof":[]}""", 1, "proofInvalid")]
    [InlineData($$"""{"leafIdx":0,"treeSize":1,"root":"{{Leaf0}}","leafHash":"no base64","proof":[]}""", 1, "proofInvalid")]
    [InlineData($$"""{"leafIdx":0,"treeSize":2,"root":"{{Root2}}","leafHash":"{{Leaf0}}","proof":[null]}""", 1, "proofInvalid")]
    [InlineData($$"""{"size1":1,"size2":2,"root1":"{{Leaf0}}","root2":"{{Root2}}","proof":["{{Leaf1}}"]}""", 0, "verified")]
    [InlineData($$"""{"size1":1,"size2":2,"root1":"{{Leaf1}}","root2":"{{Root2}}","proof":["{{Leaf1}}"]}""", 1, "proofInvalid")]
    [InlineData($$"""{"treeSize":2,"root":"{{Root2}}","proofs":[{"leafIdx":1,"leafHash":"{{Leaf1}}","proof":["{{Leaf0}}"]},{"leafIdx":0,"leafHash":"{{Leaf0}}","proof":["{{Leaf1}}"]}]}""", 0, "verified")]
    [InlineData($$"""{"treeSize":2,"root":"{{Root2}}","proofs":[{"leafIdx":1,"leafHash":"{{Leaf1}}","proof":["{{Leaf0}}"]},{"leafIdx":1,"leafHash":"{{Leaf0}}","proof":["{{Leaf1}}"]}]}""", 1, "proofInvalid")]
    [InlineData("""{"leavesHex":[""],"leafHashes":["6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"],"roots":{"1":"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"}}""", 0, "verified")]
    [InlineData("""{"leavesHex":["00"],"leafHashes":["6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"]}""", 1, "hashMismatch")]
    [InlineData("""{"start":0,"end":2,"size":5,"root1":"","root2":"","proof":[]}""", 2, "unreadable")]
    [InlineData("""{"treeSize":2,"proofs":[]}""", 2, "unreadable")]
    [InlineData("""{"treeSize":2,"proofs":[7]}""", 2, "unreadable")]
    [InlineData("""{"leafIdx":-1,"treeSize":2,"root":"","leafHash":"","proof":[]}""", 2, "unreadable")]
    [InlineData("""{"leafIdx":0,"treeSize":1,"treeSize":1,"root":"","leafHash":"","proof":[]}""", 2, "unreadable")]
    [InlineData("""{"leafIdx":0,"treeSize":1,"root":"\ud800","leafHash":"","proof":[]}""", 2, "unreadable")]
    [InlineData("[]", 2, "unreadable")]
    [InlineData("{", 2, "unreadable")]
    public void Judges_what_the_proof_deserves(string json, int exitCode, string code) =>
        Run.Of("merkle", _files.Write("proof.json", json)).Outcome.ShouldBe((exitCode, code));

    [Fact]
    public void Gives_the_same_bytes_again()
    {
        var file = _files.Write("proof.json", $$"""{"leafIdx":1,"treeSize":2,"root":"{{Root2}}","leafHash":"{{Leaf1}}","proof":["{{Leaf0}}"]}""");

        Run.Of("merkle", file).Output.ShouldBe(Run.Of("merkle", file).Output);
    }

    [Theory]
    [InlineData("inclusion")]
    [InlineData("consistency")]
    [InlineData("derived")]
    public void Agrees_with_the_vectors(string kind)
    {
        var files = SharedFiles.Files($"{Vectors}/{kind}");

        var wrong = files.Where(file => Run.Of("merkle", file).ExitCode != (IsMeantToFail(file) ? 1 : 0)).ToList();

        output.WriteLine($"verifier merkle {kind}: {files.Count - wrong.Count} of {files.Count}");
        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("subtreeinclusion")]
    [InlineData("subtreeconsistency")]
    public void Says_that_proofs_of_subtrees_are_not_read(string kind)
    {
        var files = SharedFiles.Files($"{Vectors}/{kind}");

        var unread = files.Count(file => Run.Of("merkle", file).ExitCode == 2);

        output.WriteLine($"verifier merkle {kind}: {unread} of {files.Count} answered as not read");
        unread.ShouldBe(files.Count);
    }

    private static bool IsMeantToFail(string file) => SharedFiles.Json(file).TryGetProperty("wantErr", out var fails) && fails.ValueKind == JsonValueKind.True;

    public void Dispose() => _files.Dispose();
}
