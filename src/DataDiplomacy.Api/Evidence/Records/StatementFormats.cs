using System.Text;
using DataDiplomacy.Api.Evidence.Ledger;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Evidence.Custody;
using DataDiplomacy.Core.Evidence.Logs;
using DataDiplomacy.Core.Evidence.Statements;

namespace DataDiplomacy.Api.Evidence.Records;

/// <summary>Opens signed statements about records.</summary>
public static class StatementFormats
{
    /// <summary>A statement, decrypted and read.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It was changed, or stood elsewhere.</exception>
    /// <exception cref="FormatException">It is no statement.</exception>
    public static OpenedStatement Open(StoredStatement stored, byte[] key)
    {
        var path = EvidenceStatement.PathOf(stored.RecordId, stored.Id);
        var bytes = RecordKey.Decrypt(key, stored.Vault, path);
        var envelope = DsseEnvelope.Parse(bytes);
        return new OpenedStatement(EvidenceStatement.Parse(envelope.Payload), bytes, envelope,
            EvidenceStatement.DisclosureOf(stored.RecordId, stored.Id, RecordKey.Salt(key, path, "statement"), bytes), stored.LogIndex);
    }
}

/// <summary>A statement with what proves it.</summary>
/// <param name="Statement">What is stated.</param>
/// <param name="Bytes">The envelope's bytes, whose hash the leaf commits to.</param>
/// <param name="Envelope">The envelope.</param>
/// <param name="Disclosure">What opens the leaf.</param>
/// <param name="LogIndex">The index of the leaf.</param>
public sealed record OpenedStatement(EvidenceStatement Statement, byte[] Bytes, DsseEnvelope Envelope, Disclosure Disclosure, long LogIndex)
{
    /// <summary>The bytes of the leaf, as text.</summary>
    public string Entry => Encoding.UTF8.GetString(LogEntry.Write(LogEntry.OfStatement, Commitment.Of(Disclosure)));

    public bool IsSignedBy(VerificationKey key) => Envelope.PayloadType == EvidenceStatement.PayloadType && Envelope.SignedBy([key]).Count == 1;

    /// <summary>Whether the row says what the signed statement says.</summary>
    public bool IsOf(StoredStatement row) =>
        Statement.Id == row.Id && Statement.Record == row.RecordId && Statement.Kind == WireNames.Of(row.Kind) && Statement.About == row.About
        && Statement.Actor == row.Actor && Statement.At == Instants.Format(row.At);
}
