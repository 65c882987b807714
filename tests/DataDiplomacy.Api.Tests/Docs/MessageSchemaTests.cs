using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataDiplomacy.Api.Tests.Support;
using DataDiplomacy.Core.Standards.Dataspace;

namespace DataDiplomacy.Api.Tests.Docs;

/// <summary>Messages and events that the server sends, held to the published JSON schemas by a validator of others (ajv); each check is shown to fail on a wrong message.</summary>
public sealed class MessageSchemaTests(RunningApi api, ClientTools tools, ITestOutputHelper output) : IClassFixture<RunningApi>, IClassFixture<ClientTools>
{
    private const string Base = "http://localhost:5080/";
    private const string Purpose = """{ "@type": "Offer", "@id": "urn:test:terms", "permission": [ { "action": "use", "constraint": [ { "leftOperand": "purpose", "operator": "eq", "rightOperand": "flood-warning" } ] } ] }""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Events_of_OpenLineage_are_those_of_its_schema()
    {
        var schemas = SharedData.RequireFolder("vectors/provenance/schemas/openlineage", "OpenLineage.json");
        var told = """
            { "eventTime": "2026-11-01T10:05:00Z", "eventType": "COMPLETE", "producer": "https://example.org/etl", "schemaURL": "https://openlineage.io/spec/2-0-2/OpenLineage.json",
              "run": { "runId": "f69a6e9b-9bac-3c9a-9cf6-eacb70ecc9a9" }, "job": { "namespace": "warehouse", "name": "clean" },
              "inputs": [ { "namespace": "BASE", "name": "sdg-demo", "facets": { "version": { "_producer": "https://example.org/etl", "_schemaURL": "https://example.org/s", "datasetVersion": "2" } } } ],
              "outputs": [ { "namespace": "warehouse", "name": "clean", "facets": { "columnLineage": { "_producer": "https://example.org/etl", "_schemaURL": "https://example.org/s",
                "fields": { "total": { "inputFields": [ { "namespace": "BASE", "name": "sdg-demo", "field": "Value" } ] } } } } } ] }
            """.Replace("BASE", Base.TrimEnd('/'));
        using var admin = Client(RunningApi.Key);
        (await admin.PostAsync("/v1/lineage?handling=public", new StringContent(told, Encoding.UTF8, "application/json"), Stop)).IsSuccessStatusCode.ShouldBeTrue();
        using var folder = new Folder();
        foreach (var id in new[] { "activity-import-sdg-demo-2020", "f69a6e9b-9bac-3c9a-9cf6-eacb70ecc9a9" })
        {
            foreach (var (lineage, index) in (await api.Client.GetJsonAsync($"/v1/lineage/{id}")).EnumerateArray().Select((e, i) => (e, i))) folder.Save($"{id}-{index}", lineage.GetRawText());
        }

        var report = await tools.RunAsync("ajv", [schemas, "OpenLineage.json", .. folder.Files]);

        output.WriteLine(report);
        report.Split('\n').Length.ShouldBe(3);
        report.ShouldContain("valid ");
        var wrong = JsonNode.Parse(await File.ReadAllTextAsync(folder.Files[^1], Stop))!.AsObject();
        wrong["run"]!["runId"] = "one";
        (await tools.RefusedAsync("ajv", schemas, "OpenLineage.json", folder.Save("wrong", wrong.ToJsonString()))).ShouldContain("invalid ");
    }

    [Fact]
    public async Task Messages_of_the_Dataspace_Protocol_are_those_of_its_schemas()
    {
        var schemas = SharedData.RequireFolder("vectors/provenance/schemas/dataspace-protocol-2025-1", "catalog/catalog-schema.json");
        using var folder = new Folder();
        var sent = new List<(string Schema, string File)>();
        await foreach (var (schema, message) in MessagesAsync()) sent.Add((schema, folder.Save($"{sent.Count}-{schema.Split('/')[^1]}", message)));

        foreach (var group in sent.GroupBy(s => s.Schema))
        {
            var report = await tools.RunAsync("ajv", [schemas, group.Key, .. group.Select(s => s.File)]);
            output.WriteLine($"{group.Key}: {report.Split('\n').Count(l => l.StartsWith("valid ", StringComparison.Ordinal))} of {group.Count()} valid");
            var wrong = JsonNode.Parse(await File.ReadAllTextAsync(group.First().File, Stop))!.AsObject();
            wrong.Remove("@context");
            (await tools.RefusedAsync("ajv", schemas, group.Key, folder.Save("wrong-" + group.Key.Split('/')[^1], wrong.ToJsonString()))).ShouldContain("invalid ");
        }

        sent.Select(s => s.Schema).Distinct().Count().ShouldBe(18);
    }

    /// <summary>A negotiation, a transfer and a catalogue, and what is refused in each: every message with its schema.</summary>
    private async IAsyncEnumerable<(string Schema, string Message)> MessagesAsync()
    {
        using var consumer = Client(await KeyAsync("reader"));
        using var editor = Client(await KeyAsync("editor"));
        using var other = Client(await KeyAsync("editor"));
        var begun = await SentAsync(consumer, "/v1/data-negotiations", $$"""{ "dataset": "sdg-demo", "consumer": { "name": "n", "kind": "igo", "agent": "https://example.org/a" }, "track": "II", "policy": {{Purpose}} }""");
        var talk = $"/v1/data-negotiations/{begun.GetProperty("id").GetString()}";
        await SentAsync(editor, talk + "/moves", $$"""{ "move": "offer", "by": "provider", "policy": {{Purpose}} }""");
        await SentAsync(other, talk + "/approvals/1", """{ "decision": "approve" }""");
        await SentAsync(consumer, talk + "/moves", """{ "move": "accept", "by": "consumer" }""");
        await SentAsync(Client(RunningApi.Key), talk + "/approvals/2", """{ "decision": "approve" }""");
        await SentAsync(editor, talk + "/moves", """{ "move": "agree", "by": "provider" }""");
        await SentAsync(other, talk + "/approvals/3", """{ "decision": "approve" }""");
        await SentAsync(consumer, talk + "/moves", """{ "move": "verify", "by": "consumer" }""");
        var made = await SentAsync(editor, talk + "/moves", """{ "move": "finalize", "by": "provider" }""");
        string[] moves = ["request", "offer", "negotiation-event", "agreement", "agreement-verification", "negotiation-event"];
        for (var i = 0; i < moves.Length; i++) yield return ($"negotiation/contract-{moves[i]}-message-schema.json", await consumer.GetStringAsync($"{talk}/moves/{i + 1}?format=dsp", Stop));
        yield return ("negotiation/contract-negotiation-schema.json", await consumer.GetStringAsync(talk + "?format=dsp", Stop));
        yield return ("negotiation/contract-negotiation-error-schema.json", await ErrorAsync(consumer, "/v1/data-negotiations/dsp", "ContractAgreementVerificationMessage", begun));
        var ended = await SentAsync(consumer, "/v1/data-negotiations", $$"""{ "dataset": "sdg-demo", "consumer": { "name": "n", "kind": "igo" }, "track": "II", "policy": {{Purpose}} }""");
        await SentAsync(consumer, $"/v1/data-negotiations/{ended.GetProperty("id").GetString()}/moves", """{ "move": "terminate", "by": "consumer", "reason": "no-need", "motivation": "Found elsewhere." }""");
        yield return ("negotiation/contract-negotiation-termination-message-schema.json", await consumer.GetStringAsync($"/v1/data-negotiations/{ended.GetProperty("id").GetString()}/moves/2?format=dsp", Stop));

        var transfers = $"/v1/agreements/{made.GetProperty("agreement").GetString()}/transfers";
        var transfer = await SentAsync(consumer, transfers, """{ "purpose": "flood-warning" }""");
        foreach (var move in new[] { """{ "move": "start", "by": "provider" }""", """{ "move": "suspend", "by": "consumer", "reason": "Slow." }""", """{ "move": "start", "by": "provider" }""" }) await SentAsync(move.Contains("consumer") ? consumer : editor, transfers + "/1/moves", move);
        await SentAsync(editor, transfers + "/1/moves", $$"""{ "move": "complete", "by": "provider", "sha256": "{{new string('a', 64)}}" }""");
        await SentAsync(consumer, transfers, """{ "purpose": "flood-warning" }""");
        await SentAsync(consumer, transfers + "/2/moves", """{ "move": "terminate", "by": "consumer", "reason": "Not needed." }""");
        string[] steps = ["request", "start", "suspension", "start", "completion"];
        for (var i = 0; i < steps.Length; i++) yield return ($"transfer/transfer-{steps[i]}-message-schema.json", await consumer.GetStringAsync($"{transfers}/1/moves/{i + 1}?format=dsp", Stop));
        yield return ("transfer/transfer-termination-message-schema.json", await consumer.GetStringAsync(transfers + "/2/moves/2?format=dsp", Stop));
        yield return ("transfer/transfer-process-schema.json", await consumer.GetStringAsync(transfers + "/1?format=dsp", Stop));
        yield return ("transfer/transfer-error-schema.json", await ErrorAsync(consumer, "/v1/agreements/dsp", "TransferStartMessage", transfer));

        await SentAsync(editor, "/v1/datasets/sdg-demo/offers", $$"""{ "policy": {{Purpose}} }""");
        var asked = $$"""{ "@context": ["{{DataspaceJson.ContextUri}}"], "@type": "CatalogRequestMessage", "filter": FILTER }""";
        yield return ("catalog/catalog-schema.json", await RawAsync(consumer, "/catalog/request", asked.Replace("FILTER", "[]")));
        yield return ("catalog/dataset-schema.json", await consumer.GetStringAsync("/catalog/datasets/sdg-demo", Stop));
        yield return ("catalog/catalog-error-schema.json", await RawAsync(consumer, "/catalog/request", asked.Replace("FILTER", """["any"]""")));
    }

    /// <summary>The error that answers a message about a process that is over.</summary>
    private static Task<string> ErrorAsync(HttpClient by, string path, string type, JsonElement process) => RawAsync(by, path,
        $$"""{ "@context": ["{{DataspaceJson.ContextUri}}"], "@type": "{{type}}", "providerPid": "{{process.GetProperty("providerPid").GetString()}}", "consumerPid": "{{process.GetProperty("consumerPid").GetString()}}" }""");

    private static async Task<string> RawAsync(HttpClient by, string path, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, Encoding.UTF8, "application/ld+json"), Headers = { { "Accept", "application/ld+json" } } };
        return await (await by.SendAsync(request, Stop)).Content.ReadAsStringAsync(Stop);
    }

    private static async Task<JsonElement> SentAsync(HttpClient by, string path, string body)
    {
        var answer = await by.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"), Stop);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{path}: {await answer.Content.ReadAsStringAsync(Stop)}");
        return await answer.ReadAsync<JsonElement>();
    }

    private async Task<string> KeyAsync(string role)
    {
        using var admin = Client(RunningApi.Key);
        var answer = await admin.PostAsJsonAsync("/v1/keys", new { name = $"{role} of a test", role }, Stop);
        return (await answer.ReadAsync<JsonElement>()).GetProperty("secret").GetString().ShouldNotBeNull();
    }

    private HttpClient Client(string key) => new() { BaseAddress = api.Client.BaseAddress, DefaultRequestHeaders = { Authorization = new("Bearer", key) } };

    /// <summary>Files for a program of others, deleted at the end.</summary>
    private sealed class Folder : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dd-messages-");

        public List<string> Files { get; } = [];

        public string Save(string name, string json)
        {
            var file = Path.Combine(_folder.FullName, name + ".json");
            File.WriteAllText(file, json);
            Files.Add(file);
            return file;
        }

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
