using System.Text.Json;
using DataDiplomacy.Core.Standards.Prov;

namespace DataDiplomacy.Api.Catalogue.Provenance;

/// <summary>How statements stand in their row: arguments and attributes as compact JSON.</summary>
internal static class ProvenanceText
{
    public static string OfArguments(ProvStatement statement) => JsonSerializer.Serialize(statement.Arguments);

    public static string? OfAttributes(ProvStatement statement) => statement.Attributes.Count == 0
        ? null
        : JsonSerializer.Serialize(statement.Attributes.Select(a => new[] { a.Name, a.Value.Text, a.Value.Type, a.Value.Language }));

    public static ProvStatement Read(ProvenanceStatement row) => new()
    {
        Kind = row.Kind,
        Id = row.Iri,
        Arguments = JsonSerializer.Deserialize<string?[]>(row.Arguments) ?? [],
        Attributes = row.Attributes is null ? [] : [.. (JsonSerializer.Deserialize<string?[][]>(row.Attributes) ?? []).Select(a => new ProvAttribute(a[0] ?? "", new ProvValue(a[1] ?? "", a[2], a[3])))],
    };
}
