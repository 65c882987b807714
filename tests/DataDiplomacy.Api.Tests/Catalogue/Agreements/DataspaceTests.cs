using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using DataDiplomacy.Api.Tests.Support;
using DataDiplomacy.Core.Standards.Dataspace;

namespace DataDiplomacy.Api.Tests.Catalogue.Agreements;

/// <summary>Negotiations by messages of the Dataspace Protocol 2025-1.</summary>
public abstract class DataspaceTests(ApiFixture api) : AgreementDoorTests(api)
{
    private const string First = "?name=Flood%20centre&kind=igo&track=II";

    [Fact]
    public async Task Negotiates_by_messages_and_shows_each_move_as_one()
    {
        var (dataset, parties) = (await Given.DatasetAsync(), await PartiesAsync());
        var consumer = "urn:uuid:" + Guid.NewGuid();
        var begun = await SendAsync(parties.Consumer, Request(consumer, dataset), First, HttpStatusCode.Created);
        var provider = begun.ProviderPid;
        var id = Id((await parties.Consumer.GetJsonAsync($"/v1/data-negotiations?dataset={dataset}")).GetProperty("items")[0]);

        var offered = await SendAsync(parties.Editor, Message("ContractOfferMessage", consumer, provider, ("offer", Offer(dataset, "2027-06-30T00:00:00Z"))), "", HttpStatusCode.Accepted);
        await DoneAsync(DecideAsync(parties.Other, id, 1));
        var counter = await SendAsync(parties.Consumer, Message("ContractRequestMessage", consumer, provider, ("offer", Offer(dataset, "2027-12-31T00:00:00Z"))), "", HttpStatusCode.OK);
        await SendAsync(parties.Editor, Message("ContractAgreementMessage", consumer, provider, ("agreement", Agreement(dataset, "2027-12-31T00:00:00Z"))), "", HttpStatusCode.Accepted);
        await DoneAsync(DecideAsync(parties.Other, id, 2));
        await SendAsync(parties.Consumer, Message("ContractAgreementVerificationMessage", consumer, provider), "", HttpStatusCode.OK);
        var final = await SendAsync(parties.Editor, Message("ContractNegotiationEventMessage", consumer, provider, ("eventType", "FINALIZED")), "", HttpStatusCode.OK);

        (begun.State.ToString(), begun.ConsumerPid, offered.State.ToString(), counter.State.ToString(), final.State.ToString()).ShouldBe(("Requested", consumer, "Requested", "Requested", "Finalized"));
        string[] kinds = ["ContractRequestMessage", "ContractOfferMessage", "ContractRequestMessage", "ContractAgreementMessage", "ContractAgreementVerificationMessage", "ContractNegotiationEventMessage"];
        for (var number = 1; number <= kinds.Length; number++)
        {
            var answer = await parties.Consumer.GetAsync($"/v1/data-negotiations/{id}/moves/{number}?format=dsp", Stop);
            answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/ld+json");
            DataspaceJson.ReadAny(await answer.Content.ReadAsByteArrayAsync(Stop)).GetType().Name.ShouldBe(kinds[number - 1]);
        }

        var agreement = DataspaceJson.Read<ContractAgreementMessage>(await parties.Consumer.GetByteArrayAsync($"/v1/data-negotiations/{id}/moves/4?format=dsp", Stop)).Agreement;
        DataspacePolicies.ViolationsOfText(agreement).ShouldBeEmpty();
        Text(agreement, "target").ShouldBe($"{Base}v1/datasets/{dataset}");
    }

    [Fact]
    public async Task Shows_a_negotiation_and_its_end_as_messages()
    {
        var (dataset, parties) = (await Given.DatasetAsync(), await PartiesAsync());
        var begun = await StartAsync(parties, dataset);
        var (provider, consumer) = (Text(begun, "providerPid") ?? "", Text(begun, "consumerPid") ?? "");
        var ended = await SendAsync(parties.Second, Message("ContractNegotiationTerminationMessage", consumer, provider, ("code", "no-need"), ("reason", new JsonArray("Found elsewhere."))), "", HttpStatusCode.OK);

        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/data-negotiations/{Id(begun)}") { Headers = { { "Accept", "application/ld+json" } } };
        var state = DataspaceJson.Read<ContractNegotiation>(await (await parties.Consumer.SendAsync(request, Stop)).Content.ReadAsByteArrayAsync(Stop));
        var end = DataspaceJson.Read<ContractNegotiationTerminationMessage>(await parties.Consumer.GetByteArrayAsync($"/v1/data-negotiations/{Id(begun)}/moves/2?format=dsp", Stop));

        (ended.State, state.State).ShouldBe((Core.Catalogue.Negotiations.NegotiationState.Terminated, Core.Catalogue.Negotiations.NegotiationState.Terminated));
        (end.Code, end.Reason?[0].GetString()).ShouldBe(("no-need", "no-need: Found elsewhere."));
        Text(await parties.Consumer.GetJsonAsync($"/v1/data-negotiations/{Id(begun)}"), "endedBy").ShouldBe("consumer");
    }

    [Fact]
    public async Task Refuses_an_agreement_that_is_not_what_is_on_the_table()
    {
        var (dataset, parties) = (await Given.DatasetAsync(), await PartiesAsync());
        var begun = await StartAsync(parties, dataset, Policy(until: "2027-12-31T00:00:00Z"));
        var message = Message("ContractAgreementMessage", Text(begun, "consumerPid") ?? "", Text(begun, "providerPid") ?? "", ("agreement", Agreement(dataset, "2099-12-31T00:00:00Z")));

        var refusal = await (await PostAsync(parties.Editor, message, "")).RefusedAsync(422);

        (refusal.Type, refusal.Detail.Contains("states the terms on the table", StringComparison.Ordinal)).ShouldBe(("rule-broken", true), refusal.Detail);
    }

    [Theory]
    [InlineData("{}", 400)]
    [InlineData("no json", 400)]
    [InlineData("""{ "@context": ["https://w3id.org/dspace/2025/1/context.jsonld"], "@type": "TransferCompletionMessage", "providerPid": "urn:a", "consumerPid": "urn:b" }""", 400)]
    [InlineData("""{ "@context": ["https://w3id.org/dspace/2025/1/context.jsonld"], "@type": "ContractNegotiationEventMessage", "providerPid": "urn:a", "consumerPid": "urn:b", "eventType": "DONE" }""", 400)]
    [InlineData("""{ "@context": ["https://w3id.org/dspace/2025/1/context.jsonld"], "@type": "ContractAgreementVerificationMessage", "providerPid": "urn:a", "consumerPid": "urn:b" }""", 404)]
    public async Task Refuses_what_is_no_message_of_a_negotiation_that_is_here(string message, int status)
    {
        var parties = await PartiesAsync();

        await (await PostAsync(parties.Consumer, message, "")).RefusedAsync(status);
    }

    [Fact]
    public async Task Refuses_a_first_message_without_a_party_a_target_or_a_name_of_its_own()
    {
        var (dataset, parties) = (await Given.DatasetAsync(), await PartiesAsync());
        var consumer = "urn:uuid:" + Guid.NewGuid();
        await SendAsync(parties.Consumer, Request(consumer, dataset), First, HttpStatusCode.Created);

        (await (await PostAsync(parties.Consumer, Request("urn:uuid:" + Guid.NewGuid(), dataset), "")).RefusedAsync(400)).Errors.ShouldContainKey("name");
        (await (await PostAsync(parties.Consumer, Request(consumer, dataset), First)).RefusedAsync(409)).Type.ShouldBe("already-exists");
        await (await PostAsync(parties.Consumer, Request("urn:uuid:" + Guid.NewGuid(), "none"), First)).RefusedAsync(404);
        await (await PostAsync(parties.Consumer, Request("urn:uuid:" + Guid.NewGuid(), null), First)).RefusedAsync(400);
    }

    [Theory]
    [InlineData("urn:\0")]
    [InlineData("")]
    [InlineData(null)]
    public async Task Refuses_a_name_that_no_database_takes(string? consumer)
    {
        var parties = await PartiesAsync();

        (await (await PostAsync(parties.Consumer, Request(consumer ?? "urn:" + new string('x', 5_000), await Given.DatasetAsync()), First)).RefusedAsync(400)).Errors.ShouldContainKey("/consumerPid");
        (await (await PostAsync(parties.Consumer, Message("ContractAgreementVerificationMessage", consumer ?? "urn:" + new string('x', 5_000), "urn:a"), "")).RefusedAsync(400)).Errors.ShouldContainKey("/consumerPid");
    }

    [Fact]
    public async Task Says_when_terms_do_not_fit_into_a_message()
    {
        var (dataset, parties) = (await Given.DatasetAsync(), await PartiesAsync());
        var twoActions = JsonNode.Parse("""{ "@type": "Offer", "@id": "urn:x", "permission": [ { "action": ["use", "read"] } ] }""")!.AsObject();
        var id = Id(await StartAsync(parties, dataset, twoActions));

        (await (await parties.Consumer.GetAsync($"/v1/data-negotiations/{id}/moves/1?format=dsp", Stop)).RefusedAsync(406)).Detail.ShouldContain("/offer/permission/0/action");
        await (await parties.Consumer.GetAsync($"/v1/data-negotiations/{id}/moves/5", Stop)).RefusedAsync(404);
    }

    private static string Request(string consumer, string? dataset)
    {
        var offer = Offer(dataset ?? "none", "2027-12-31T00:00:00Z");
        if (dataset is null) offer.Remove("target");
        return new JsonObject
        {
            ["@context"] = new JsonArray(DataspaceJson.ContextUri),
            ["@type"] = "ContractRequestMessage",
            ["consumerPid"] = consumer,
            ["callbackAddress"] = "https://example.org/callback",
            ["offer"] = offer,
        }.ToJsonString();
    }

    private static string Message(string type, string consumer, string provider, params (string Name, JsonNode? Value)[] members)
    {
        var message = new JsonObject { ["@context"] = new JsonArray(DataspaceJson.ContextUri), ["@type"] = type, ["consumerPid"] = consumer, ["providerPid"] = provider };
        foreach (var (name, value) in members) message[name] = value;
        return message.ToJsonString();
    }

    private static JsonObject Offer(string dataset, string until)
    {
        var offer = Policy(until: until);
        offer["target"] = $"{Base}v1/datasets/{dataset}";
        return offer;
    }

    private static JsonObject Agreement(string dataset, string until)
    {
        var agreement = Offer(dataset, until);
        (agreement["@type"], agreement["@id"], agreement["assigner"], agreement["assignee"], agreement["timestamp"]) = ("Agreement", "urn:test:agreement", Base, "https://example.org/agents/flood-centre", "2026-01-01T00:00:00Z");
        return agreement;
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient by, string message, string query) =>
        by.PostAsync("/v1/data-negotiations/dsp" + query, new StringContent(message, Encoding.UTF8, "application/ld+json"), Stop);

    private static async Task<ContractNegotiation> SendAsync(HttpClient by, string message, string query, HttpStatusCode status)
    {
        var answer = await PostAsync(by, message, query);
        answer.StatusCode.ShouldBe(status, await answer.Content.ReadAsStringAsync(Stop));
        return DataspaceJson.Read<ContractNegotiation>(await answer.Content.ReadAsByteArrayAsync(Stop));
    }

    public sealed class OnSqlite(UnsweptSqliteApi api) : DataspaceTests(api), IClassFixture<UnsweptSqliteApi>;

    public sealed class OnPostgres(UnsweptPostgresApi api) : DataspaceTests(api), IClassFixture<UnsweptPostgresApi>;
}
