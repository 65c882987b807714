using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Catalogue.Agreements;
using DataDiplomacy.Api.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DataDiplomacy.Api.Tests.Catalogue.Agreements;

/// <summary>The keys of one negotiation: two of the consumer, two of the provider.</summary>
public sealed record TalkingParties(HttpClient Consumer, HttpClient Second, HttpClient Editor, HttpClient Other, string SecondActor);

/// <summary>What tests of negotiations and agreements share.</summary>
public abstract class AgreementDoorTests(ApiFixture api) : ApiTests(api)
{
    private protected const string Base = "http://localhost:5080/";

    private protected async Task<TalkingParties> PartiesAsync()
    {
        var second = await Api.ClientAsync(Role.Reader);
        var actor = (await second.GetJsonAsync("/v1/me")).GetProperty("actor").GetString().ShouldNotBeNull();
        return new TalkingParties(await Api.ClientAsync(Role.Reader), second, await Api.ClientAsync(Role.Editor), await Api.ClientAsync(Role.Editor), actor);
    }

    /// <summary>Use for a purpose until a day, which is left out when null.</summary>
    private protected static JsonObject Policy(string purpose = "flood-warning", string? until = null, string? duty = null)
    {
        JsonArray constraints = [new JsonObject { ["leftOperand"] = "purpose", ["operator"] = "eq", ["rightOperand"] = purpose }];
        if (until is not null) constraints.Add((JsonNode)new JsonObject { ["leftOperand"] = "dateTime", ["operator"] = "lteq", ["rightOperand"] = until });
        var permission = new JsonObject { ["action"] = "use", ["constraint"] = constraints };
        if (duty is not null) permission["duty"] = new JsonArray(new JsonObject { ["action"] = duty });
        return new JsonObject { ["@type"] = "Offer", ["@id"] = "urn:test:terms", ["permission"] = new JsonArray(permission) };
    }

    private protected static JsonObject Asking(string dataset, JsonObject policy, string? approver = null) => new()
    {
        ["dataset"] = dataset,
        ["consumer"] = new JsonObject { ["name"] = "Flood centre", ["agent"] = "https://example.org/agents/flood-centre", ["kind"] = "igo" },
        ["track"] = "II",
        ["policy"] = policy,
        ["motivation"] = "Before the long rains.",
        ["approvers"] = approver is null ? null : new JsonArray(approver),
    };

    private protected static async Task<JsonElement> StartAsync(TalkingParties parties, string dataset, JsonObject? policy = null)
    {
        var answer = await parties.Consumer.PostAsJsonAsync("/v1/data-negotiations", Asking(dataset, policy ?? Policy(), parties.SecondActor), Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Stop));
        return await answer.ReadAsync<JsonElement>();
    }

    private protected static Task<HttpResponseMessage> MoveAsync(HttpClient by, string negotiation, object move) => by.PostAsJsonAsync($"/v1/data-negotiations/{negotiation}/moves", move, Stop);

    private protected static Task<HttpResponseMessage> DecideAsync(HttpClient by, string negotiation, int number, string decision = "approve", string? reason = null) =>
        by.PostAsJsonAsync($"/v1/data-negotiations/{negotiation}/approvals/{number}", new { decision, reason }, Stop);

    private protected static async Task<JsonElement> DoneAsync(Task<HttpResponseMessage> sent, HttpStatusCode status = HttpStatusCode.OK)
    {
        var answer = await sent;
        answer.StatusCode.ShouldBe(status, await answer.Content.ReadAsStringAsync(Stop));
        return await answer.ReadAsync<JsonElement>();
    }

    /// <summary>A move that one key asks for and another approves.</summary>
    private protected static async Task<JsonElement> ApprovedAsync(HttpClient asker, HttpClient approver, string negotiation, object move)
    {
        var asked = await DoneAsync(MoveAsync(asker, negotiation, move), HttpStatusCode.Accepted);
        return await DoneAsync(DecideAsync(approver, negotiation, asked.GetProperty("approvals").EnumerateArray().Last().GetProperty("number").GetInt32()));
    }

    /// <summary>From a request to an agreement, whose id is returned.</summary>
    private protected static async Task<string> AgreedAsync(TalkingParties parties, string dataset, JsonObject? policy = null)
    {
        var id = Id(await StartAsync(parties, dataset, policy));
        await ApprovedAsync(parties.Editor, parties.Other, id, new { move = "agree", by = "provider" });
        await DoneAsync(MoveAsync(parties.Consumer, id, new { move = "verify", by = "consumer" }));
        var made = await DoneAsync(MoveAsync(parties.Editor, id, new { move = "finalize", by = "provider" }));
        return Text(made, "agreement").ShouldNotBeNull();
    }

    private protected static string Id(JsonElement thing) => Text(thing, "id").ShouldNotBeNull();

    private protected static string? Text(JsonElement thing, string name) => thing.GetProperty(name).GetString();
}

/// <summary>Tests say when the server looks for what is overdue.</summary>
public sealed class UnsweptSqliteApi(PostgresServer postgres) : SqliteApi(postgres)
{
    protected override void Configure(IServiceCollection services) => services.Remove(services.Single(s => s.ImplementationType == typeof(OverdueSweep)));
}

/// <summary>As <see cref="UnsweptSqliteApi"/>.</summary>
public sealed class UnsweptPostgresApi(PostgresServer postgres) : PostgresApi(postgres)
{
    protected override void Configure(IServiceCollection services) => services.Remove(services.Single(s => s.ImplementationType == typeof(OverdueSweep)));
}
