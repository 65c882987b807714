using System.Text.Json;
using System.Text.Json.Serialization;

namespace DataDiplomacy.Core.Standards.Dataspace;

/// <summary>Asks for the catalogue of a provider (catalog/catalog-request-message-schema.json, 2025).</summary>
public sealed record CatalogRequestMessage : DataspaceMessage
{
    /// <summary>A query in a form on which both sides agreed; null for none.</summary>
    public IReadOnlyList<JsonElement>? Filter { get; init; }
}

/// <summary>Asks for one data set (catalog/dataset-request-message-schema.json, 2025).</summary>
public sealed record DatasetRequestMessage : DataspaceMessage
{
    /// <summary>The IRI of the data set.</summary>
    public required string Dataset { get; init; }
}

/// <summary>Says that a request was not answered (catalog/catalog-error-schema.json, 2025).</summary>
public sealed record CatalogError : DataspaceMessage
{
    /// <summary>A code of the sender; null for none.</summary>
    public string? Code { get; init; }

    /// <summary>Reasons in any form; null for none. Unlike elsewhere the schema takes an empty list.</summary>
    public IReadOnlyList<JsonElement>? Reason { get; init; }
}

/// <summary>What a provider offers (catalog/catalog-schema.json, 2025). One inside another needs neither context nor participant. It has no policy of its own.</summary>
public sealed record Catalog : DataspaceMessage
{
    /// <summary>The IRI of the catalogue.</summary>
    [JsonPropertyName("@id"), JsonPropertyOrder(-2)]
    public required string Id { get; init; }

    /// <summary>Who offers; needed in the outermost catalogue, null inside another.</summary>
    [JsonPropertyOrder(-1)]
    public string? ParticipantId { get; init; }

    /// <summary>Where a catalogue as a whole can be had, at least one; null for none.</summary>
    public IReadOnlyList<Distribution>? Distribution { get; init; }

    /// <summary>The data sets, at least one; null for none.</summary>
    public IReadOnlyList<Dataset>? Dataset { get; init; }

    /// <summary>Catalogues inside this one, at least one; null for none.</summary>
    [JsonPropertyName("catalog")]
    public IReadOnlyList<Catalog>? Catalogs { get; init; }

    /// <summary>The services, at least one; null for none.</summary>
    public IReadOnlyList<DataService>? Service { get; init; }
}

/// <summary>A data set that is offered (catalog/dataset-schema.json, 2025).</summary>
public sealed record Dataset : DataspaceDocument
{
    private static readonly JsonElement UsualType = JsonElement.Parse("\"Dataset\"");

    /// <summary>A data set of <c>@type</c> <c>Dataset</c>.</summary>
    public Dataset() => Type = UsualType;

    // One that is read keeps what it came with, and gets no type when it has none.
    [JsonConstructor]
    internal Dataset(JsonElement? type) => Type = type;

    /// <summary><c>@type</c>, which the schema leaves open: usually <c>Dataset</c>; null for none.</summary>
    [JsonPropertyName("@type"), JsonPropertyOrder(-3)]
    public JsonElement? Type { get; init; }

    /// <summary>The IRI of the data set.</summary>
    [JsonPropertyName("@id"), JsonPropertyOrder(-2)]
    public required string Id { get; init; }

    /// <summary>The offers under which it can be had, ODRL in JSON-LD, at least one; none has a <c>target</c>, which is the data set.</summary>
    public required IReadOnlyList<JsonElement> HasPolicy { get; init; }

    /// <summary>Where it can be had, at least one.</summary>
    public required IReadOnlyList<Distribution> Distribution { get; init; }
}

/// <summary>One form in which a data set can be had (catalog/dataset-schema.json, 2025).</summary>
public sealed record Distribution : DataspaceObject
{
    private static readonly JsonElement UsualType = JsonElement.Parse("\"Distribution\"");

    /// <summary>A distribution of <c>@type</c> <c>Distribution</c>.</summary>
    public Distribution() => Type = UsualType;

    // As of a data set.
    [JsonConstructor]
    internal Distribution(JsonElement? type) => Type = type;

    /// <summary><c>@type</c>, which the schema leaves open: usually <c>Distribution</c>; null for none.</summary>
    [JsonPropertyName("@type"), JsonPropertyOrder(-3)]
    public JsonElement? Type { get; init; }

    /// <summary>The format, as a transfer request names it.</summary>
    public required string Format { get; init; }

    /// <summary>The service that gives it.</summary>
    public required AccessService AccessService { get; init; }

    /// <summary>Offers for this form, at least one; null for those of the data set.</summary>
    public IReadOnlyList<JsonElement>? HasPolicy { get; init; }
}

/// <summary>A service of a provider (catalog/dataset-schema.json, 2025).</summary>
public sealed record DataService : DataspaceObject
{
    /// <summary><c>@type</c>.</summary>
    [JsonPropertyName("@type"), JsonPropertyOrder(-3)]
    public string Type => GetType().Name;

    /// <summary>The IRI of the service.</summary>
    [JsonPropertyName("@id"), JsonPropertyOrder(-2)]
    public required string Id { get; init; }

    /// <summary>Where it answers.</summary>
    [JsonPropertyName("endpointURL")]
    public required string EndpointUrl { get; init; }

    /// <summary>Data sets that it serves, at least one; null for none said.</summary>
    public IReadOnlyList<Dataset>? ServesDataset { get; init; }
}

/// <summary>The service of a distribution, named or described (catalog/dataset-schema.json, 2025): exactly one of the two is set.</summary>
/// <param name="Id">The IRI of a service that is described elsewhere.</param>
/// <param name="Service">The service itself.</param>
[JsonConverter(typeof(AccessServiceConverter))]
public sealed record AccessService(string? Id, DataService? Service);

/// <summary>An access service is a text or an object.</summary>
internal sealed class AccessServiceConverter : JsonConverter<AccessService>
{
    public override AccessService Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? new(reader.GetString(), null) : new(null, JsonSerializer.Deserialize<DataService>(ref reader, options));

    public override void Write(Utf8JsonWriter writer, AccessService value, JsonSerializerOptions options)
    {
        if (value.Service is { } service) JsonSerializer.Serialize(writer, service, options);
        else writer.WriteStringValue(value.Id);
    }
}
