using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace DataDiplomacy.Api.Http;

/// <summary>Writes parameters as they are on the wire: names in camelCase, lists separated by commas, one example each.</summary>
public sealed class ParameterDocs : IParameterFilter
{
    public void Apply(IOpenApiParameter parameter, ParameterFilterContext context)
    {
        if (parameter is not OpenApiParameter { Schema: OpenApiSchema schema } described)
        {
            return;
        }

        if (described.In is ParameterLocation.Header)
        {
            // Bound as optional, so that its absence is answered with 428 and not as a malformed request.
            described.Required |= described.Name == HeaderNames.IfMatch;
            return;
        }

        described.Name = JsonNamingPolicy.CamelCase.ConvertName(described.Name ?? "");
        described.Example ??= schema.Examples?.FirstOrDefault();
        schema.Examples = null;
        if (schema.Type == JsonSchemaType.Array)
        {
            (described.Style, described.Explode) = (ParameterStyle.Form, false);
            described.Example = ListOf(described.Example);
            // An absent list is an empty one; where one is needed, the rules of the request say so.
            described.Required = false;
        }
    }

    /// <summary>The example of a list is written in the comment as in the address: <c>404,KEN</c>.</summary>
    private static JsonArray? ListOf(JsonNode? example) => example switch
    {
        null => null,
        JsonArray list => list,
        _ => [.. Paging.Codes([example.ToString()]).Select(c => (JsonNode)JsonValue.Create(c))],
    };
}
