using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using DataDiplomacy.Core.Evidence.Logs;
using DataDiplomacy.Verifier.Inputs;

namespace DataDiplomacy.Verifier.Verbs;

/// <summary><c>note --vkey V FILE</c>: a signed note (c2sp.org/signed-note) against keys that the reader trusts.</summary>
internal static class NoteVerb
{
    public static Command Build(Output output)
    {
        var vkeys = new Option<string[]>("--vkey") { Required = true, Description = "The vkey itself, not a file; may be repeated." };
        var file = new Argument<string>("FILE") { Description = "The note." };
        var command = new Command("note", "Checks the signatures of a note.") { vkeys, file };
        command.SetAction(parsed => output.Answer("note", () => Check(parsed.GetRequiredValue(vkeys), InputFile.Bytes(parsed.GetRequiredValue(file)))));
        return command;
    }

    private static Finding Check(string[] vkeys, byte[] bytes)
    {
        List<NoteKey> keys = [];
        foreach (var vkey in vkeys)
        {
            if (!Parsing.Try(() => NoteKey.Parse(vkey), out var key, out var problem)) return Finding.Refused("vkeyInvalid", $"{vkey}: {problem}");
            keys.Add(key);
        }
        return Parsing.Try(() => SignedNote.Parse(bytes), out var note, out var why) ? Judge(note, keys) : Finding.Refused("noteMalformed", why);
    }

    private static Finding Judge(SignedNote note, List<NoteKey> keys)
    {
        var valid = note.Verify(keys);
        var details = new JsonObject
        {
            ["textSha256"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(note.Text))),
            ["signatures"] = new JsonArray([.. note.Signatures.Select(each => Describe(note, each, keys))])
        };
        if (valid.Count > 0) return Finding.Valid($"Signed by {string.Join(", ", valid.Select(each => each.Key.Name))}. Says who signed the text, not that it is true.", details);
        return note.Signatures.Any(each => KeyOf(each, keys) is not null)
            ? Finding.Refused("signatureInvalid", "A signature by one of the keys does not hold; the whole note is refused.", details)
            : Finding.Refused("noKnownSignature", "None of the signatures is by one of the keys.", details);
    }

    private static JsonNode Describe(SignedNote note, NoteSignature signature, List<NoteKey> keys)
    {
        var key = KeyOf(signature, keys);
        var holds = key is null ? (bool?)null : (note with { Signatures = [signature] }).Verify([key]).Count == 1;
        return new JsonObject
        {
            ["name"] = signature.Name,
            ["keyId"] = signature.KeyId.ToString("x8", CultureInfo.InvariantCulture),
            ["known"] = key is not null,
            ["valid"] = holds,
            ["cosignedAtUnixSeconds"] = holds == true && key?.Type == NoteKeyType.Cosignature ? signature.CosignedAt : null
        };
    }

    private static NoteKey? KeyOf(NoteSignature signature, List<NoteKey> keys) => keys.Find(key => key.Id == signature.KeyId && key.Name == signature.Name);
}
