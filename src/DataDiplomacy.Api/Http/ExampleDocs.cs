using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace DataDiplomacy.Api.Http;

/// <summary>Shows whole answers of the demo, kept in schema/examples under the id of the operation and compared with the live answers by a test.</summary>
public sealed class ExampleDocs : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        foreach (var (type, content) in operation.Responses?.GetValueOrDefault("200")?.Content ?? new Dictionary<string, IOpenApiMediaType>())
        {
            Show(content, operation.OperationId + (type == WireFormat.Csv.MediaType ? ".csv" : type == WireFormat.Json.MediaType ? ".json" : ".none"));
        }

        if (operation.RequestBody?.Content?.TryGetValue(WireFormat.Json.MediaType, out var body) == true)
        {
            Show(body, operation.OperationId + ".request.json");
        }
    }

    private static void Show(IOpenApiMediaType content, string name)
    {
        if (content is not OpenApiMediaType media || typeof(ExampleDocs).Assembly.GetManifestResourceStream("examples/" + name) is not { } stream)
        {
            return;
        }

        using var reader = new StreamReader(stream);
        var text = reader.ReadToEnd();
        media.Example = name.EndsWith(".json", StringComparison.Ordinal) ? JsonNode.Parse(text) : JsonValue.Create(text);
    }
}
