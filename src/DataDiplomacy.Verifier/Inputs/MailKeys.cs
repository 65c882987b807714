using System.Security.Cryptography;
using System.Text.Json;
using DataDiplomacy.Core.Evidence.Mail;
using DataDiplomacy.Core.Evidence.Statements;

namespace DataDiplomacy.Verifier.Inputs;

/// <summary>The keys of <c>--keys</c>: files of TXT records as JSON, or <c>NAME=FILE</c> with a public key as PEM.</summary>
internal static class MailKeys
{
    private const int Ed25519Length = 32;

    public static IReadOnlyList<ArchivedKey> Read(IReadOnlyCollection<string> arguments) => [.. arguments.SelectMany(Read)];

    private static IEnumerable<ArchivedKey> Read(string argument)
    {
        var equals = argument.IndexOf('=', StringComparison.Ordinal);
        if (equals > 0 && argument[..equals].Contains("._domainkey.", StringComparison.OrdinalIgnoreCase)) return [Pem(argument[..equals], argument[(equals + 1)..])];
        return Records(argument);
    }

    private static IEnumerable<ArchivedKey> Records(string path)
    {
        var root = InputFile.Object(path);
        var records = root.TryGetProperty("txt-records", out var member) ? member : root;
        // A vector without keys writes null or an empty list.
        if (records.ValueKind is JsonValueKind.Null || (records.ValueKind is JsonValueKind.Array && records.GetArrayLength() == 0)) return [];
        if (records.ValueKind is not JsonValueKind.Object || records.EnumerateObject().Any(each => each.Value.ValueKind is not JsonValueKind.String))
            throw new UnreadableException($"{path} is no object {{ \"selector._domainkey.domain\": \"v=DKIM1; p=…\" }}.");
        return [.. records.EnumerateObject().Select(each => new ArchivedKey(each.Name, each.Value.GetString() ?? "", Source(path)))];
    }

    private static ArchivedKey Pem(string name, string path)
    {
        var pem = InputFile.Text(path);
        if (!PemEncoding.TryFind(pem, out var fields) || pem[fields.Label] != "PUBLIC KEY") throw new UnreadableException($"{path} holds no public key as PEM.");
        var bytes = Convert.FromBase64String(pem[fields.Base64Data]);
        // The record of an Ed25519 key has the bare 32 bytes (RFC 8463, 4.2), that of RSA the whole structure.
        var record = IsEd25519(pem) ? $"v=DKIM1; k=ed25519; p={Convert.ToBase64String(bytes[^Ed25519Length..])}" : $"v=DKIM1; k=rsa; p={Convert.ToBase64String(bytes)}";
        return new ArchivedKey(name, record, Source(path));
    }

    private static bool IsEd25519(string pem)
    {
        try
        {
            return VerificationKey.FromPem(pem).Algorithm == "Ed25519";
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static string Source(string path) => $"given by the reader in {Path.GetFileName(path)}; nothing here says when it stood in the DNS";
}
