using DataDiplomacy.Core.Evidence.Statements;

namespace DataDiplomacy.Api.Evidence.Ledger;

/// <summary>The keys that are made of the one secret of a record, made once for all that is written at a time.</summary>
public sealed class RecordSecrets(byte[] key)
{
    private readonly byte[] _salts = RecordKey.Derive(key, "salts");
    private readonly byte[] _values = RecordKey.Derive(key, "values");

    /// <summary>The salt of a value. It is stored nowhere and ends with the key.</summary>
    public byte[] Salt(string path, string name) => Commitment.Salt(_salts, path, name);

    /// <summary>Encrypts values (AES-256-GCM, NIST SP 800-38D) bound to where they are stored.</summary>
    public byte[] Encrypt(ReadOnlySpan<byte> values, string place) => RecordKey.Seal(_values, values, place);
}
