using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataDiplomacy.Core.Evidence.Time;
using DataDiplomacy.Verifier.Inputs;

namespace DataDiplomacy.Verifier.Verbs;

/// <summary><c>timestamp --roots PEM --data FILE TOKEN</c>: a time-stamp (RFC 3161) under roots that the reader pins.</summary>
internal static class TimestampVerb
{
    public static Command Build(Output output)
    {
        var roots = new Option<string>("--roots") { Required = true, Description = "Certificates that are trusted, as PEM." };
        var data = new Option<string>("--data") { Required = true, Description = "The bytes that are said to be stamped." };
        var extra = new Option<string?>("--certs") { Description = "Further certificates, as PEM; they help to build the chain and are not trusted." };
        var query = new Option<string?>("--query") { Description = "The TimeStampReq that was sent, to bind imprint, nonce and policy." };
        var token = new Argument<string>("TOKEN") { Description = "TimeStampResp or bare TimeStampToken, DER." };
        var command = new Command("timestamp", "Checks a time-stamp.") { roots, data, extra, query, token };
        command.SetAction(parsed => output.Answer("timestamp", () =>
        {
            IReadOnlyList<X509Certificate2> helping = parsed.GetValue(extra) is { } path ? InputFile.Certificates(path) : [];
            var trust = new TimestampTrust(InputFile.Certificates(parsed.GetRequiredValue(roots)), helping);
            var subject = TimestampSubject.OfData(InputFile.Bytes(parsed.GetRequiredValue(data)));
            byte[] asked = parsed.GetValue(query) is { } request ? InputFile.Bytes(request) : [];
            return Describe(TimestampVerification.Verify(InputFile.Bytes(parsed.GetRequiredValue(token)), subject, trust, asked));
        }));
        return command;
    }

    private static Finding Describe(TimestampVerdict verdict)
    {
        var reason = JsonNamingPolicy.CamelCase.ConvertName(verdict.Reason.ToString());
        var details = new JsonObject
        {
            ["accepted"] = verdict.Accepted,
            ["reason"] = reason,
            ["genTime"] = verdict.Statement?.GenTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture),
            ["statement"] = verdict.Statement is { } statement ? Describe(statement) : null,
            ["signer"] = verdict.SignerSubject,
            ["boundToQuery"] = verdict.BoundToQuery,
            ["roots"] = new JsonArray([.. verdict.Roots.Select(JsonNode (root) => new JsonObject { ["subject"] = root.Subject, ["sha256"] = root.Sha256, ["used"] = root.Used })]),
            ["limits"] = new JsonArray([.. verdict.Limits.Select(JsonNode (limit) => JsonValue.Create(limit))])
        };
        return verdict.Accepted ? Finding.Valid(verdict.Explanation, details) : Finding.Refused(reason, verdict.Explanation, details);
    }

    private static JsonObject Describe(TimestampStatement statement) => new()
    {
        ["genTimeText"] = statement.GenTimeText,
        ["accuracyMicroseconds"] = statement.AccuracyMicroseconds,
        ["policyOid"] = statement.PolicyOid,
        ["serialNumber"] = statement.SerialNumber,
        ["hashAlgorithm"] = statement.HashAlgorithm,
        ["imprint"] = statement.Imprint,
        ["nonce"] = statement.Nonce
    };
}
