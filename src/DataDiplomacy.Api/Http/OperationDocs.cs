using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using DataDiplomacy.Api.Access;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace DataDiplomacy.Api.Http;

/// <summary>Adds what the framework cannot know: dimension filters, <c>format</c>, bodies and answers, the key a route needs, and an operation id.</summary>
public sealed class OperationDocs : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var metadata = context.ApiDescription.ActionDescriptor.EndpointMetadata;
        operation.OperationId ??= NameOf(context.ApiDescription.HttpMethod ?? "GET", context.ApiDescription.RelativePath ?? "");
        if (metadata.OfType<OfferedFormats>().FirstOrDefault() is { Formats.Count: > 0 } offered)
        {
            AddFormat(operation, offered);
        }

        foreach (var parameter in metadata.OfType<RouteParameter>())
        {
            Describe(operation, parameter);
        }

        DescribeBody(operation, context);
        DescribeAnswers(operation, metadata.OfType<OtherAnswer>().FirstOrDefault(), context);
        if (metadata.OfType<MethodInfo>().FirstOrDefault() is { } handler && KnownParameters.Of(handler).Contains(KnownParameters.DimensionPrefix))
        {
            DescribeDimensions(operation);
        }

        if (metadata.OfType<AccessRule>().FirstOrDefault() is { Minimum: { } role })
        {
            operation.Description = $"{operation.Description} Needs a key with the role {role.ToString().ToLowerInvariant()} or higher.".Trim();
            operation.Security = [WithKey(context)];
            return;
        }

        operation.Security = [new OpenApiSecurityRequirement(), WithKey(context)];
    }

    private static OpenApiSecurityRequirement WithKey(OperationFilterContext context) => new() { [new OpenApiSecuritySchemeReference("key", context.Document)] = [] };

    private static void Describe(OpenApiOperation operation, RouteParameter parameter)
    {
        if (operation.Parameters?.OfType<OpenApiParameter>().FirstOrDefault(p => p.Name == parameter.Name) is not { } described)
        {
            return;
        }

        described.Description = parameter.Description;
        described.Example = described.Schema?.Type == JsonSchemaType.Integer
            ? JsonValue.Create(int.Parse(parameter.Example, CultureInfo.InvariantCulture))
            : JsonValue.Create(parameter.Example);
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

    /// <summary>A body that a handler takes as optional, so as to refuse its absence in its own words, is needed all the same.</summary>
    private static void DescribeBody(OpenApiOperation operation, OperationFilterContext context)
    {
        if (operation.RequestBody is not OpenApiRequestBody body)
        {
            return;
        }

        body.Required = true;
        foreach (var other in context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<OtherBody>())
        {
            if (body.Content is { } content && content.TryGetValue(other.MediaType, out var described) && described is OpenApiMediaType media)
            {
                media.Schema = context.SchemaGenerator.GenerateSchema(other.Type, context.SchemaRepository);
                media.Encoding = null;
            }
        }

        if (context.ApiDescription.SupportedRequestFormats.FirstOrDefault()?.MediaType is not "application/json")
        {
            body.Description = "The file itself, byte for byte, plain or gzip; no form.";
        }
    }

    /// <summary>What is not JSON is text; what may be one of two things says so.</summary>
    private static void DescribeAnswers(OpenApiOperation operation, OtherAnswer? other, OperationFilterContext context)
    {
        foreach (var (type, content) in operation.Responses?.GetValueOrDefault("200")?.Content ?? new Dictionary<string, IOpenApiMediaType>())
        {
            if (content is not OpenApiMediaType media)
            {
                continue;
            }

            media.Schema = type != WireFormat.Json.MediaType ? new OpenApiSchema { Type = JsonSchemaType.String }
                : other is null ? media.Schema
                : new OpenApiSchema
                {
                    Description = other.When,
                    OneOf = [media.Schema!, context.SchemaGenerator.GenerateSchema(other.Type, context.SchemaRepository)],
                };
        }
    }

    private static void DescribeDimensions(OpenApiOperation operation)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = "dim",
            In = ParameterLocation.Query,
            Style = ParameterStyle.Form,
            Explode = true,
            Description = "Filters by dimension, one parameter for each, written dim.ID=CODE,CODE: dim.SEX=FEMALE keeps the observations of women. "
                + "As an object: its fields are the parameters, such as { \"dim.SEX\": \"FEMALE\" }. Ids are upper snake case of the source column; GET /v1/series/{code}/facets lists them with their codes.",
            Schema = new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                PropertyNames = new OpenApiSchema { Pattern = @"^dim\." },
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.String },
            },
            Example = new JsonObject { ["dim.SEX"] = "FEMALE" },
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
