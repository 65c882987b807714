using System.CommandLine;
using System.Text.Json.Nodes;
using DataDiplomacy.Core.Evidence.Logs;
using DataDiplomacy.Verifier.Inputs;

namespace DataDiplomacy.Verifier.Verbs;

/// <summary><c>proof --policy FILE --leaf FILE PROOF</c>: that an entry is in a log (c2sp.org/tlog-proof) whose checkpoint the policy accepts.</summary>
internal static class ProofVerb
{
    public static Command Build(Output output)
    {
        var policy = new Option<string>("--policy") { Required = true, Description = "Logs and witnesses that the reader trusts (c2sp.org/tlog-policy)." };
        var leaf = new Option<string>("--leaf") { Required = true, Description = "The bytes of the entry." };
        var proof = new Argument<string>("PROOF") { Description = "The .tlog-proof file." };
        var command = new Command("proof", "Checks that an entry is in a log.") { policy, leaf, proof };
        command.SetAction(parsed => output.Answer("proof", () => Check(
            InputFile.Bytes(parsed.GetRequiredValue(policy)), InputFile.Bytes(parsed.GetRequiredValue(leaf)), InputFile.Bytes(parsed.GetRequiredValue(proof)))));
        return command;
    }

    private static Finding Check(byte[] policyBytes, byte[] leaf, byte[] proofBytes)
    {
        if (!Parsing.Try(() => WitnessPolicy.Parse(policyBytes), out var policy, out var problem)) return Finding.Refused("policyInvalid", problem);
        if (!Parsing.Try(() => LogProof.Parse(proofBytes), out var proof, out problem)) return Finding.Refused("proofMalformed", problem);
        var verdict = proof.Verify(leaf, policy);
        var details = new JsonObject
        {
            ["index"] = proof.Index,
            ["leafHash"] = Convert.ToHexStringLower(Merkle.LeafHash(leaf)),
            ["checkpoint"] = verdict.Checkpoint.Checkpoint is { } accepted ? Describe(accepted) : null,
            ["cosignedAtUnixSeconds"] = Cosigned(verdict.Checkpoint)
        };
        if (verdict.Refusal is { } refusal) return Finding.Refused(verdict.Checkpoint.Checkpoint is null ? "checkpointRefused" : "pathMismatch", refusal, details);
        return Finding.Valid($"The entry is leaf {proof.Index} of the log {verdict.Checkpoint.Checkpoint?.Origin}. Says that it was logged, not that it is true.", details);
    }

    internal static JsonObject Describe(Checkpoint checkpoint) =>
        new() { ["origin"] = checkpoint.Origin, ["size"] = checkpoint.Size, ["root"] = Convert.ToBase64String(checkpoint.Root.Span) };

    private static JsonObject Cosigned(CheckpointVerdict verdict) =>
        new(verdict.CosignedAt.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => KeyValuePair.Create(each.Key, (JsonNode?)each.Value)));
}
