using System.Security.Cryptography;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Evidence.Ledger;

namespace DataDiplomacy.Api.Evidence.Records;

/// <summary>
/// The key of each record, a file of its own outside the database and its backups, encrypted under the key of the storage. With the file gone, content,
/// values and salts of the record are gone, wherever copies of them lie.
/// </summary>
public sealed class RecordKeys(StorageOptions storage)
{
    private readonly Lock _gate = new();
    private byte[]? _storageKey;

    /// <summary>Makes the key of a new record; it is on the disk when this returns.</summary>
    public byte[] Create(string recordId)
    {
        var key = RandomNumberGenerator.GetBytes(RecordKey.Length);
        DurableFile.Write(PathOf(recordId), RecordKey.Encrypt(StorageKey(), key, recordId), mayReplace: false);
        return key;
    }

    /// <summary>The key of a record; null when it was destroyed.</summary>
    public byte[]? Find(string recordId) => Read(PathOf(recordId), recordId);

    private byte[]? Read(string path, string recordId)
    {
        try
        {
            return RecordKey.Decrypt(StorageKey(), File.ReadAllBytes(path), recordId);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>Makes, or finds, the key of a record's receipt: what was written when it was erased stays readable.</summary>
    public byte[] CreateReceipt(string recordId)
    {
        if (FindReceipt(recordId) is { } made)
        {
            return made;
        }

        var key = RandomNumberGenerator.GetBytes(RecordKey.Length);
        DurableFile.Write(ReceiptOf(recordId), RecordKey.Encrypt(StorageKey(), key, recordId), mayReplace: false);
        return key;
    }

    /// <summary>The key of a record's receipt; null when it was not erased.</summary>
    public byte[]? FindReceipt(string recordId) => Read(ReceiptOf(recordId), recordId);

    /// <summary>Destroys the key of a record for good.</summary>
    public void Destroy(string recordId) => DurableFile.Destroy(PathOf(recordId));

    private string ReceiptOf(string recordId) => Path.ChangeExtension(PathOf(recordId), ".receipt.key");

    private string PathOf(string recordId) => Path.Combine(storage.Keys, "records", recordId[^2..], recordId + ".key");

    private byte[] StorageKey()
    {
        lock (_gate)
        {
            return _storageKey ??= LoadStorageKey(Path.Combine(storage.Keys, "storage.key"));
        }
    }

    private static byte[] LoadStorageKey(string path)
    {
        try
        {
            DurableFile.Write(path, RandomNumberGenerator.GetBytes(RecordKey.Length), mayReplace: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // It was made at an earlier start, or by another server over this storage.
        }

        return File.ReadAllBytes(path);
    }
}
