using System.Text.Json;
using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Core.Standards.Prov;

namespace DataDiplomacy.Api.Catalogue.Provenance;

/// <summary>How statements stand in their row: arguments and attributes as compact JSON.</summary>
internal static class ProvenanceText
{
    public static string OfArguments(ProvStatement statement) => JsonSerializer.Serialize(statement.Arguments);

    public static string? OfAttributes(ProvStatement statement) => statement.Attributes.Count == 0
        ? null
        : JsonSerializer.Serialize(statement.Attributes.Select(a => new[] { a.Name, a.Value.Text, a.Value.Type, a.Value.Language }));

    public static ProvStatement Read(ProvenanceStatement row) => Read(row.Kind, row.Iri, row.Arguments, row.Attributes);

    public static ProvStatement Read(HeldRow row) => Read(row.Kind, row.Iri, row.Arguments, row.Attributes);

    private static ProvStatement Read(ProvKind kind, string? iri, string arguments, string? attributes) => new()
    {
        Kind = kind,
        Id = iri,
        Arguments = JsonSerializer.Deserialize<string?[]>(arguments) ?? [],
        Attributes = attributes is null ? [] : [.. (JsonSerializer.Deserialize<string?[][]>(attributes) ?? []).Select(a => new ProvAttribute(a[0] ?? "", new ProvValue(a[1] ?? "", a[2], a[3])))],
    };
}
