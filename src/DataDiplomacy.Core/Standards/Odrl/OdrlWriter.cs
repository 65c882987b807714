using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using DataDiplomacy.Core.Evidence.Statements;

namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>
/// Writes policies in one normal form: short terms, @id and @type, rules and constraints always as lists and in the order of their canonical text, other
/// values alone where there is one. The Dataspace Protocol 2025-1 takes the form as it is, save for what it has no room for.
/// </summary>
public static class OdrlWriter
{
    /// <summary>Writes a policy.</summary>
    /// <param name="policy">The policy.</param>
    /// <returns>The policy as one JSON object with the context of ODRL.</returns>
    public static JsonObject Write(OdrlPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var json = OdrlForm.Of(policy);
        json.Insert(0, "@context", OdrlTerms.Context);
        return json;
    }

    /// <summary>Writes one rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>The rule as one JSON object without context.</returns>
    public static JsonObject Write(OdrlRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return OdrlForm.Of(rule);
    }

    /// <summary>Writes one constraint.</summary>
    /// <param name="constraint">The constraint.</param>
    /// <returns>The constraint as one JSON object without context.</returns>
    public static JsonObject Write(OdrlConstraint constraint)
    {
        ArgumentNullException.ThrowIfNull(constraint);
        return OdrlForm.Of(constraint);
    }

    /// <summary>
    /// The SHA-256 of what the policy says: of its normal form without context, with targets and parties said by each rule
    /// (ODRL Information Model 2.2, section 2.7.1, 2018), canonicalized by RFC 8785. Policies in other JSON forms of the same have the same hash.
    /// Times are compared as they are written.
    /// </summary>
    /// <param name="policy">The policy.</param>
    /// <returns>64 lower-case hexadecimal digits.</returns>
    public static string CanonicalSha256(OdrlPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return Sha256(OdrlForm.Of(policy.Expanded()));
    }

    internal static string Sha256(OdrlRule rule) => Sha256(OdrlForm.Of(rule));

    internal static string Canonical(JsonNode json) => Encoding.UTF8.GetString(Jcs.Canonicalize(Encoding.UTF8.GetBytes(json.ToJsonString())));

    private static string Sha256(JsonObject json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Canonical(json))));
}
