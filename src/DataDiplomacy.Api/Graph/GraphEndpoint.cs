using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Http;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Transport;
using GraphQL.Types;
using GraphQL.Validation.Errors.Custom;
using GraphQLParser.AST;
using Microsoft.Net.Http.Headers;

namespace DataDiplomacy.Api.Graph;

/// <summary>The GraphQL door: GraphQL over HTTP (working draft 2025), queries only, by POST with JSON or by GET.</summary>
public static class GraphEndpoint
{
    private const int NamedRoots = 10;
    private const string AllowedMethods = "GET, POST";

    public static IEndpointConventionBuilder MapGraph(this IEndpointRouteBuilder endpoints, string pattern = "/graphql")
    {
        // Read now: an operator who names a wrong folder learns it from the start of the server.
        _ = endpoints.ServiceProvider.GetRequiredService<TrustedDocuments>();
        return endpoints.Map(pattern, HandleAsync).WithDisplayName("GraphQL");
    }

    private static async Task HandleAsync(HttpContext http)
    {
        var accepted = GraphNegotiation.Choose(http.Request);
        try
        {
            RequireMethod(http);
            if (accepted is null) throw NotAcceptable();
            var request = await GraphRequestReader.ReadAsync(http, http.RequestAborted);
            var result = await ExecuteAsync(http, request);
            if (http.RequestServices.GetService<AuditNote>() is { } note) note.Route += RootsOf(result);
            await WriteAsync(http, accepted, StatusOf(http, result, accepted), result);
        }
        catch (GraphRefusedException refused)
        {
            await RefuseAsync(http, accepted, refused);
        }
        catch (BadHttpRequestException bad) when (!http.RequestAborted.IsCancellationRequested)
        {
            await RefuseAsync(http, accepted, new(bad.StatusCode, "BAD_REQUEST", "The body could not be read."));
        }
        catch (Exception gone) when (http.RequestAborted.IsCancellationRequested && gone is OperationCanceledException or IOException)
        {
            // The caller has hung up: there is nobody to answer and nothing went wrong here.
        }
    }

    private static void RequireMethod(HttpContext http)
    {
        if (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsPost(http.Request.Method)) return;
        http.Response.Headers.Allow = AllowedMethods;
        throw new GraphRefusedException(StatusCodes.Status405MethodNotAllowed, "METHOD_NOT_ALLOWED", $"Use one of: {AllowedMethods}.");
    }

    private static GraphRefusedException NotAcceptable() =>
        new(StatusCodes.Status406NotAcceptable, "NOT_ACCEPTABLE", $"Accept one of: {string.Join(", ", GraphNegotiation.Offered)}.");

    private static async Task<ExecutionResult> ExecuteAsync(HttpContext http, GraphQLRequest request)
    {
        var services = http.RequestServices;
        var cost = services.GetRequiredService<QueryCost>();
        cost.Window = http.Features.Get<RateWindow>();
        var result = await services.GetRequiredService<IDocumentExecuter>().ExecuteAsync(new ExecutionOptions
        {
            Schema = services.GetRequiredService<ISchema>(),
            Query = request.Query,
            OperationName = request.OperationName,
            Variables = request.Variables,
            Extensions = request.Extensions,
            RequestServices = services,
            User = http.User,
            CancellationToken = http.RequestAborted,
        });
        return cost.Refusal is null ? result : throw cost.Refusal;
    }

    /// <summary>The root fields by name, for the audit; a fragment at the root is not looked into.</summary>
    private static string RootsOf(ExecutionResult result) =>
        string.Concat((result.Operation?.SelectionSet.Selections ?? []).Take(NamedRoots)
            .Select(s => " " + (s is GraphQLField field ? field.Name.StringValue : "...")));

    /// <summary>With the legacy type each well-formed request is 200; with the new type one that was not executed is not. One beyond the limits is refused in both.</summary>
    private static int StatusOf(HttpContext http, ExecutionResult result, string mediaType)
    {
        if (result.Executed) return StatusCodes.Status200OK;
        var errors = result.Errors ?? [];
        if (HttpMethods.IsGet(http.Request.Method) && errors.Any(error => error is QueriesOnlyError))
        {
            http.Response.Headers.Allow = HttpMethods.Post;
            return StatusCodes.Status405MethodNotAllowed;
        }

        if (errors.Any(error => error is TimeoutError)) return StatusCodes.Status503ServiceUnavailable;
        if (errors.Any(error => error is UnhandledError)) return StatusCodes.Status500InternalServerError;
        return mediaType == GraphNegotiation.Response || errors.Any(error => error is DocumentLimitError or ComplexityError) ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
    }

    private static Task RefuseAsync(HttpContext http, string? accepted, GraphRefusedException refused) =>
        WriteAsync(http, accepted ?? GraphNegotiation.Legacy, refused.Status, new ExecutionResult(ProblemError.Refused(refused)));

    private static async Task WriteAsync(HttpContext http, string mediaType, int status, ExecutionResult result)
    {
        var response = http.Response;
        response.StatusCode = status;
        response.ContentType = mediaType + "; charset=utf-8";
        response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        response.Headers.XContentTypeOptions = "nosniff";
        // An error may be gone the next time, such as a timeout; and reading evidence that is not public is an event, for which no copy may stand.
        if (result.Errors is { Count: > 0 } || http.Request.Headers.Authorization.Count > 0) response.Headers.CacheControl = "no-store";
        await http.RequestServices.GetRequiredService<IGraphQLSerializer>().WriteAsync(response.Body, result, http.RequestAborted);
    }
}
