using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Core.Evidence.Logs;
using DataDiplomacy.Core.Evidence.Statements;

namespace DataDiplomacy.Api.Evidence.Ledger;

/// <summary>
/// The two Ed25519 keys of this server: the log's, which signs checkpoints, and the custodian's, which signs statements. They lie in the storage, never
/// in the database, and are made at the first use. The name of the log stays with its key.
/// </summary>
public sealed class LedgerKeys(StorageOptions storage, LedgerOptions options) : IDisposable
{
    private readonly Lock _gate = new();
    private Loaded? _log;
    private Loaded? _custodian;
    private byte[]? _versionSalts;
    private byte[]? _contentIndex;

    /// <summary>The name of the log.</summary>
    public string Origin => Log.Name;

    /// <summary>The key of the log.</summary>
    public SigningKey LogKey => Log.Key;

    /// <summary>The key of statements.</summary>
    public SigningKey Custodian => Custody.Key;

    /// <summary>The key by which anyone checks checkpoints.</summary>
    public NoteKey Verifier => NoteKey.Create(Origin, NoteKeyType.Ed25519, LogKey.Public.Span);

    /// <summary>The secret that salts the leaves of versions: made of the log's seed, so that it needs no keeping of its own.</summary>
    public byte[] VersionSalts => _versionSalts ??= HKDF.Expand(HashAlgorithmName.SHA256, Log.Seed, 32, "datadiplomacy/versions/v1"u8.ToArray());

    /// <summary>The secret under which the hashes of contents are indexed.</summary>
    public byte[] ContentIndex => _contentIndex ??= HKDF.Expand(HashAlgorithmName.SHA256, Log.Seed, 32, "datadiplomacy/content-index/v1"u8.ToArray());

    /// <summary>Where the newest checkpoint is kept beside the database, so that a database that was rolled back is noticed.</summary>
    public string HighWaterFile => Path.Combine(storage.Path, "log", "checkpoint");

    public void Dispose()
    {
        _log?.Key.Dispose();
        _custodian?.Key.Dispose();
    }

    private Loaded Log => Get(ref _log, "log.key", key => options.Origin ?? "log-" + Convert.ToHexStringLower(SHA256.HashData(key.Public.Span))[..16]);

    private Loaded Custody => Get(ref _custodian, "custodian.key", _ => "custodian");

    private Loaded Get(ref Loaded? loaded, string file, Func<SigningKey, string> name)
    {
        lock (_gate)
        {
            return loaded ??= Load(Path.Combine(storage.Keys, file), name);
        }
    }

    private static Loaded Load(string path, Func<SigningKey, string> name)
    {
        if (!File.Exists(path))
        {
            Create(path, name);
        }

        var stored = JsonSerializer.Deserialize<StoredKey>(File.ReadAllBytes(path)) ?? throw new InvalidOperationException($"{path} holds no key.");
        return new Loaded(SigningKey.FromSeed(stored.Seed), stored.Name, stored.Seed);
    }

    private static void Create(string path, Func<SigningKey, string> name)
    {
        var seed = RandomNumberGenerator.GetBytes(SigningKey.SeedLength);
        using var key = SigningKey.FromSeed(seed);
        try
        {
            DurableFile.Write(path, Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new StoredKey(name(key), seed))), mayReplace: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another server over this storage was first: its key counts.
        }
    }

    private sealed record StoredKey(string Name, byte[] Seed);

    private sealed record Loaded(SigningKey Key, string Name, byte[] Seed);
}
