using System.Security.Cryptography;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Evidence.Ledger;

namespace DataDiplomacy.Api.Evidence.Records;

/// <summary>Opens kept answers about records: under the record's key, those about its erasure under the key of the receipt; about two under the keys of both.</summary>
public sealed class RecordAnswers(RecordKeys keys) : ISealedAnswers
{
    public byte[]? Open(string subject, byte[] body)
    {
        var opened = body;
        // What was closed last is opened first.
        foreach (var record in subject.Split(AnswerSeal.Both).Reverse())
        {
            opened = opened is null ? null : TryOpen(keys.Find(record), record, opened) ?? TryOpen(keys.FindReceipt(record), record, opened);
        }

        return opened;
    }

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
