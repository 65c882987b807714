using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace DataDiplomacy.Api.Http;

/// <summary>Describes each refusal once, from the catalogue of problems, and lets all operations refer to it.</summary>
public sealed class ProblemDocs : IOperationFilter
{
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        var refused = new SortedDictionary<int, IOpenApiResponse>();
        foreach (var (code, response) in operation.Responses ?? [])
        {
            var status = int.Parse(code, System.Globalization.CultureInfo.InvariantCulture);
            refused[status] = response.Content?.ContainsKey(ProblemHandler.MediaType) == true ? Shared(status, context) : response;
        }

        // Any route may be asked too often, have a fault or find the database busy; nothing else needs to be said by the route.
        foreach (var status in new[] { StatusCodes.Status429TooManyRequests, StatusCodes.Status500InternalServerError, StatusCodes.Status503ServiceUnavailable })
        {
            refused.TryAdd(status, Shared(status, context));
        }

        operation.Responses = [];
        foreach (var (status, response) in refused)
        {
            operation.Responses.Add(status.ToString(System.Globalization.CultureInfo.InvariantCulture), response);
        }
    }

    private static OpenApiResponseReference Shared(int status, OperationFilterContext context)
    {
        var name = ReasonPhrases.GetReasonPhrase(status).Replace(" ", "", StringComparison.Ordinal);
        if (context.Document.Components?.Responses?.ContainsKey(name) != true)
        {
            context.Document.AddComponent<IOpenApiResponse>(name, Describe(status, context));
        }

        return new OpenApiResponseReference(name, context.Document);
    }

    private static OpenApiResponse Describe(int status, OperationFilterContext context)
    {
        var problems = Problems.All.Where(p => p.Status == status).ToList();
        return new OpenApiResponse
        {
            Description = string.Join("\n\n", problems.Select(p => $"`{p.Slug}`: {p.Title}. {p.Remedy}")),
            Content = new Dictionary<string, IOpenApiMediaType>
            {
                [ProblemHandler.MediaType] = new OpenApiMediaType
                {
                    Schema = context.SchemaGenerator.GenerateSchema(typeof(ProblemDocument), context.SchemaRepository),
                    Examples = problems.ToDictionary(p => p.Slug, p => (IOpenApiExample)new OpenApiExample { Summary = p.Title, Value = ExampleOf(p) }),
                },
            },
        };
    }

    private static JsonObject ExampleOf(Problem problem) => new()
    {
        ["type"] = problem.Slug,
        ["title"] = problem.Title,
        ["status"] = problem.Status,
        ["detail"] = problem.Remedy,
        ["traceId"] = "8f2b1c0e5d7a4936b1f0c2d4e6a8b0c2",
    };
}
