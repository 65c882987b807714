using System.Text;
using System.Text.Json.Nodes;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Evidence.Custody;
using DataDiplomacy.Core.Evidence.Logs;
using DataDiplomacy.Core.Evidence.Statements;

namespace DataDiplomacy.Api.Evidence.Ledger;

/// <summary>
/// Signs what is to be written about one record: numbers the events, links each to the one before, makes what their leaves commit to. Records do not
/// depend on each other here, so that those of one transaction are signed on all processors; only the places in the log are given afterwards.
/// </summary>
internal sealed class LedgerSigning(LedgerKeys keys, string recordId, LedgerTail? tail, long afterSize, DateTime at)
{
    private int _sequence = tail?.Sequence ?? 0;
    private string? _previous = tail?.Hash;
    private bool _hasEnded = tail?.IsEnd ?? false;

    /// <summary>The last event of the record now; null as long as it has none.</summary>
    public LedgerTail? Tail => _previous is null ? null : new LedgerTail(_sequence, _previous, _hasEnded);

    public SignedAppend Sign(LedgerAppend append)
    {
        var secrets = new RecordSecrets(append.RecordKey);
        return new SignedAppend([.. append.Events.Select(e => Sign(append, e, secrets))], [.. append.Statements.Select(s => Sign(append, s, secrets))]);
    }

    private Leaved<CustodyEvent> Sign(LedgerAppend append, NewCustodyEvent added, RecordSecrets secrets)
    {
        if (_hasEnded)
        {
            throw ProblemException.RecordErased(recordId);
        }

        _hasEnded = added.Type is CustodyEventType.Erased;
        var path = CustodyStatement.PathOf(recordId, ++_sequence);
        var statement = new CustodyStatement
        {
            Record = recordId,
            Sequence = _sequence,
            Type = WireNames.Of(added.Type),
            At = Instants.Format(at),
            Actor = append.Actor,
            Previous = _previous,
            AfterSize = afterSize,
            Tool = Product.NameAndVersion,
            Commitments = added.Values.ToDictionary(v => v.Key, v => Commitment.Text(Commitment.Of(new Disclosure(v.Key, path, SaltOf(added, path, v.Key, secrets), v.Value)))),
        };
        var envelope = DsseEnvelope.Sign(CustodyStatement.PayloadType, statement.ToJson(), keys.Custodian).ToJson();
        _previous = CustodyEvent.HashOf(envelope);
        var stored = new CustodyEvent
        {
            RecordId = recordId,
            Sequence = _sequence,
            Type = added.Type,
            At = at,
            Actor = append.Actor,
            Envelope = envelope,
            LogIndex = -1,
            Vault = secrets.Encrypt(Values(added, path), path),
        };
        return new(stored, LogEntry.Of(-1, LogEntry.OfCustody, Commitment.Of(CustodyEvent.DisclosureOf(recordId, _sequence, secrets.Salt(path, "event"), _previous)), at));
    }

    private Leaved<StoredStatement> Sign(LedgerAppend append, NewStatement added, RecordSecrets secrets)
    {
        var path = EvidenceStatement.PathOf(recordId, added.Id);
        var statement = new EvidenceStatement
        {
            Id = added.Id,
            Record = recordId,
            Kind = WireNames.Of(added.Kind),
            About = added.About,
            At = Instants.Format(at),
            Actor = append.Actor,
            AfterSize = afterSize,
            Tool = Product.NameAndVersion,
            Body = added.Body,
        };
        var envelope = DsseEnvelope.Sign(EvidenceStatement.PayloadType, statement.ToJson(), keys.Custodian).ToJson();
        var stored = new StoredStatement
        {
            Id = added.Id,
            RecordId = recordId,
            Kind = added.Kind,
            About = added.About,
            At = at,
            Actor = append.Actor,
            LogIndex = -1,
            Vault = secrets.Encrypt(envelope, path),
        };
        return new(stored, LogEntry.Of(-1, LogEntry.OfStatement, Commitment.Of(EvidenceStatement.DisclosureOf(recordId, added.Id, secrets.Salt(path, "statement"), envelope)), at));
    }

    private static byte[] SaltOf(NewCustodyEvent added, string path, string name, RecordSecrets secrets) =>
        added.Others is { } others && others.Names.Contains(name) ? RecordKey.Salt(others.Key, path, name) : secrets.Salt(path, name);

    private static byte[] Values(NewCustodyEvent added, string path) =>
        Encoding.UTF8.GetBytes(new JsonObject([.. added.Values.Select(v => KeyValuePair.Create(v.Key, Stored(added, path, v.Key, v.Value)))]).ToJsonString());

    private static JsonNode? Stored(NewCustodyEvent added, string path, string name, JsonNode? value) =>
        added.Others is { } others && others.Names.Contains(name) ? OthersValue.Close(others, path, name, value).ToJson() : value?.DeepClone();
}

/// <summary>What was signed and its leaf, both still without a place in the log.</summary>
internal sealed record Leaved<T>(T Signed, LogEntry Leaf);

/// <summary>What was signed of one append.</summary>
internal sealed record SignedAppend(IReadOnlyList<Leaved<CustodyEvent>> Events, IReadOnlyList<Leaved<StoredStatement>> Statements);
