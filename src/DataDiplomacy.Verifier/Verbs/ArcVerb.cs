using System.CommandLine;
using System.Text.Json.Nodes;
using DataDiplomacy.Core.Evidence.Mail;
using DataDiplomacy.Verifier.Inputs;

namespace DataDiplomacy.Verifier.Verbs;

/// <summary><c>arc --keys FILE MESSAGE</c>: the chain of those who forwarded a message (RFC 8617) against archived keys.</summary>
internal static class ArcVerb
{
    public static Command Build(Output output)
    {
        var keys = DkimVerb.KeysOption();
        var message = new Argument<string>("MESSAGE") { Description = "The message as it was received, octet by octet." };
        var command = new Command("arc", "Checks the ARC chain of a message.") { keys, message };
        command.SetAction(parsed => output.Answer("arc", () => Check(MailKeys.Read(parsed.GetRequiredValue(keys)), InputFile.Bytes(parsed.GetRequiredValue(message)))));
        return command;
    }

    private static Finding Check(IReadOnlyCollection<ArchivedKey> keys, byte[] message)
    {
        if (ArcVerification.Verify(message, keys) is not { } report) return Finding.Refused("messageMalformed", "The bytes are no message.");
        var details = new JsonObject
        {
            ["chain"] = report.Chain.ToString().ToLowerInvariant(),
            ["problem"] = report.Problem,
            ["keySources"] = new JsonArray([.. keys.Select(key => key.Validity).Distinct().Select(JsonNode (source) => JsonValue.Create(source))]),
            ["limits"] = new JsonArray("The chain tells who handled the message, not that its content is true.", "Rests on the keys that were given: nothing was asked of the DNS.")
        };
        return report.Chain switch
        {
            ArcChain.Pass => Finding.Valid("Every seal and the newest message signature hold.", details),
            ArcChain.None => Finding.Refused("noChain", "The message has no ARC set.", details),
            _ => Finding.Refused("chainFailed", report.Problem ?? "The chain does not hold.", details)
        };
    }
}
