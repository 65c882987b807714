using DataDiplomacy.Api.Http;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace DataDiplomacy.Api.Access;

/// <summary>Describes the Idempotency-Key on each write that takes one.</summary>
public sealed class IdempotencyDocs : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var rule = context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<AccessRule>().FirstOrDefault();
        if (!IdempotentWrites.Covers(context.ApiDescription.HttpMethod ?? "", rule))
        {
            return;
        }

        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter
        {
            Name = IdempotentWrites.Header,
            In = ParameterLocation.Header,
            Description = "A text of your choice, new for each write. The same request with the same key has one effect and the same answer, for at least 24 hours; "
                + $"another request with the same key is refused (422 `{Problems.IdempotencyKeyReused.Slug}`).",
            Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = 200 },
            Example = "4f9c1d7e-6b0a-4c53-9f2e-1a7d8b3c5e60",
        });
        operation.Responses ??= [];
        foreach (var status in new[] { Problems.AnswerLost.Status, Problems.IdempotencyKeyReused.Status })
        {
            var code = status.ToString(System.Globalization.CultureInfo.InvariantCulture);
            operation.Responses.TryAdd(code, new OpenApiResponse
            {
                Content = new Dictionary<string, IOpenApiMediaType> { [ProblemHandler.MediaType] = new OpenApiMediaType() },
            });
        }
    }
}
