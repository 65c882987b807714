using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace DataDiplomacy.Api.Tests.Support;

/// <summary>Makes agents and facts through the door, and reads what they say.</summary>
internal static class Statements
{
    private static int _count;

    /// <summary>An agent with an id of its own, which is returned.</summary>
    public static async Task<string> AgentAsync(this HttpClient admin, string handling = "public", string kind = "ngo")
    {
        var id = $"speaker-{Interlocked.Increment(ref _count)}";
        await admin.CreatedAsync("/v1/agents", new { id, kind, name = $"Speaker {id}", handling });
        return id;
    }

    /// <summary>What was created.</summary>
    public static async Task<JsonElement> CreatedAsync(this HttpClient by, string path, object body)
    {
        var response = await by.PostAsJsonAsync(path, body);
        response.StatusCode.ShouldBe(HttpStatusCode.Created, await response.Content.ReadAsStringAsync());
        return await response.ReadAsync<JsonElement>();
    }

    public static async Task<IReadOnlyList<JsonElement>> ItemsAsync(this HttpClient by, string path) => [.. (await by.GetJsonAsync(path)).GetProperty("items").EnumerateArray()];

    /// <summary>Posts JSON as it is written.</summary>
    public static Task<HttpResponseMessage> PostTextAsync(this HttpClient by, string path, string json) => by.PostAsync(path, new StringContent(json, Encoding.UTF8, "application/json"));

    /// <summary>The text of a property, empty where it is null.</summary>
    public static string Text(this JsonElement element, string property) => element.GetProperty(property).GetString() ?? "";

    public static long Number(this JsonElement element, string property) => element.GetProperty(property).GetInt64();

    /// <summary>Ids of what a lineage reached, without what all IRIs begin with.</summary>
    public static IReadOnlyList<string> Reached(this JsonElement lineage) => [.. lineage.GetProperty("nodes").EnumerateArray().Select(n => n.Text("id").Split("/v1/")[^1])];
}
