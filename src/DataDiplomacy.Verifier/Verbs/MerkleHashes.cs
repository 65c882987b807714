using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataDiplomacy.Core.Evidence.Logs;
using DataDiplomacy.Verifier.Inputs;

namespace DataDiplomacy.Verifier.Verbs;

/// <summary>A file of known hashes: those of its leaves, and the roots of the trees over the first so many of them.</summary>
internal static class MerkleHashes
{
    public static Finding Check(JsonElement file)
    {
        var leaves = List(file, "leavesHex").Select(Bytes).ToList();
        var stated = List(file, "leafHashes").ToList();
        var hashes = leaves.ConvertAll(leaf => Merkle.LeafHash(leaf));
        var wrong = new List<string>();
        if (stated.Count != leaves.Count) wrong.Add("leafHashes");
        wrong.AddRange(hashes.Zip(stated).Select((pair, i) => Same(pair.First, pair.Second) ? null : Name("leafHashes", i)).OfType<string>());
        if (file.TryGetProperty("emptyRoot", out var empty) && !Same(Merkle.EmptyRoot.ToArray(), empty)) wrong.Add("emptyRoot");
        var roots = file.TryGetProperty("roots", out var member) && member.ValueKind == JsonValueKind.Object ? member.EnumerateObject().ToList() : [];
        wrong.AddRange(roots.Where(root => !Same(RootOf(hashes, root.Name), root.Value)).Select(root => $"roots.{root.Name}"));
        var details = new JsonObject
        {
            ["kind"] = "hashes",
            ["leaves"] = leaves.Count,
            ["roots"] = roots.Count,
            ["wrong"] = new JsonArray([.. wrong.Select(JsonNode (each) => JsonValue.Create(each))])
        };
        return wrong.Count == 0
            ? Finding.Valid($"{leaves.Count} leaf hashes and {roots.Count} roots worked out again.", details)
            : Finding.Refused("hashMismatch", $"Not what the leaves give: {string.Join(", ", wrong)}.", details);
    }

    private static byte[] RootOf(List<byte[]> hashes, string size)
    {
        if (!int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count > hashes.Count)
            throw new UnreadableException($"\"roots\" has the size \"{size}\", which is no number up to the {hashes.Count} leaves.");
        return Merkle.Root(hashes.Take(count).SelectMany(each => each).ToArray());
    }

    private static IEnumerable<JsonElement> List(JsonElement file, string name) =>
        file.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : throw new UnreadableException($"\"{name}\" is missing or no list.");

    private static byte[] Bytes(JsonElement hex)
    {
        try
        {
            return Convert.FromHexString(hex.ValueKind == JsonValueKind.String ? hex.GetString() ?? "" : "?");
        }
        catch (FormatException error)
        {
            throw new UnreadableException("\"leavesHex\" holds something else than hexadecimal digits.", error);
        }
    }

    private static bool Same(byte[] hash, JsonElement stated) =>
        stated.ValueKind == JsonValueKind.String && string.Equals(Convert.ToHexStringLower(hash), stated.GetString(), StringComparison.OrdinalIgnoreCase);

    private static string Name(string list, int index) => string.Create(CultureInfo.InvariantCulture, $"{list}[{index}]");
}
