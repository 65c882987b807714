using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using DataDiplomacy.Core.Evidence.Statements;

namespace DataDiplomacy.Verifier.Inputs;

/// <summary>Reads the files that the arguments name.</summary>
internal static class InputFile
{
    public static byte[] Bytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UnreadableException($"{path} cannot be read: {error.Message}", error);
        }
    }

    public static string Text(string path) => Encoding.UTF8.GetString(Bytes(path));

    /// <summary>A JSON object, by the strict rules of I-JSON (RFC 7493): a name that occurs twice would mean one thing here and another elsewhere.</summary>
    public static JsonElement Object(string path) => Object(path, Bytes(path));

    public static JsonElement Object(string path, byte[] bytes)
    {
        try
        {
            Jcs.Canonicalize(bytes);
        }
        catch (FormatException error)
        {
            throw new UnreadableException($"{path} is no JSON: {error.Message}", error);
        }
        using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = Jcs.MaxDepth });
        if (document.RootElement.ValueKind != JsonValueKind.Object) throw new UnreadableException($"{path} holds no JSON object.");
        return document.RootElement.Clone();
    }

    /// <summary>Every certificate of a PEM file, at least one.</summary>
    public static IReadOnlyList<X509Certificate2> Certificates(string path)
    {
        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPem(Text(path));
        }
        catch (CryptographicException error)
        {
            throw new UnreadableException($"{path} holds a certificate that cannot be read.", error);
        }
        return certificates.Count > 0 ? [.. certificates] : throw new UnreadableException($"{path} holds no certificate as PEM, which begins with -----BEGIN CERTIFICATE-----.");
    }
}
