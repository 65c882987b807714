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
    /// <summary>An event none of whose values belongs to another record.</summary>
    public static CustodyEventView ToView(CustodyEvent stored, string entry, byte[]? key) => ToView(stored, entry, key, _ => null);

    /// <summary>An event; without the key of its record, which erasure destroys, nothing opens it any more.</summary>
    /// <param name="stored">The event.</param>
    /// <param name="entry">The bytes of its leaf, as text.</param>
    /// <param name="key">The key of its record; null after its erasure.</param>
    /// <param name="others">Finds the keys of other records, to which values of the event may belong; null for those that were erased.</param>
    public static CustodyEventView ToView(CustodyEvent stored, string entry, byte[]? key, Func<string, byte[]?> others)
    {
        var statement = CustodyStatement.Parse(DsseEnvelope.Parse(stored.Envelope).Payload);
        var values = key is null ? [] : Opened(stored, key, others).ToList();
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
            Disclosures = key is null ? [] : [ElementOf(LeafOf(stored, key).ToJson()), .. values.Select(v => v.Disclosure).OfType<Disclosure>().Select(d => ElementOf(d.ToJson()))],
            Withheld = [.. values.Where(v => v.Disclosure is null).Select(v => new WithheldDisclosure { Name = v.Name, Reason = WithheldReason.ErasedRecord })],
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

    /// <summary>What opens the statement's commitments, by their names; null for a value of another record that was erased.</summary>
    public static IEnumerable<(string Name, Disclosure? Disclosure)> Opened(CustodyEvent stored, byte[] key, Func<string, byte[]?> others)
    {
        var path = CustodyStatement.PathOf(stored.RecordId, stored.Sequence);
        foreach (var (name, value) in Values(stored, key))
        {
            // Elsewhere a stranger's JSON may look like one.
            var other = stored.Type is CustodyEventType.Redacted ? OthersValue.Read(value) : null;
            yield return (name, other is null ? new Disclosure(name, path, RecordKey.Salt(key, path, name), value?.DeepClone()) : others(other.RecordId) is { } itsKey ? other.Open(itsKey, path, name) : null);
        }
    }

    /// <summary>What opens the leaf.</summary>
    private static Disclosure LeafOf(CustodyEvent stored, byte[] key) =>
        CustodyEvent.DisclosureOf(stored.RecordId, stored.Sequence, RecordKey.Salt(key, CustodyStatement.PathOf(stored.RecordId, stored.Sequence), "event"), stored.Envelope);

    private static JsonElement ElementOf(byte[] json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    /// <summary>The bytes of the leaf of an event, as text.</summary>
    public static string EntryOf(CustodyEvent stored, byte[] key) =>
        Encoding.UTF8.GetString(LogEntry.Write(LogEntry.OfCustody, Commitment.Of(LeafOf(stored, key))));
}
