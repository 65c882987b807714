using System.Buffers;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using DataDiplomacy.Api.Access;
using GraphQL;
using GraphQL.Transport;
using Microsoft.Net.Http.Headers;

namespace DataDiplomacy.Api.Graph;

/// <summary>Reads a GraphQL request from a query string or from a JSON body, strictly.</summary>
public static class GraphRequestReader
{
    public const int MaxBodyBytes = 1 << 20;

    /// <summary>Lists and objects inside each other.</summary>
    public const int MaxJsonDepth = 32;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = MaxJsonDepth };

    public static Task<GraphQLRequest> ReadAsync(HttpContext http, CancellationToken cancellationToken) =>
        HttpMethods.IsGet(http.Request.Method) ? Task.FromResult(FromQuery(http)) : FromBodyAsync(http, cancellationToken);

    private static GraphQLRequest FromQuery(HttpContext http)
    {
        RequireUtf8(http.Request.QueryString);
        using var variables = ParseParameter(http.Request.Query, "variables");
        using var extensions = ParseParameter(http.Request.Query, "extensions");
        return Build(
            http,
            Document(http, Parameter(http.Request.Query, "query"), Parameter(http.Request.Query, "documentId")),
            Parameter(http.Request.Query, "operationName"),
            variables?.RootElement,
            extensions?.RootElement);
    }

    // The framework leaves escapes that are no UTF-8 as they stand, and the value would be taken for text.
    private static void RequireUtf8(QueryString query)
    {
        var escaped = Encoding.UTF8.GetBytes(query.Value ?? "");
        if (!Utf8.IsValid(WebUtility.UrlDecodeToBytes(escaped, 0, escaped.Length))) throw Malformed("The query string is not UTF-8.");
    }

    private static string? Parameter(IQueryCollection query, string name) => query[name] switch
    {
        { Count: 0 } => null,
        [var one] => string.IsNullOrEmpty(one) ? null : one,
        _ => throw Malformed($"The parameter '{name}' is given more than once."),
    };

    private static JsonDocument? ParseParameter(IQueryCollection query, string name)
    {
        if (Parameter(query, name) is not { } text) return null;
        try
        {
            return JsonDocument.Parse(text, Strict);
        }
        catch (JsonException)
        {
            throw Malformed($"The parameter '{name}' is not JSON, or its lists and objects are more than {MaxJsonDepth} inside each other.");
        }
    }

    private static async Task<GraphQLRequest> FromBodyAsync(HttpContext http, CancellationToken cancellationToken)
    {
        RequireJson(http.Request.ContentType);
        var body = await ReadBodyAsync(http.Request, cancellationToken);
        if (!Utf8.IsValid(body.Span)) throw Malformed("The body is not UTF-8.");
        using var json = ParseBody(body);
        var root = json.RootElement;
        if (root.ValueKind == JsonValueKind.Array)
            throw new GraphRefusedException(StatusCodes.Status400BadRequest, "BATCHING_NOT_OFFERED", "Send one request at a time; a list of requests is not offered.");
        if (root.ValueKind != JsonValueKind.Object) throw Malformed("The body must be a JSON object with the member 'query'.");
        return Build(http, Document(http, Text(root, "query"), Text(root, "documentId")), Text(root, "operationName"), Member(root, "variables"), Member(root, "extensions"));
    }

    // A JSON content type is never a 'simple' request: browsers ask first, so that other sites cannot send one.
    private static void RequireJson(string? contentType)
    {
        if (MediaTypeHeaderValue.TryParse(contentType, out var type)
            && type.MediaType.Equals(GraphNegotiation.Legacy, StringComparison.OrdinalIgnoreCase)
            && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))) return;
        throw new GraphRefusedException(StatusCodes.Status415UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE", "Send the request as application/json in UTF-8.");
    }

    private static async Task<ReadOnlyMemory<byte>> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBodyBytes) throw TooLarge();
        var body = new ArrayBufferWriter<byte>((int)(request.ContentLength ?? 4096) + 1);
        int read;
        while ((read = await request.Body.ReadAsync(body.GetMemory(1), cancellationToken)) > 0)
        {
            body.Advance(read);
            if (body.WrittenCount > MaxBodyBytes) throw TooLarge();
        }

        return body.WrittenMemory;
    }

    private static JsonDocument ParseBody(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body, Strict);
        }
        catch (JsonException)
        {
            throw Malformed($"The body is not JSON, or its lists and objects are more than {MaxJsonDepth} inside each other.");
        }
    }

    private static string Document(HttpContext http, string? query, string? id)
    {
        var anonymous = http.RequestServices.GetService<CurrentCaller>()?.Caller.Role is null;
        return http.RequestServices.GetRequiredService<TrustedDocuments>().Choose(string.IsNullOrEmpty(query) ? null : query, id, anonymous);
    }

    private static GraphQLRequest Build(HttpContext http, string query, string? operationName, JsonElement? variables, JsonElement? extensions)
    {
        var serializer = http.RequestServices.GetRequiredService<IGraphQLSerializer>();
        return new GraphQLRequest
        {
            Query = query,
            OperationName = operationName,
            Variables = Map(serializer, "variables", variables),
            Extensions = Map(serializer, "extensions", extensions),
        };
    }

    private static Inputs? Map(IGraphQLSerializer serializer, string name, JsonElement? value)
    {
        if (value is not { } element || element.ValueKind == JsonValueKind.Null) return null;
        if (element.ValueKind != JsonValueKind.Object) throw Malformed($"The member '{name}' must be a JSON object.");
        JsonTally.Check(name, element);
        return Decode(() => serializer.ReadNode<Inputs>(element), name);
    }

    private static JsonElement? Member(JsonElement root, string name) => root.TryGetProperty(name, out var value) ? value : null;

    private static string? Text(JsonElement root, string name) => Member(root, name) switch
    {
        null or { ValueKind: JsonValueKind.Null } => null,
        { ValueKind: JsonValueKind.String } text => Decode(text.GetString, name),
        _ => throw Malformed($"The member '{name}' must be a string."),
    };

    // JSON may escape half of a surrogate pair; the parser accepts the escape and fails when the text is read.
    private static T Decode<T>(Func<T> read, string name)
    {
        try
        {
            return read();
        }
        catch (Exception unreadable) when (unreadable is InvalidOperationException or JsonException or FormatException)
        {
            throw Malformed($"The member '{name}' holds text that is not Unicode, or a value out of range.");
        }
    }

    private static GraphRefusedException Malformed(string message) => new(StatusCodes.Status400BadRequest, "BAD_REQUEST", message);

    private static GraphRefusedException TooLarge() =>
        new(StatusCodes.Status413PayloadTooLarge, "BODY_TOO_LARGE", $"The body is larger than {MaxBodyBytes} bytes.");
}
