using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Catalogue.Agents;

/// <summary>What tests of agents share.</summary>
public abstract class AgentDoorTests(ApiFixture api) : ApiTests(api)
{
    private static int _count;

    private protected async Task<string> AgentAsync(object description)
    {
        var id = $"agent-{Interlocked.Increment(ref _count)}-{Guid.NewGuid():N}"[..24];
        var body = JsonSerializer.SerializeToNode(description)!.AsObject(); // An object is never null as a node.
        (body["id"], body["name"]) = (id, (string?)body["name"] ?? "An agent of a test");
        await CreatedAsync("/v1/agents", body);
        return id;
    }

    private protected async Task<long> RoleAsync(string dataset, object role) => (await CreatedAsync($"/v1/datasets/{dataset}/roles", role)).GetProperty("id").GetInt64();

    private protected async Task<long> DelegationAsync(string agent, object delegation) => (await CreatedAsync($"/v1/agents/{agent}/acts-for", delegation)).GetProperty("id").GetInt64();

    private protected async Task<JsonElement> CreatedAsync(string path, object body)
    {
        var response = await Admin.PostAsJsonAsync(path, body, Stop);
        response.StatusCode.ShouldBe(HttpStatusCode.Created, await response.Content.ReadAsStringAsync(Stop));
        return await response.ReadAsync<JsonElement>();
    }

    private protected async Task<HttpResponseMessage> PutAsync(string id, string? tag, object description)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/v1/agents/{id}") { Content = JsonContent.Create(description) };
        if (tag is not null) request.Headers.TryAddWithoutValidation("If-Match", tag);
        return await Admin.SendAsync(request, Stop);
    }

    private protected async Task<IReadOnlyList<JsonElement>> Items(string path) => [.. (await Anonymous.GetJsonAsync(path)).GetProperty("items").EnumerateArray()];

    /// <summary>The text of a property, empty where it is null.</summary>
    private protected static string Text(JsonElement element, string property) => element.GetProperty(property).GetString() ?? "";
}
