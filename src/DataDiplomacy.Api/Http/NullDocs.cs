using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace DataDiplomacy.Api.Http;

/// <summary>Tells null and absent apart: what refers to another schema may be null too, and what is left out when null is never null.</summary>
public sealed class NullDocs : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        if (schema.Properties is not { Count: > 0 } properties)
        {
            return;
        }

        var nullability = new NullabilityInfoContext();
        foreach (var property in context.Type.GetProperties())
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            if (!properties.TryGetValue(name, out var described))
            {
                continue;
            }

            if (property.GetCustomAttribute<JsonIgnoreAttribute>() is { Condition: JsonIgnoreCondition.WhenWritingNull })
            {
                NeverNull(described);
            }
            else if (described is OpenApiSchemaReference reference && nullability.Create(property).ReadState == NullabilityState.Nullable)
            {
                properties[name] = OrNull(reference);
            }
        }
    }

    private static void NeverNull(IOpenApiSchema schema)
    {
        if (schema is OpenApiSchema plain)
        {
            plain.Type &= ~JsonSchemaType.Null;
        }
    }

    private static OpenApiSchema OrNull(OpenApiSchemaReference reference)
    {
        var description = reference.Description;
        reference.Description = null;
        return new OpenApiSchema { OneOf = [reference, new OpenApiSchema { Type = JsonSchemaType.Null }], Description = description };
    }
}
