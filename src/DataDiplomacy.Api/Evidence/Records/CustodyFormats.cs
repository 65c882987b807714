using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataDiplomacy.Api.Evidence.Ledger;
using DataDiplomacy.Core.Evidence.Custody;
using DataDiplomacy.Core.Evidence.Logs;
using DataDiplomacy.Core.Evidence.Statements;

namespace DataDiplomacy.Api.Evidence.Records;

/// <summary>Events and what opens them.</summary>
public static class CustodyFormats
{
    /// <summary>An event; without the key of its record, which erasure destroys, nothing opens it any more.</summary>
    public static CustodyEventView ToView(CustodyEvent stored, string entry, byte[]? key)
    {
        var statement = CustodyStatement.Parse(DsseEnvelope.Parse(stored.Envelope).Payload);
        return new CustodyEventView
        {
            Seq = stored.Sequence,
            Type = stored.Type,
            At = stored.At,
            Actor = stored.Actor,
            LogIndex = stored.LogIndex,
            Prev = statement.Previous,
            EnvelopeSha256 = stored.EnvelopeSha256,
            Envelope = ElementOf(stored.Envelope),
            Entry = entry,
            Disclosures = key is null ? [] : [.. Disclosures(stored, key).Select(d => ElementOf(d.ToJson()))],
            Withheld = [],
        };
    }

    /// <summary>The values of an event by their names.</summary>
    public static JsonObject Values(CustodyEvent stored, byte[] key) =>
        JsonNode.Parse(RecordKey.Decrypt(key, stored.Vault, CustodyStatement.PathOf(stored.RecordId, stored.Sequence)))!.AsObject(); // It was written as an object.

    /// <summary>What the events that say what a record is, its first and those that changed its label, say last of a name; null when that cannot be read.</summary>
    public static string? Newest(IEnumerable<CustodyEvent> events, byte[] key, string name)
    {
        try
        {
            return events.Where(e => e.Type is CustodyEventType.Received or CustodyEventType.Relabelled).OrderByDescending(e => e.Sequence)
                .Select(e => Values(e, key)[name]?.GetValue<string>()).FirstOrDefault(value => value is not null);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>First what opens the leaf, then what opens the statement's commitments.</summary>
    public static IEnumerable<Disclosure> Disclosures(CustodyEvent stored, byte[] key)
    {
        var path = CustodyStatement.PathOf(stored.RecordId, stored.Sequence);
        yield return CustodyEvent.DisclosureOf(stored.RecordId, stored.Sequence, RecordKey.Salt(key, path, "event"), stored.Envelope);
        foreach (var (name, value) in Values(stored, key))
        {
            yield return new Disclosure(name, path, RecordKey.Salt(key, path, name), value?.DeepClone());
        }
    }

    private static JsonElement ElementOf(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    /// <summary>The bytes of the leaf of an event, as text.</summary>
    public static string EntryOf(CustodyEvent stored, byte[] key) =>
        Encoding.UTF8.GetString(LogEntry.Write(LogEntry.OfCustody, Commitment.Of(Disclosures(stored, key).First())));
}
