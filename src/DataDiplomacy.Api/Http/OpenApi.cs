using System.Text.Json.Nodes;
using DataDiplomacy.Api.Access;
using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

namespace DataDiplomacy.Api.Http;

/// <summary>The OpenAPI 3.1 document: served, shown in Swagger UI, and written by the <c>schema</c> verb.</summary>
public static class OpenApi
{
    private const string DocumentName = "v1";

    public static IServiceCollection AddOpenApi(this IServiceCollection services)
    {
        services.AddEndpointsApiExplorer();
        services.Configure<SwaggerOptions>(o => o.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1);
        services.AddSwaggerGen(o =>
        {
            o.SwaggerDoc(DocumentName, new OpenApiInfo
            {
                Title = "DataDiplomacy",
                Version = DocumentName,
                Description = "Data for diplomacy: every number answers from where, known since when, under which terms, and how to check it.",
                License = new OpenApiLicense { Name = "Apache-2.0", Identifier = "Apache-2.0" },
            });
            o.AddServer(new OpenApiServer { Url = "/", Description = "This server" });
            foreach (var assembly in new[] { typeof(OpenApi).Assembly, typeof(Core.Catalogue.Handling).Assembly })
            {
                o.IncludeXmlComments(Path.Combine(AppContext.BaseDirectory, assembly.GetName().Name + ".xml"), includeControllerXmlComments: false);
            }

            // Any JSON value: a number, a text, true or false, a list.
            o.MapType<JsonNode>(() => new OpenApiSchema());
            o.SupportNonNullableReferenceTypes();
            o.NonNullableReferenceTypesAsRequired();
            o.CustomSchemaIds(NameOf);
            o.CustomOperationIds(d => d.ActionDescriptor.EndpointMetadata.OfType<EndpointNameMetadata>().FirstOrDefault()?.EndpointName);
            o.ParameterFilter<ParameterDocs>();
            o.ParameterFilter<RuleDocs>();
            o.SchemaFilter<NullDocs>();
            o.SchemaFilter<RuleDocs>();
            o.SchemaFilter<OrderDocs>();
            o.OperationFilter<OperationDocs>();
            o.OperationFilter<IdempotencyDocs>();
            o.OperationFilter<EntityTagDocs>();
            o.OperationFilter<ProblemDocs>();
            o.OperationFilter<ExampleDocs>();
            o.DocumentFilter<TagDocs>();
            o.AddSecurityDefinition("key", new OpenApiSecurityScheme
            {
                Type = SecuritySchemeType.Http,
                Scheme = "bearer",
                Description = "API key. Without one, what is labelled public can be read.",
            });
        });
        return services;
    }

    public static void MapOpenApi(this WebApplication app)
    {
        app.MapGet("/openapi/v1.json", async () => Results.Text(await WriteAsync(app), "application/json")).ExcludeFromDescription().OpenToAll();
        app.UseSwaggerPage();
    }

    /// <summary>The document as it is served.</summary>
    public static async Task<string> WriteAsync(WebApplication app)
    {
        var document = await app.Services.GetRequiredService<IAsyncSwaggerProvider>().GetSwaggerAsync(DocumentName);
        return await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1) + "\n";
    }

    /// <summary>
    /// <c>PageView&lt;DatasetView&gt;</c> becomes <c>DatasetPage</c>, <c>DatasetView</c> becomes <c>Dataset</c>: the names of GraphQL;
    /// <c>ProblemDocument</c> becomes <c>Problem</c>.
    /// </summary>
    private static string NameOf(Type type)
    {
        var name = type.IsGenericType ? type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)] : type.Name;
        var plain = type == typeof(ProblemDocument) ? nameof(Problem) : name.EndsWith("View", StringComparison.Ordinal) ? name[..^4] : name;
        return type.IsGenericType ? string.Concat(type.GetGenericArguments().Select(NameOf)) + plain : plain;
    }
}
