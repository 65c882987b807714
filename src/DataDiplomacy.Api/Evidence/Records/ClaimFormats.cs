using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Evidence.Custody;
using DataDiplomacy.Core.Evidence.Statements;

namespace DataDiplomacy.Api.Evidence.Records;

/// <summary>Reads the caller's own signed statement of an event and holds it against what is asked to be written.</summary>
internal static class ClaimFormats
{
    private const string Envelope = "claim";
    private const string Fingerprint = "claimKey";

    /// <summary>The values to commit to: the envelope, the key's SHA-256 fingerprint and the key itself; none without an envelope.</summary>
    /// <exception cref="ProblemException">It is no envelope, not signed by the key, or says something else.</exception>
    public static IReadOnlyDictionary<string, JsonNode?> ValuesOf(string recordId, AddCustodyEvent request)
    {
        if (request.Dsse is not { ValueKind: JsonValueKind.Object } json || request.SigningKey is not { } pem)
        {
            return new Dictionary<string, JsonNode?>();
        }

        var key = Read("signingKey", () => VerificationKey.FromEd25519Pem(pem));
        var envelope = Read("dsse", () => DsseEnvelope.Parse(Encoding.UTF8.GetBytes(json.GetRawText())));
        if (envelope.PayloadType != CustodyClaim.PayloadType)
        {
            throw Differs("payloadType", $"its payloadType is not {CustodyClaim.PayloadType}");
        }

        if (envelope.SignedBy([key]).Count == 0)
        {
            throw Differs("signatures", "none of its signatures is by signingKey over this payload (DSSE v1, pre-authentication encoding)");
        }

        Check(Claim(envelope), recordId, request);
        return new Dictionary<string, JsonNode?>(StringComparer.Ordinal)
        {
            [Envelope] = JsonNode.Parse(envelope.ToJson()),
            [Fingerprint] = key.KeyId,
            ["claimKeyPem"] = key.ToPem(),
        };
    }

    /// <summary>Whether the values of an event hold what these hold: the same payload, signed by the same key.</summary>
    public static bool IsSame(JsonObject values, IReadOnlyDictionary<string, JsonNode?> claim) =>
        values[Envelope] is { } made && JsonNode.DeepEquals(made["payload"], claim[Envelope]?["payload"]) && JsonNode.DeepEquals(values[Fingerprint], claim[Fingerprint]);

    private static void Check(CustodyClaim claim, string recordId, AddCustodyEvent request)
    {
        if (!Instants.TryParse(claim.At, out _))
        {
            throw Differs("at", "its at is no instant, such as 2026-11-20T09:30:00Z");
        }

        var said = new Dictionary<string, JsonNode?>(StringComparer.Ordinal)
        {
            ["record"] = recordId,
            ["type"] = WireNames.Of(request.Type ?? default),
            ["reason"] = request.Reason,
            ["authority"] = request.Authority,
            ["from"] = request.From,
            ["to"] = request.To,
            ["corrects"] = request.Corrects,
            ["at"] = request.At ?? claim.At,
        };
        if (claim.DiffersIn(said) is { } member)
        {
            throw Differs(member, $"its {member} is another than that of the request or of the record in the address");
        }
    }

    private static CustodyClaim Claim(DsseEnvelope envelope)
    {
        try
        {
            return CustodyClaim.Parse(envelope.Payload);
        }
        catch (FormatException e)
        {
            throw Differs("payload", e.Message);
        }
    }

    private static T Read<T>(string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (FormatException e)
        {
            throw ProblemException.Invalid(name, $"{name} cannot be read: {e.Message}");
        }
    }

    private static ProblemException Differs(string member, string why) => new(Problems.RuleBroken, $"The statement in dsse cannot stand for this event: {why}.")
    {
        Errors = new Dictionary<string, string[]> { ["dsse." + member] = [why] },
    };
}
