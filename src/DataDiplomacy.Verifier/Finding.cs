using System.Text.Json.Nodes;

namespace DataDiplomacy.Verifier;

/// <summary>What a verb found.</summary>
/// <param name="IsValid">Whether everything that was checked holds.</param>
/// <param name="Code">Stable name of the outcome, camelCase.</param>
/// <param name="Explanation">The outcome in words.</param>
/// <param name="Details">What the verb adds, in its order.</param>
internal sealed record Finding(bool IsValid, string Code, string Explanation, JsonObject Details)
{
    public const string Verified = "verified";

    public static Finding Valid(string explanation, JsonObject details) => new(true, Verified, explanation, details);

    public static Finding Refused(string code, string explanation, JsonObject? details = null) => new(false, code, explanation, details ?? []);
}
