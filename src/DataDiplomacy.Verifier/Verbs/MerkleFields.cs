using System.Text.Json;
using DataDiplomacy.Verifier.Inputs;

namespace DataDiplomacy.Verifier.Verbs;

/// <summary>The fields of one proof, some of which may stand once for all proofs of a file.</summary>
/// <param name="proof">The object of the proof.</param>
/// <param name="file">The object of the file.</param>
internal sealed class MerkleFields(JsonElement proof, JsonElement file)
{
    /// <summary>The hashes of the proof: none for null; null where one is no base64.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>>? Proof
    {
        get
        {
            if (!Has("proof") || Find("proof").ValueKind == JsonValueKind.Null) return [];
            if (Find("proof").ValueKind != JsonValueKind.Array) throw new UnreadableException("\"proof\" is no list of hashes.");
            var hashes = Find("proof").EnumerateArray().Select(Bytes).ToList();
            return hashes.Contains(null) ? null : [.. hashes.Select(each => new ReadOnlyMemory<byte>(each))];
        }
    }

    public bool Has(string name) => Find(name).ValueKind != JsonValueKind.Undefined;

    public ulong Number(string name) =>
        Find(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetUInt64(out var number)
            ? number
            : throw new UnreadableException($"\"{name}\" is missing or no whole number from 0 to 2^64-1.");

    /// <summary>A hash; null where it is null or no base64, which no proof leads to.</summary>
    public byte[]? Hash(string name) => Has(name) ? Bytes(Find(name)) : throw new UnreadableException($"\"{name}\" is missing.");

    private JsonElement Find(string name)
    {
        if (proof.ValueKind != JsonValueKind.Object) throw new UnreadableException("A proof is an object.");
        return proof.TryGetProperty(name, out var value) || file.TryGetProperty(name, out value) ? value : default;
    }

    private static byte[]? Bytes(JsonElement value) => value.ValueKind == JsonValueKind.String && value.TryGetBytesFromBase64(out var bytes) ? bytes : null;
}
