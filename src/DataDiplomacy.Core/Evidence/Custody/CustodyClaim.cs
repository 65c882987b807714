using System.Text.Json;
using System.Text.Json.Nodes;
using DataDiplomacy.Core.Evidence.Statements;

namespace DataDiplomacy.Core.Evidence.Custody;

/// <summary>
/// What somebody signs with a key of their own about an event of custody: canonical JSON (RFC 8785) with at least <c>record</c>, <c>type</c>, <c>reason</c>
/// and <c>at</c>, in an envelope (DSSE). The custodian's statement of the event commits to the envelope and to the fingerprint of the key.
/// </summary>
public sealed class CustodyClaim
{
    /// <summary>The payload type of its envelope (DSSE).</summary>
    public const string PayloadType = "application/vnd.datadiplomacy.custody-claim.v1+json";

    private static readonly string[] Needed = ["record", "type", "reason", "at"];

    private readonly JsonObject _members;

    private CustodyClaim(JsonObject members) => _members = members;

    /// <summary>When it happened, as the signer says.</summary>
    public string At => _members["at"]?.GetValue<string>() ?? "";

    /// <summary>Reads the payload of an envelope.</summary>
    /// <param name="json">The bytes that were signed.</param>
    /// <returns>The claim.</returns>
    /// <exception cref="FormatException">They are not canonical, no object, or a member that is needed is missing or no text.</exception>
    public static CustodyClaim Parse(ReadOnlyMemory<byte> json)
    {
        if (!Jcs.Canonicalize(json.Span).AsSpan().SequenceEqual(json.Span)) throw new FormatException("The payload is not canonical (RFC 8785).");
        if (JsonNode.Parse(json.Span, documentOptions: new JsonDocumentOptions { MaxDepth = Jcs.MaxDepth }) is not JsonObject members) throw new FormatException("The payload is no JSON object.");
        var missing = Needed.FirstOrDefault(name => members[name] is not JsonValue value || value.GetValueKind() != JsonValueKind.String);
        return missing is null ? new CustodyClaim(members) : throw new FormatException($"The payload lacks the text \"{missing}\".");
    }

    /// <summary>The first member in which the claim differs from what is said beside it.</summary>
    /// <param name="said">What is said, by the names of the members; null for what is not said.</param>
    /// <returns>The name; null when the claim has none of these members with another value.</returns>
    public string? DiffersIn(IReadOnlyDictionary<string, JsonNode?> said) =>
        said.FirstOrDefault(each => _members.ContainsKey(each.Key) && !JsonNode.DeepEquals(_members[each.Key], each.Value)).Key;
}
