using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataDiplomacy.Api.Access;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace DataDiplomacy.Api.Http;

/// <summary>Adds what the framework cannot know: dimension filters, <c>format</c>, the key a route needs, and an operation id.</summary>
public sealed class OperationDocs : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        operation.OperationId ??= NameOf(context.ApiDescription.HttpMethod ?? "GET", context.ApiDescription.RelativePath ?? "");
        if (metadata.OfType<OfferedFormats>().FirstOrDefault() is { } offered)
        {
            AddFormat(operation, offered);
        }

        NameAsOnTheWire(operation);
        if (metadata.OfType<MethodInfo>().FirstOrDefault() is { } handler && KnownParameters.Of(handler).Contains(KnownParameters.DimensionPrefix))
        {
            DescribeDimensions(operation);
        }

        if (metadata.OfType<AccessRule>().FirstOrDefault() is { Minimum: { } role })
        {
            operation.Description = $"{operation.Description} Needs a key with the role {role.ToString().ToLowerInvariant()} or higher.".Trim();
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference("key", context.Document)] = [] }];
        }
    }

    private static void AddFormat(OpenApiOperation operation, OfferedFormats offered)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = "format",
            In = ParameterLocation.Query,
            Description = $"Overrides Accept. Default: {offered.Formats[0].Name}.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. offered.Formats.Select(f => (JsonNode)JsonValue.Create(f.Name))] },
        });
    }

    /// <summary>Parameters are bound whatever their case; the document writes them as everything else is written.</summary>
    private static void NameAsOnTheWire(OpenApiOperation operation)
    {
        foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>().Where(p => p.In is not ParameterLocation.Header))
        {
            parameter.Name = JsonNamingPolicy.CamelCase.ConvertName(parameter.Name ?? "");
        }
    }

    private static void DescribeDimensions(OpenApiOperation operation)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = "dim",
            In = ParameterLocation.Query,
            Style = ParameterStyle.DeepObject,
            Description = "Filters by dimension, one parameter for each, written dim.ID=CODE,CODE: dim.SEX=FEMALE keeps the observations of women. "
                + "Ids are upper snake case of the source column; GET /v1/series/{code}/facets lists them with their codes.",
            Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.String },
            },
        });
    }

    /// <summary><c>GET v1/datasets/{id}/versions</c> becomes <c>getDatasetsByIdVersions</c>.</summary>
    private static string NameOf(string method, string path)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(p => p != "v1")
            .SelectMany(p => p.StartsWith('{') ? ["by", p.Trim('{', '}').Split(':')[0]] : p.Split('-', '.'));
        return method.ToLowerInvariant() + string.Concat(parts.Select(p => char.ToUpperInvariant(p[0]) + p[1..]));
    }
}
