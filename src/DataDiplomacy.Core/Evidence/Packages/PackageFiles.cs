using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using DataDiplomacy.Core.Evidence.Bags;
using DataDiplomacy.Core.Evidence.Statements;

namespace DataDiplomacy.Core.Evidence.Packages;

/// <summary>The files of a package by their paths.</summary>
internal sealed class PackageFiles(IReadOnlyList<BagFile> files)
{
    private const int MaxSmallFile = 16 * 1024 * 1024;

    // What grows with each event: readings are events, so that many honest ones make long files.
    private const int MaxGrowingFile = 256 * 1024 * 1024;

    // Two readers may take different ones of two members with one name: a file that has such is malformed.
    private static readonly JsonDocumentOptions EachNameOnce = new() { AllowDuplicateProperties = false };

    private readonly Dictionary<string, BagFile> _files = files.GroupBy(file => file.Path).ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
    private (bool IsRead, JsonElement? Json) _completeness;

    public IReadOnlyCollection<string> Paths => _files.Keys;

    /// <summary>The statement of completeness, which every record asks for.</summary>
    public JsonElement? Completeness => (_completeness = _completeness.IsRead ? _completeness : (true, Json(PackagePaths.Completeness))).Json;

    public bool Has(string path) => _files.ContainsKey(path);

    /// <summary>The statements about a record that have an envelope.</summary>
    public IReadOnlyList<string> StatementIds(string record) => PackagePaths.StatementIds(_files.Keys, record);

    /// <summary>The statements about a record that have a leaf.</summary>
    public IReadOnlyList<string> StatementLeaves(string record) => PackagePaths.StatementLeaves(_files.Keys, record);

    /// <summary>The time-stamps of a checkpoint.</summary>
    public IReadOnlyList<string> Stamps(ulong size) => PackagePaths.Stamps(_files.Keys, size);

    /// <summary>The bytes of a file; null where <see cref="WhyNot"/> says why.</summary>
    public byte[]? Bytes(string path)
    {
        if (WhyNot(path) is not null) return null;
        var file = _files[path];
        using var stream = file.Open();
        using var bytes = new MemoryStream((int)Math.Max(0, file.Length));
        stream.CopyTo(bytes);
        return bytes.Length == bytes.Capacity ? bytes.GetBuffer() : bytes.ToArray();
    }

    /// <summary>Why a file is not read; null where it is.</summary>
    public string? WhyNot(string path)
    {
        if (!_files.TryGetValue(path, out var file)) return $"{path} is missing";
        if (file.IsLink) return $"{path} is a link, not read";
        var most = PackagePaths.Grows(path) ? MaxGrowingFile : MaxSmallFile;
        return file.Length > most ? string.Create(CultureInfo.InvariantCulture, $"{path} is longer than {most} bytes, not read") : null;
    }

    /// <summary>The object in a file: UTF-8 in which no name is twice; null where there is none, and <see cref="WhyNoJson"/> says why.</summary>
    public JsonElement? Json(string path)
    {
        // Not copied, and not given back: what it rests on are the bytes of the file, which may be long.
        if (Bytes(path) is not { } bytes || !Utf8.IsValid(bytes)) return null;
        try
        {
            var root = JsonDocument.Parse(bytes, EachNameOnce).RootElement;
            return root.ValueKind == JsonValueKind.Object && HasWholeTexts(bytes) ? root : null;
        }
        catch (JsonException)
        {
            // Whoever asks says that it is missing or malformed.
            return null;
        }
    }

    /// <summary>Why a file gives no object.</summary>
    public string WhyNoJson(string path) => WhyNot(path) ?? $"{path} is malformed";

    public string? Sha256(string path)
    {
        if (!_files.TryGetValue(path, out var file) || file.IsLink) return null;
        using var stream = file.Open();
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>The custodian's key as the exporter writes it: an Ed25519 key as PEM, and nothing before or after, which readers take in different ways.</summary>
    public VerificationKey? Key()
    {
        try
        {
            return Bytes(PackagePaths.Custodian) is { } pem && VerificationKey.FromEd25519Pem(Encoding.UTF8.GetString(pem)) is { } key
                && Encoding.UTF8.GetBytes(key.ToPem()).AsSpan().SequenceEqual(pem) ? key : null;
        }
        catch (FormatException)
        {
            // No key: every statement then fails, and says so.
            return null;
        }
    }

    /// <summary>Whether no escape in a text is half a surrogate pair, which no text of UTF-8 can hold.</summary>
    private static bool HasWholeTexts(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && reader.ValueIsEscaped) reader.GetString();
            }
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
