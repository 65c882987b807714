using System.Text;
using System.Text.Json;

namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>
/// Reads policies in the JSON-LD of ODRL (ODRL Vocabulary and Expression 2.2, JSON-LD serialisation, 2018) and of the Dataspace Protocol 2025-1: short or prefixed
/// terms, one value or a list, a text, {"@id": …} or {"@value": …}. Prefixes are taken from the policy's own context; other contexts are not looked up.
/// What the vocabulary does not have is kept, and evaluates to unknown.
/// </summary>
public static class OdrlReader
{
    /// <summary>Objects and lists nested deeper are refused.</summary>
    public const int MaxDepth = 32;

    /// <summary>Policies with more rules are refused; duties, consequences and remedies count.</summary>
    public const int MaxRules = 500;

    /// <summary>Policies with more constraints are refused; refinements and the parts of joined ones count.</summary>
    public const int MaxConstraints = 2000;

    /// <summary>Constraints with more right operands are refused.</summary>
    public const int MaxRightOperands = 1000;

    /// <summary>Reads a policy.</summary>
    /// <param name="json">One JSON object.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="OdrlFormatException">The text is no policy, or a larger one than is taken.</exception>
    public static OdrlPolicy Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Read(Encoding.UTF8.GetBytes(json));
    }

    /// <summary>Reads a policy.</summary>
    /// <param name="json">One JSON object in UTF-8.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="OdrlFormatException">The text is no policy, or a larger one than is taken.</exception>
    public static OdrlPolicy Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth, AllowDuplicateProperties = false });
            return Read(document.RootElement);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new OdrlFormatException("", error.Message, $"A policy is one JSON object without a name twice, nested {MaxDepth} levels deep at most.");
        }
    }

    /// <summary>Reads a policy that stands within another message.</summary>
    /// <param name="json">The policy.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="OdrlFormatException">The value is no policy, or a larger one than is taken.</exception>
    public static OdrlPolicy Read(JsonElement json)
    {
        try
        {
            var node = new OdrlNode(json, "", OdrlContext.PrefixesOf(json));
            return new OdrlReading().Policy(node);
        }
        catch (InvalidOperationException error)
        {
            // So the framework answers to names that are no UTF-16 or no UTF-8.
            throw new OdrlFormatException("", error.Message, "Send whole characters.");
        }
    }
}
