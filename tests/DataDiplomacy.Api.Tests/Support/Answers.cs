using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DataDiplomacy.Api.Http;

namespace DataDiplomacy.Api.Tests.Support;

/// <summary>Reads what the server answers.</summary>
internal static class Answers
{
    public static async Task<T> ReadAsync<T>(this HttpResponseMessage response) =>
        await response.Content.ReadFromJsonAsync<T>(WireJson.Options) ?? throw new JsonException("The answer is null.");

    public static async Task<JsonElement> GetJsonAsync(this HttpClient client, string path)
    {
        var response = await client.GetAsync(path);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, await response.Content.ReadAsStringAsync());
        return await response.ReadAsync<JsonElement>();
    }

    /// <summary>The refusal, which must be a problem document with this status.</summary>
    public static async Task<Refusal> RefusedAsync(this HttpResponseMessage response, int status)
    {
        ((int)response.StatusCode).ShouldBe(status, await response.Content.ReadAsStringAsync());
        response.Content.Headers.ContentType?.MediaType.ShouldBe("application/problem+json");
        var problem = await response.ReadAsync<Refusal>();
        problem.Status.ShouldBe(status);
        return problem;
    }
}

/// <summary>A problem document (RFC 9457) as a client reads it.</summary>
public sealed record Refusal
{
    public required string Type { get; init; }

    public required string Title { get; init; }

    public required int Status { get; init; }

    public required string Detail { get; init; }

    public IReadOnlyDictionary<string, string[]> Errors { get; init; } = new Dictionary<string, string[]>();

    public IReadOnlyList<string> Suggestions { get; init; } = [];

    public IReadOnlyList<JsonElement> Candidates { get; init; } = [];

    public required string TraceId { get; init; }
}
