using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Evidence.Records;
using DataDiplomacy.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataDiplomacy.Api.Tests.Evidence;

/// <summary>What tests of redactions ask for.</summary>
public abstract class RedactingTests(ApiFixture api) : ApiTests(api)
{
    private const string Everything = """
        {
          "title": "A document without names", "sensitivity": "public", "reason": "witnessSafety", "reasonNote": "The witness asked for it.",
          "authority": "Order 12/2026", "removed": [{ "kind": "page", "where": "Page 2, lines 10 to 14" }, { "kind": "header", "where": "From" }], "tool": "pen 1"
        }
        """;

    protected static JsonObject Body(object? changes = null)
    {
        var body = JsonNode.Parse(Everything)!.AsObject(); // It is an object.
        foreach (var (name, value) in JsonSerializer.SerializeToNode(changes)?.AsObject() ?? [])
            body[name] = value?.DeepClone();
        return body;
    }

    protected static Task<HttpResponseMessage> SendAsync(HttpClient caller, string original, string content, JsonObject? body = null, string? once = null)
    {
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(content));
        file.Headers.ContentType = new("text/plain");
        var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/evidence/{original}/redactions")
        {
            Content = new MultipartFormDataContent("b") { { JsonContent.Create(body ?? Body()), "redaction" }, { file, "content", "test.txt" } },
        };
        if (once is not null)
            request.Headers.Add("Idempotency-Key", once);
        return caller.SendAsync(request, Stop);
    }

    protected static async Task<AddedEvidence> RedactAsync(HttpClient caller, string original, string content, object? changes = null)
    {
        var answer = await SendAsync(caller, original, content, Body(changes));
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Stop));
        return await answer.ReadAsync<AddedEvidence>();
    }

    protected static async Task<JsonElement> RedactedAsync(HttpClient caller, string id) =>
        (await caller.GetJsonAsync($"/v1/evidence/{id}/custody")).GetProperty("items").EnumerateArray().Single(e => e.GetProperty("type").GetString() == "redacted");

    /// <summary>The disclosed values of an event by their names.</summary>
    protected static Dictionary<string, string> Values(JsonElement custodyEvent) =>
        custodyEvent.GetProperty("disclosures").EnumerateArray().ToDictionary(d => d.GetProperty("n").GetString() ?? "", d => d.GetProperty("v").ToString());

    protected static IEnumerable<string> Withheld(JsonElement custodyEvent) =>
        custodyEvent.GetProperty("withheld").EnumerateArray().Select(w => $"{w.GetProperty("name")}: {w.GetProperty("reason")}");

    protected async Task EraseAsync(string id)
    {
        var other = await Api.ClientAsync(Role.Verifier);
        (await Admin.PostAsJsonAsync($"/v1/evidence/{id}/erasure", new { reason = "r", legalBasis = "l" }, Stop)).EnsureSuccessStatusCode();
        (await other.PostAsJsonAsync($"/v1/evidence/{id}/erasure/agreement", new { reason = "r" }, Stop)).EnsureSuccessStatusCode();
    }

    protected async Task<List<string>> FaultsAsync()
    {
        await using var scope = Api.Factory.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IntegrityQueries>().CheckAsync(_ => { }, Stop).ToListAsync(Stop);
    }

    /// <summary>How many records, events, leaves, keys and contents there are.</summary>
    protected async Task<(int Records, int Events, int Leaves, int Files)> StoredAsync()
    {
        await using DataContext context = await Api.ContextAsync();
        var files = new[] { "blobs", Path.Combine("keys", "records") }.Select(f => Path.Combine(Api.Factory.Storage, f)).Where(Directory.Exists).Sum(f => Directory.EnumerateFiles(f, "*", SearchOption.AllDirectories).Count());
        return (await context.EvidenceRecords.CountAsync(Stop), await context.CustodyEvents.CountAsync(Stop), await context.LogEntries.CountAsync(Stop), files);
    }
}
