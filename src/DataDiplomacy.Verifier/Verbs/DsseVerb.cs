using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataDiplomacy.Core.Evidence.Statements;
using DataDiplomacy.Verifier.Inputs;

namespace DataDiplomacy.Verifier.Verbs;

/// <summary><c>dsse --key FILE ENVELOPE</c>: a signed envelope (secure-systems-lab/dsse) against one key.</summary>
internal static class DsseVerb
{
    public static Command Build(Output output)
    {
        var key = new Option<string>("--key") { Required = true, Description = "Public key: PEM, a vkey line, or JSON with x and y of a point on P-256." };
        var envelope = new Argument<string>("ENVELOPE") { Description = "The envelope as JSON, or an object with it as its member envelope." };
        var command = new Command("dsse", "Checks the signature of an envelope.") { key, envelope };
        command.SetAction(parsed => output.Answer("dsse", () => Check(KeyFile.Read(parsed.GetRequiredValue(key)), InputFile.Object(parsed.GetRequiredValue(envelope)))));
        return command;
    }

    private static Finding Check(VerificationKey key, JsonElement json)
    {
        var inner = json.TryGetProperty("envelope", out var member) ? member : json;
        if (!Parsing.Try(() => DsseEnvelope.Parse(Encoding.UTF8.GetBytes(inner.GetRawText())), out var envelope, out var problem))
            return Finding.Refused("envelopeMalformed", problem);
        var details = new JsonObject
        {
            ["payloadType"] = envelope.PayloadType,
            ["payloadSha256"] = Convert.ToHexStringLower(SHA256.HashData(envelope.Payload.Span)),
            ["payloadBytes"] = envelope.Payload.Length,
            ["signatures"] = envelope.Signatures.Count,
            ["key"] = new JsonObject { ["algorithm"] = key.Algorithm, ["keyId"] = key.KeyId }
        };
        return envelope.SignedBy([key]).Count == 1
            ? Finding.Valid("The key signed this payload as this type. Says who signed it, not that it is true.", details)
            : Finding.Refused("signatureInvalid", "No signature of the envelope is by this key; nothing of the payload may be believed.", details);
    }
}
