using System.Net.Http.Json;
using System.Text.Json;
using DataDiplomacy.Api.Graph;

namespace DataDiplomacy.Api.Tests.Graph;

/// <summary>Sends GraphQL to a whole server.</summary>
internal static class GraphClient
{
    public static async Task<GraphAnswer> QueryAsync(this HttpClient client, string query, object? variables = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query, variables }) };
        request.Headers.Accept.ParseAdd(GraphNegotiation.Response);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new((int)response.StatusCode, response.Content.Headers.ContentType, [], body);
    }

    /// <summary>What is at the path within the data of an answer that has no errors.</summary>
    public static async Task<JsonElement> DataAsync(this HttpClient client, string query, params string[] path)
    {
        var answer = await client.QueryAsync(query);
        answer.Errors.ShouldBeEmpty($"{query}\n{answer.Body}");
        return path.Aggregate(answer.Json.GetProperty("data"), (at, name) => int.TryParse(name, out var index) ? at[index] : at.GetProperty(name));
    }
}
