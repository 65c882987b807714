using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace DataDiplomacy.Api.Http;

/// <summary>Lists properties as JSON orders them, so that what a record adds to the one it extends can stand first: reflection puts it last.</summary>
public sealed class OrderDocs : ISchemaFilter
{
    public void Apply(IOpenApiSchema schema, SchemaFilterContext context)
    {
        var orders = context.Type.GetProperties().Select(p => (p.Name, p.GetCustomAttribute<JsonPropertyOrderAttribute>()?.Order))
            .Where(p => p.Order is not null).ToDictionary(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name), p => p.Order, StringComparer.Ordinal);
        if (orders.Count == 0 || schema is not OpenApiSchema { Properties: { } properties } described)
        {
            return;
        }

        described.Properties = new OrderedDictionary<string, IOpenApiSchema>(properties.OrderBy(p => orders.GetValueOrDefault(p.Key) ?? 0));
    }
}
