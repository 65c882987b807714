using System.Security.Cryptography;
using System.Text;
using DataDiplomacy.Core.Evidence.Statements;

namespace DataDiplomacy.Api.Evidence.Ledger;

/// <summary>What the one secret of a record is used for, each use under a key of its own (HKDF, RFC 5869): salts, stored values, content.</summary>
public static class RecordKey
{
    public const int Length = 32;

    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>The salt of a value. It is stored nowhere and ends with the key.</summary>
    public static byte[] Salt(byte[] key, string path, string name) => Commitment.Salt(Derive(key, "salts"), path, name);

    /// <summary>The key of the content.</summary>
    public static byte[] OfContent(byte[] key) => Derive(key, "content");

    /// <summary>Encrypts values (AES-256-GCM, NIST SP 800-38D) bound to where they are stored.</summary>
    public static byte[] Encrypt(byte[] key, ReadOnlySpan<byte> values, string place) => Seal(Derive(key, "values"), values, place);

    /// <summary>Where answers about a record are kept, for whoever asks again with the same Idempotency-Key.</summary>
    public static string PlaceOfAnswers(string recordId) => recordId + "/answers";

    /// <summary>Encrypts under the key of values itself.</summary>
    public static byte[] Seal(byte[] ofValues, ReadOnlySpan<byte> values, string place)
    {
        var sealedBytes = new byte[NonceLength + TagLength + values.Length];
        var nonce = sealedBytes.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(ofValues, TagLength);
        aes.Encrypt(nonce, values, sealedBytes.AsSpan(NonceLength + TagLength), sealedBytes.AsSpan(NonceLength, TagLength), Encoding.UTF8.GetBytes(place));
        return sealedBytes;
    }

    /// <summary>The values again.</summary>
    /// <exception cref="CryptographicException">They were changed, or stood elsewhere.</exception>
    public static byte[] Decrypt(byte[] key, ReadOnlySpan<byte> sealedBytes, string place)
    {
        if (sealedBytes.Length < NonceLength + TagLength)
        {
            throw new CryptographicException("The stored values are too short to be whole.");
        }

        var values = new byte[sealedBytes.Length - NonceLength - TagLength];
        using var aes = new AesGcm(Derive(key, "values"), TagLength);
        aes.Decrypt(sealedBytes[..NonceLength], sealedBytes[(NonceLength + TagLength)..], sealedBytes.Slice(NonceLength, TagLength), values, Encoding.UTF8.GetBytes(place));
        return values;
    }

    /// <summary>The key of one use.</summary>
    public static byte[] Derive(byte[] key, string use) => HKDF.Expand(HashAlgorithmName.SHA256, key, Length, Encoding.ASCII.GetBytes($"datadiplomacy/record/v1/{use}"));
}
