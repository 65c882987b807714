using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataDiplomacy.Core.Evidence.Mail;
using DataDiplomacy.Verifier.Inputs;

namespace DataDiplomacy.Verifier.Verbs;

/// <summary><c>dkim --keys FILE MESSAGE</c>: the DKIM signatures of a message (RFC 6376) against archived keys, each finding for itself.</summary>
internal static class DkimVerb
{
    private static readonly string[] Limits =
    [
        "A domain that signed vouches for handling the message, not that its content is true or who wrote it.",
        "Rests on the keys that were given: nothing was asked of the DNS, and a domain may have published its old private key."
    ];

    public static Command Build(Output output)
    {
        var keys = KeysOption();
        var message = new Argument<string>("MESSAGE") { Description = "The message as it was received, octet by octet." };
        var command = new Command("dkim", "Checks the DKIM signatures of a message.") { keys, message };
        command.SetAction(parsed => output.Answer("dkim", () => Check(MailKeys.Read(parsed.GetRequiredValue(keys)), InputFile.Bytes(parsed.GetRequiredValue(message)))));
        return command;
    }

    internal static Option<string[]> KeysOption() => new("--keys")
    {
        Required = true,
        Description = "TXT records as JSON { \"selector._domainkey.domain\": \"v=DKIM1; p=…\" }, or selector._domainkey.domain=FILE with a public key as PEM; may be repeated."
    };

    private static Finding Check(IReadOnlyCollection<ArchivedKey> keys, byte[] message)
    {
        if (DkimVerification.Verify(message, keys) is not { } reports) return Finding.Refused("messageMalformed", "The bytes are no message.");
        var details = new JsonObject
        {
            ["reports"] = new JsonArray([.. reports.Select(Describe)]),
            ["limits"] = new JsonArray([.. Limits.Select(JsonNode (limit) => JsonValue.Create(limit))])
        };
        if (reports.Count == 0) return Finding.Refused("noSignature", "The message has no DKIM signature.", details);
        var failed = reports.Count(each => !each.Passed);
        return failed == 0
            ? Finding.Valid($"All {reports.Count} signatures hold: {string.Join(", ", reports.Select(each => each.Domain))}.", details)
            : Finding.Refused("signatureNotPassed", $"{failed} of {reports.Count} signatures do not pass.", details);
    }

    private static JsonNode Describe(DkimReport report) => new JsonObject
    {
        ["domain"] = report.Domain,
        ["selector"] = report.Selector,
        ["algorithm"] = report.Algorithm,
        ["passed"] = report.Passed,
        ["bodyHashValid"] = report.BodyHashValid,
        ["signatureValid"] = report.SignatureValid,
        ["alignment"] = CamelCase(report.Alignment),
        ["key"] = new JsonObject
        {
            ["source"] = report.KeyValidity,
            ["strength"] = CamelCase(report.Strength),
            ["bits"] = report.KeyBits,
            ["testing"] = report.Testing
        },
        ["signedLength"] = report.SignedLength,
        ["appendedUnsigned"] = report.AppendedUnsigned,
        ["expiresUnixSeconds"] = report.ExpiresUnixSeconds,
        ["problem"] = report.Problem
    };

    private static string CamelCase(Enum value) => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
