using DataDiplomacy.Api.Access;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace DataDiplomacy.Api.Http;

/// <summary>Says of each read of data that it has a tag, and what comes back to who sends it again.</summary>
public sealed class EntityTagDocs : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var isData = context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<AccessRule>().FirstOrDefault() is { Minimum: null }
            && context.ApiDescription is { HttpMethod: "GET", RelativePath: { } path } && path.StartsWith("v1/", StringComparison.Ordinal);
        if (!isData || operation.Responses is not { } responses || responses.GetValueOrDefault("200") is not OpenApiResponse found)
        {
            return;
        }

        found.Headers ??= new Dictionary<string, IOpenApiHeader>();
        found.Headers["ETag"] = new OpenApiHeader
        {
            Description = "Strong tag of this answer. It changes with the data, the query, the key and the representation. Send it as If-None-Match.",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String },
        };
        responses["304"] = new OpenApiResponse { Description = "If-None-Match names the tag of the answer: what you have still holds." };
    }
}
