using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Evidence;

/// <summary>What tests of assessments ask for.</summary>
public abstract class AssessingTests(ApiFixture api) : ApiTests(api)
{
    protected const string Everything = """
        {
          "claim": "The bridge was closed.", "sourceReliability": "B", "sourceBasis": "Its earlier minutes proved right.", "informationCredibility": 2,
          "informationBasis": "Fits the measured crack.", "likelihood": "veryLikely", "confidence": "moderate", "alternatives": ["It was closed on another day."],
          "supporting": [], "contradicting": [], "conflictOfInterest": "None known."
        }
        """;

    protected static JsonObject Body(object? changes = null)
    {
        var body = JsonNode.Parse(Everything)!.AsObject();
        foreach (var (name, value) in JsonSerializer.SerializeToNode(changes)?.AsObject() ?? [])
            body[name] = value?.DeepClone();
        return body;
    }

    protected static Task<HttpResponseMessage> SendAsync(HttpClient caller, string record, JsonObject body) => caller.PostAsJsonAsync($"/v1/evidence/{record}/assessments", body, Stop);

    protected static async Task<JsonElement> AssessAsync(HttpClient caller, string record, object? changes = null)
    {
        var answer = await SendAsync(caller, record, Body(changes));
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Stop));
        return await answer.ReadAsync<JsonElement>();
    }

    protected static Task<HttpResponseMessage> ReviewAsync(HttpClient caller, string record, string assessment, object? changes = null)
    {
        var body = Body(changes);
        body.Remove("claim");
        return caller.PostAsJsonAsync($"/v1/evidence/{record}/assessments/{assessment}/reviews", body, Stop);
    }

    protected static async Task<JsonElement> OneAsync(HttpClient caller, string record, string assessment) =>
        (await caller.GetJsonAsync($"/v1/evidence/{record}/assessments")).GetProperty("items").EnumerateArray().Single(a => a.GetProperty("id").GetString() == assessment);

    protected static IEnumerable<string> Texts(JsonElement view, string name) => view.GetProperty(name).EnumerateArray().Select(t => t.GetString() ?? "");
}
