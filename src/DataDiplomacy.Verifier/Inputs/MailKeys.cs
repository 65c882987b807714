using System.Text.Json;
using DataDiplomacy.Core.Evidence.Mail;

namespace DataDiplomacy.Verifier.Inputs;

/// <summary>The keys of <c>--keys</c>: files of TXT records as JSON, or <c>NAME=FILE</c> with a public key as PEM.</summary>
internal static class MailKeys
{
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
        return new ArchivedKey(name, pem.Contains("-----BEGIN", StringComparison.Ordinal) && KeyRecord.Read(pem) is { } record ? record : throw new UnreadableException($"{path} holds no public key as PEM."), Source(path));
    }

    private static string Source(string path) => $"given by the reader in {Path.GetFileName(path)}; nothing here says when it stood in the DNS";
}
