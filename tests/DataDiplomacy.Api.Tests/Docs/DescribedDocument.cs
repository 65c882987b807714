using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace DataDiplomacy.Api.Tests.Docs;

/// <summary>The OpenAPI document, laid out for tests.</summary>
internal sealed record DescribedDocument(OpenApiDocument Document)
{
    public IReadOnlyList<DescribedOperation> Operations { get; } =
    [
        .. Document.Paths.SelectMany(p => p.Value.Operations ?? [], (p, o) => new DescribedOperation(p.Key, o.Key, o.Value)).OrderBy(o => o.Id, StringComparer.Ordinal),
    ];

    public IReadOnlyList<DescribedParameter> Parameters =>
    [
        .. Operations.SelectMany(o => o.Operation.Parameters ?? [], (o, p) => new DescribedParameter(o, p)).OrderBy(p => p.Label, StringComparer.Ordinal),
    ];

    public IDictionary<string, IOpenApiSchema> Schemas => Document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>();

    public IReadOnlyList<(string Label, IOpenApiSchema Property)> Properties =>
        [.. Schemas.SelectMany(s => s.Value.Properties ?? new Dictionary<string, IOpenApiSchema>(), (s, p) => ($"{s.Key}.{p.Key}", p.Value))];

    public static DescribedDocument Parse(string json) => new(OpenApiDocument.Parse(json, "json").Document ?? throw new JsonException("This is no OpenAPI document."));

    public DescribedOperation Operation(string id) => Operations.Single(o => o.Id == id);

    public DescribedParameter Parameter(string operation, string name) => Parameters.Single(p => p.Label == $"{operation} {name}");
}

/// <summary>An operation with its route.</summary>
internal sealed record DescribedOperation(string Path, HttpMethod Method, OpenApiOperation Operation)
{
    public string Id => Operation.OperationId ?? $"{Method} {Path}";

    public OpenApiResponses Responses => Operation.Responses ?? [];

    /// <summary>No empty requirement is among those of which one suffices.</summary>
    public bool NeedsKey => Operation.Security is { Count: > 0 } ways && ways.All(w => w.Count > 0);

    /// <summary>The route with the examples of its path.</summary>
    public string ExampleUrl() => (Operation.Parameters ?? []).Where(p => p.In is ParameterLocation.Path)
        .Aggregate(Path, (url, p) => url.Replace("{" + p.Name + "}", p.Example?.ToString(), StringComparison.Ordinal));

    /// <summary>A JSON body made of the examples of its properties; null where no body is taken.</summary>
    public string? ExampleBody() => Operation.RequestBody?.Content is not { } content || !content.TryGetValue("application/json", out var json) ? null : new JsonObject(
        (json.Schema?.Properties ?? new Dictionary<string, IOpenApiSchema>()).Select(p =>
            KeyValuePair.Create(p.Key, (p.Value.Examples?.FirstOrDefault() ?? p.Value.Enum?.FirstOrDefault())?.DeepClone()))).ToJsonString();
}

/// <summary>A parameter of an operation.</summary>
internal sealed record DescribedParameter(DescribedOperation Operation, IOpenApiParameter Parameter)
{
    public string Name => Parameter.Name ?? "";

    public string Label => $"{Operation.Id} {Name}";

    public IOpenApiSchema Schema => Parameter.Schema ?? throw new JsonException($"{Label} has no schema.");
}
