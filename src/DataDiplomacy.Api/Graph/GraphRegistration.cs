using System.Text.Encodings.Web;
using System.Text.Json;
using GraphQL;
using GraphQL.DI;
using GraphQL.Execution;
using GraphQL.Types;

namespace DataDiplomacy.Api.Graph;

/// <summary>Registers the GraphQL door for one schema.</summary>
public static class GraphRegistration
{
    /// <summary>Graph types are created by the schema that names them, with constructor injection; none needs to be registered.</summary>
    public static IServiceCollection AddGraph<TSchema>(this IServiceCollection services, QueryLimits? limits = null)
        where TSchema : class, ISchema
    {
        var set = limits ?? new QueryLimits();
        services.AddScoped<Loaders>();
        services.AddScoped<QueryCost>();
        services.AddSingleton<GraphErrors>();
        services.AddSingleton<DocumentCache>(_ => new DocumentCache());
        services.AddSingleton<IConfigureExecution>(provider => provider.GetRequiredService<DocumentCache>());
        services.AddSingleton<IDocumentBuilder>(new DocumentGuard(set.Document));
        services.AddSingleton(provider => TrustedDocuments.Load(provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<IDocumentBuilder>()));
        AddScalars(services);
        services.AddGraphQL(builder => Configure<TSchema>(builder, set));
        return services;
    }

    // The schema asks for its scalars here first, so that ours stand in for the library's wherever those are named.
    private static void AddScalars(IServiceCollection services)
    {
        services.AddSingleton<FloatGraphType>(new FiniteType());
        services.AddSingleton<InstantType>();
        services.AddSingleton<DateTimeGraphType>(provider => provider.GetRequiredService<InstantType>());
    }

    private static void Configure<TSchema>(IGraphQLBuilder builder, QueryLimits limits)
        where TSchema : class, ISchema => builder
        .AddSelfActivatingSchema<TSchema>(GraphQL.DI.ServiceLifetime.Singleton)
        .AddGraphTypeMappingProvider(new ViewMappings())
        // The answer is JSON by its type and may not be sniffed: names stay readable.
        .AddSystemTextJson(json =>
        {
            json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
            // Candidates of an error are named as the REST door names them.
            json.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        })
        .AddErrorInfoProvider(provider => provider.GetRequiredService<GraphErrors>())
        .AddComplexityAnalyzer(limits.Apply)
        .AddValidationRule(new QueriesOnly())
        .AddUnhandledExceptionHandler(context => ErrorsOf(context.ExecutionOptions).OnUnhandled(context))
        .ConfigureExecution(async (options, next) =>
        {
            options.Timeout = limits.Timeout;
            options.TimeoutAction = TimeoutAction.ReturnTimeoutError;
            var result = await next(options).ConfigureAwait(false);
            GraphErrors.Cap(result);
            return result;
        });

    private static GraphErrors ErrorsOf(ExecutionOptions options) =>
        (options.RequestServices ?? throw new InvalidOperationException("The query is executed without services.")).GetRequiredService<GraphErrors>();
}
