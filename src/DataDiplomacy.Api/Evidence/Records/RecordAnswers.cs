using System.Security.Cryptography;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Evidence.Ledger;

namespace DataDiplomacy.Api.Evidence.Records;

/// <summary>Opens kept answers about records: under the record's key, those about its erasure under the key of the receipt.</summary>
public sealed class RecordAnswers(RecordKeys keys) : ISealedAnswers
{
    public byte[]? Open(string subject, byte[] body) => TryOpen(keys.Find(subject), subject, body) ?? TryOpen(keys.FindReceipt(subject), subject, body);

    private static byte[]? TryOpen(byte[]? key, string subject, byte[] body)
    {
        try
        {
            return key is null ? null : RecordKey.Decrypt(key, body, RecordKey.PlaceOfAnswers(subject));
        }
        catch (CryptographicException)
        {
            // It is under the other key, or that one is destroyed: then nobody opens it.
            return null;
        }
    }
}
