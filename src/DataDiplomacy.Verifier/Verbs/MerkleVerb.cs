using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataDiplomacy.Core.Evidence.Logs;
using DataDiplomacy.Verifier.Inputs;

namespace DataDiplomacy.Verifier.Verbs;

/// <summary><c>merkle FILE.json</c>: proofs of inclusion and of consistency (RFC 6962, 2.1), and hashes worked out again.</summary>
internal static class MerkleVerb
{
    public static Command Build(Output output)
    {
        var file = new Argument<string>("FILE") { Description = "JSON: leafIdx, treeSize, root, leafHash, proof; or size1, size2, root1, root2, proof; or with a list of proofs; or leavesHex, leafHashes, roots." };
        var command = new Command("merkle", "Checks proofs of a Merkle tree.") { file };
        command.SetAction(parsed => output.Answer("merkle", () => Check(InputFile.Object(parsed.GetRequiredValue(file)))));
        return command;
    }

    private static Finding Check(JsonElement file)
    {
        if (file.TryGetProperty("start", out _) || file.TryGetProperty("end", out _))
            throw new UnreadableException("Proofs of subtrees (start, end) are not read: they are of another draft than RFC 6962.");
        if (file.TryGetProperty("leavesHex", out _)) return MerkleHashes.Check(file);
        return file.TryGetProperty("proofs", out var list) ? CheckAll(file, list) : CheckAll(file, null);
    }

    private static Finding CheckAll(JsonElement file, JsonElement? list)
    {
        if (list is { ValueKind: not JsonValueKind.Array }) throw new UnreadableException("\"proofs\" is no list.");
        IReadOnlyList<MerkleFields> proofs = list is { } several ? [.. several.EnumerateArray().Select(each => new MerkleFields(each, file))] : [new MerkleFields(file, file)];
        if (proofs.Count == 0) throw new UnreadableException("\"proofs\" is empty: nothing to check.");
        var results = proofs.Select(Judge).ToList();
        var failed = results.Count(each => !each.Holds);
        var details = new JsonObject { ["proofs"] = new JsonArray([.. results.Select(each => (JsonNode)each.Details)]) };
        return failed == 0
            ? Finding.Valid($"{results.Count} of {results.Count} proofs hold.", details)
            : Finding.Refused("proofInvalid", $"{failed} of {results.Count} proofs do not lead to their root.", details);
    }

    private static (bool Holds, JsonObject Details) Judge(MerkleFields fields) => fields.Has("size1") ? Consistency(fields) : Inclusion(fields);

    private static (bool Holds, JsonObject Details) Inclusion(MerkleFields fields)
    {
        var (index, size) = (fields.Number("leafIdx"), fields.Number("treeSize"));
        var holds = fields is { Proof: { } proof } && fields.Hash("leafHash") is { } leaf && fields.Hash("root") is { } root && Merkle.VerifiesInclusion(index, size, leaf, proof, root);
        return (holds, new JsonObject { ["kind"] = "inclusion", ["leafIdx"] = index, ["treeSize"] = size, ["valid"] = holds });
    }

    private static (bool Holds, JsonObject Details) Consistency(MerkleFields fields)
    {
        var (older, newer) = (fields.Number("size1"), fields.Number("size2"));
        var holds = fields is { Proof: { } proof } && fields.Hash("root1") is { } first && fields.Hash("root2") is { } second && Merkle.VerifiesConsistency(older, newer, first, second, proof);
        return (holds, new JsonObject { ["kind"] = "consistency", ["size1"] = older, ["size2"] = newer, ["valid"] = holds });
    }
}
