using System.Text.Json;

namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>The prefixes of a JSON-LD context (JSON-LD 1.1, section 4.1.5, 2020).</summary>
internal static class OdrlContext
{
    private static readonly HashSet<string> Fixed = new(StringComparer.Ordinal)
    {
        "permission", "prohibition", "obligation", "duty", "consequence", "remedy", "constraint", "refinement", "action", "target", "assigner", "assignee", "conflict",
        "inheritFrom", "profile", "leftOperand", "operator", "rightOperand", "unit", "dataType", "and", "or", "xone", "andSequence"
    };

    public static IReadOnlyDictionary<string, string> PrefixesOf(JsonElement policy)
    {
        if (policy.ValueKind != JsonValueKind.Object || !policy.TryGetProperty("@context", out var context)) return OdrlTerms.Prefixes;
        var prefixes = new Dictionary<string, string>(OdrlTerms.Prefixes, StringComparer.Ordinal);
        var parts = context.ValueKind == JsonValueKind.Array ? context.EnumerateArray().ToList() : [context];
        foreach (var part in parts.Where(part => part.ValueKind == JsonValueKind.Object))
        {
            foreach (var term in part.EnumerateObject()) Add(term, prefixes);
        }
        return prefixes;
    }

    private static void Add(JsonProperty term, Dictionary<string, string> prefixes)
    {
        var definition = term.Value.ValueKind == JsonValueKind.Object && term.Value.TryGetProperty("@id", out var id) ? id : term.Value;
        if (definition.ValueKind != JsonValueKind.String || definition.GetString() is not { Length: > 0 } iri) return;
        // A context could make "permission" mean something else, and two readers would agree on different things.
        if (Fixed.Contains(term.Name) && !string.Equals(OdrlTerms.Normal(iri, prefixes), term.Name, StringComparison.Ordinal))
            throw new OdrlFormatException($"/@context/{term.Name}", iri, $"\"{term.Name}\" must mean the ODRL term of that name.");
        if (iri[^1] is '/' or '#' or ':' or '?') prefixes[term.Name] = iri;
    }
}
