using System.Text;
using System.Text.Json.Nodes;
using DataDiplomacy.Core.Evidence.Statements;

namespace DataDiplomacy.Api.Evidence.Ledger;

/// <summary>Values of an event that say something of another record: its erasure must end them too, wherever they stand.</summary>
/// <param name="RecordId">The other record.</param>
/// <param name="Key">Its key.</param>
/// <param name="Names">The names of the values.</param>
public sealed record OthersValues(string RecordId, byte[] Key, IReadOnlyCollection<string> Names);

/// <summary>
/// A value among those of an event that belongs to another record: encrypted under that record's key before it is stored with the others under the key of
/// the event's own, and committed to with a salt of that key. After the erasure of either nobody opens it, nor tests a guess against the commitment.
/// </summary>
/// <param name="RecordId">The other record.</param>
/// <param name="Sealed">The value, encrypted.</param>
public sealed record OthersValue(string RecordId, byte[] Sealed)
{
    private const string Record = "ofRecord";
    private const string Bytes = "sealed";

    /// <summary>Encrypts a value.</summary>
    public static OthersValue Close(OthersValues others, string path, string name, JsonNode? value) =>
        new(others.RecordId, RecordKey.Encrypt(others.Key, Encoding.UTF8.GetBytes(value?.ToJsonString() ?? "null"), PlaceOf(path, name)));

    /// <summary>Reads what <see cref="ToJson"/> wrote; null for a value of the event's own record.</summary>
    public static OthersValue? Read(JsonNode? stored) =>
        stored is JsonObject { Count: 2 } pair && pair[Record] is JsonValue record && pair[Bytes] is JsonValue bytes
            ? new OthersValue(record.GetValue<string>(), Convert.FromBase64String(bytes.GetValue<string>()))
            : null;

    /// <summary>As it stands among the values of the event.</summary>
    public JsonObject ToJson() => new() { [Record] = RecordId, [Bytes] = Convert.ToBase64String(Sealed) };

    /// <summary>What opens the commitment to the value.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It was changed, or stood elsewhere.</exception>
    public Disclosure Open(byte[] key, string path, string name) =>
        new(name, path, RecordKey.Salt(key, path, name), JsonNode.Parse(RecordKey.Decrypt(key, Sealed, PlaceOf(path, name))));

    private static string PlaceOf(string path, string name) => $"{path}/{name}";
}
