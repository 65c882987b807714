using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Tests.Support;
using DataDiplomacy.Core.Catalogue.Negotiations;
using DataDiplomacy.Core.Standards.Dataspace;

namespace DataDiplomacy.Api.Tests.Catalogue.Agreements;

/// <summary>Transfers and the catalogue of offers by messages of the Dataspace Protocol 2025-1.</summary>
public abstract class TransferMessageTests(ApiFixture api) : AgreementDoorTests(api)
{
    private const string Digest = "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef";

    [Fact]
    public async Task Transfers_by_messages_and_shows_each_move_as_one()
    {
        var (parties, agreement, consumer, provider) = await BegunAsync();

        var started = await SendAsync(parties.Editor, Message("TransferStartMessage", consumer, provider));
        var rests = await SendAsync(parties.Consumer, Message("TransferSuspensionMessage", consumer, provider, ("code", "slow"), ("reason", new JsonArray("The line is slow."))));
        var goesOn = await SendAsync(parties.Consumer, Message("TransferStartMessage", consumer, provider));
        var done = await SendAsync(parties.Editor, Message("TransferCompletionMessage", consumer, provider), $"?sha256={Digest}&bytes=51");

        (started.State, rests.State, goesOn.State, done.State).ShouldBe((TransferState.Started, TransferState.Suspended, TransferState.Started, TransferState.Completed));
        var transfer = $"/v1/agreements/{agreement}/transfers/1";
        string[] kinds = ["TransferRequestMessage", "TransferStartMessage", "TransferSuspensionMessage", "TransferStartMessage", "TransferCompletionMessage"];
        for (var number = 1; number <= kinds.Length; number++)
        {
            var answer = await parties.Consumer.GetAsync($"{transfer}/moves/{number}?format=dsp", Stop);
            answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/ld+json");
            DataspaceJson.ReadAny(await answer.Content.ReadAsByteArrayAsync(Stop)).GetType().Name.ShouldBe(kinds[number - 1]);
        }

        var asked = DataspaceJson.Read<TransferRequestMessage>(await parties.Consumer.GetByteArrayAsync($"{transfer}/moves/1?format=dsp", Stop));
        (asked.AgreementId, asked.ConsumerPid, asked.Format).ShouldBe(($"{Base}v1/agreements/{agreement}", consumer, "HttpData-PULL"));
        var rested = DataspaceJson.Read<TransferSuspensionMessage>(await parties.Consumer.GetByteArrayAsync($"{transfer}/moves/3?format=dsp", Stop));
        rested.Reason?[0].GetString().ShouldBe("slow: The line is slow.");
        var state = DataspaceJson.Read<TransferProcess>(await parties.Consumer.GetByteArrayAsync($"{transfer}?format=dsp", Stop));
        (state.State, state.ProviderPid, state.ConsumerPid).ShouldBe((TransferState.Completed, provider, consumer));
        var shown = await parties.Consumer.GetJsonAsync(transfer);
        (Text(shown, "sha256"), shown.GetProperty("moves").GetArrayLength(), Text(await parties.Consumer.GetJsonAsync($"{transfer}/moves/4"), "by")).ShouldBe((Digest, 5, "consumer"));
    }

    [Fact]
    public async Task Tells_the_consumer_where_the_data_are_as_they_were()
    {
        var (parties, agreement, consumer, provider) = await BegunAsync();
        await SendAsync(parties.Editor, Message("TransferStartMessage", consumer, provider));

        var start = DataspaceJson.Read<TransferStartMessage>(await parties.Consumer.GetByteArrayAsync($"/v1/agreements/{agreement}/transfers/1/moves/2?format=dsp", Stop));

        var address = new Uri(start.DataAddress.ShouldNotBeNull().Endpoint.ShouldNotBeNull());
        (await parties.Consumer.GetStringAsync(address.PathAndQuery, Stop)).ShouldContain("SI_POV");
        start.DataAddress.EndpointProperties.ShouldBeNull();
    }

    [Fact]
    public async Task Ends_a_transfer_for_the_side_that_sends_the_message()
    {
        var (parties, agreement, consumer, provider) = await BegunAsync();

        var ended = await SendAsync(parties.Consumer, Message("TransferTerminationMessage", consumer, provider, ("code", "no-need")));

        ended.State.ShouldBe(TransferState.Terminated);
        var move = await parties.Consumer.GetJsonAsync($"/v1/agreements/{agreement}/transfers/1/moves/2");
        (Text(move, "by"), Text(move, "reason")).ShouldBe(("consumer", "no-need"));
        DataspaceJson.Read<TransferTerminationMessage>(await parties.Consumer.GetByteArrayAsync($"/v1/agreements/{agreement}/transfers/1/moves/2?format=dsp", Stop)).ConsumerPid.ShouldBe(consumer);
    }

    [Fact]
    public async Task Refuses_by_an_error_message_whoever_speaks_the_protocol_and_by_a_problem_all_others()
    {
        var (parties, _, consumer, provider) = await BegunAsync();
        var early = Message("TransferCompletionMessage", consumer, provider);

        var problem = await (await PostAsync(parties.Editor, early, $"?sha256={Digest}")).RefusedAsync(422);
        var answer = await PostAsync(parties.Editor, early, $"?sha256={Digest}", "application/ld+json");
        var error = DataspaceJson.Read<TransferError>(await answer.Content.ReadAsByteArrayAsync(Stop));

        problem.Detail.ShouldContain("may not complete in REQUESTED");
        (answer.StatusCode, error.Code, error.ProviderPid, error.Reason?[0].GetString()).ShouldBe((HttpStatusCode.UnprocessableEntity, "rule-broken", provider, problem.Detail));
    }

    [Fact]
    public async Task Refuses_a_move_of_a_negotiation_by_an_error_message_too()
    {
        var parties = await PartiesAsync();
        var begun = await StartAsync(parties, await Given.DatasetAsync());
        var message = Message("ContractAgreementVerificationMessage", Text(begun, "consumerPid") ?? "", Text(begun, "providerPid") ?? "");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/data-negotiations/dsp") { Content = new StringContent(message, Encoding.UTF8, "application/ld+json"), Headers = { { "Accept", "application/ld+json" } } };

        var answer = await parties.Consumer.SendAsync(request, Stop);

        var error = DataspaceJson.Read<ContractNegotiationError>(await answer.Content.ReadAsByteArrayAsync(Stop));
        (answer.StatusCode, error.Code, error.ConsumerPid).ShouldBe((HttpStatusCode.UnprocessableEntity, "rule-broken", Text(begun, "consumerPid")));
    }

    [Fact]
    public async Task Asks_for_what_a_transfer_needs_and_a_message_does_not_say()
    {
        var (parties, agreement, consumer, provider) = await BegunAsync();
        await SendAsync(parties.Editor, Message("TransferStartMessage", consumer, provider));

        (await (await PostAsync(parties.Editor, Message("TransferCompletionMessage", consumer, provider), "")).RefusedAsync(400)).Errors.ShouldContainKey("sha256");
        (await (await PostAsync(parties.Consumer, Request("urn:uuid:" + Guid.NewGuid(), agreement), "")).RefusedAsync(422)).Detail.ShouldContain("purpose");
        (await (await PostAsync(parties.Consumer, Request(consumer, agreement), "?purpose=flood-warning")).RefusedAsync(409)).Type.ShouldBe("already-exists");
        (await (await PostAsync(parties.Consumer, Request("urn:uuid:" + Guid.NewGuid(), agreement, "HttpData-PUSH"), "?purpose=flood-warning")).RefusedAsync(422)).Detail.ShouldContain("HttpData-PULL");
    }

    [Theory]
    [InlineData("{}", 400)]
    [InlineData("""{ "@context": ["https://w3id.org/dspace/2025/1/context.jsonld"], "@type": "ContractAgreementVerificationMessage", "providerPid": "urn:a", "consumerPid": "urn:b" }""", 400)]
    [InlineData("""{ "@context": ["https://w3id.org/dspace/2025/1/context.jsonld"], "@type": "TransferProcess", "providerPid": "urn:a", "consumerPid": "urn:b", "state": "STARTED" }""", 400)]
    [InlineData("""{ "@context": ["https://w3id.org/dspace/2025/1/context.jsonld"], "@type": "TransferStartMessage", "providerPid": "urn:a", "consumerPid": "urn:b" }""", 404)]
    [InlineData("""{ "@context": ["https://w3id.org/dspace/2025/1/context.jsonld"], "@type": "TransferRequestMessage", "agreementId": "agr-none", "consumerPid": "urn:b", "format": "HttpData-PULL", "callbackAddress": "https://example.org" }""", 404)]
    public async Task Refuses_what_is_no_message_of_a_transfer_that_is_here(string message, int status) =>
        await (await PostAsync(await Api.ClientAsync(Role.Reader), message, "")).RefusedAsync(status);

    [Fact]
    public async Task Hides_the_transfers_of_others()
    {
        var (_, agreement, consumer, provider) = await BegunAsync();
        var stranger = await Api.ClientAsync(Role.Reader);

        await (await stranger.GetAsync($"/v1/agreements/{agreement}/transfers/1", Stop)).RefusedAsync(404);
        await (await stranger.GetAsync($"/v1/agreements/{agreement}/transfers/1/moves/1", Stop)).RefusedAsync(404);
        await (await PostAsync(stranger, Message("TransferTerminationMessage", consumer, provider), "")).RefusedAsync(404);
        await (await PostAsync(stranger, Request("urn:uuid:" + Guid.NewGuid(), agreement), "?purpose=flood-warning")).RefusedAsync(404);
    }

    [Fact]
    public async Task Shows_what_is_offered_as_a_catalogue_of_the_protocol()
    {
        var (open, hidden, bare) = (await Given.DatasetAsync(), await Given.DatasetAsync(handling: "internal"), await Given.DatasetAsync());
        foreach (var dataset in new[] { open, hidden }) await OfferAsync(dataset, Policy());

        var (seen, path) = (new List<Dataset>(), "/catalog/request?limit=1");
        while (path.Length > 0)
        {
            var answer = await AskAsync(path);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Stop));
            var catalog = DataspaceJson.Read<Catalog>(await answer.Content.ReadAsByteArrayAsync(Stop));
            catalog.ParticipantId.ShouldBe(Base);
            seen.AddRange(catalog.Dataset ?? []);
            path = answer.Headers.TryGetValues("Link", out var links) ? links.Single().Split('<', '>')[1] : "";
        }

        var offered = seen.Single(d => d.Id == $"{Base}v1/datasets/{open}");
        offered.HasPolicy.ShouldHaveSingleItem().TryGetProperty("target", out _).ShouldBeFalse();
        (await Anonymous.GetJsonAsync($"/v1/datasets/{open}/catalog")).GetRawText().ShouldContain(Text(offered.HasPolicy[0], "@id")!);
        seen.ShouldNotContain(d => d.Id.EndsWith("/" + hidden) || d.Id.EndsWith("/" + bare));
        DataspaceJson.Read<Dataset>(await Anonymous.GetByteArrayAsync($"/catalog/datasets/{open}", Stop)).Id.ShouldBe(offered.Id);
        DataspaceJson.Read<Dataset>(await Anonymous.GetByteArrayAsync($"/catalog/datasets/{Uri.EscapeDataString(offered.Id)}", Stop)).Id.ShouldBe(offered.Id);
        foreach (var none in new[] { hidden, bare, "none" }) await (await Anonymous.GetAsync($"/catalog/datasets/{none}", Stop)).RefusedAsync(404);
    }

    [Fact]
    public async Task Refuses_a_filter_and_what_asks_for_no_catalogue()
    {
        (await (await AskAsync("/catalog/request", """["any"]""")).RefusedAsync(400)).Errors.ShouldContainKey("/filter");
        (await (await AskAsync("/catalog/request?limit=0")).RefusedAsync(400)).Errors.ShouldContainKey("limit");
        await (await Anonymous.PostAsync("/catalog/request", new StringContent(Message("TransferStartMessage", "urn:a", "urn:b"), Encoding.UTF8, "application/json"), Stop)).RefusedAsync(400);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/catalog/datasets/none") { Headers = { { "Accept", "application/ld+json" } } };
        DataspaceJson.Read<CatalogError>(await (await Anonymous.SendAsync(request, Stop)).Content.ReadAsByteArrayAsync(Stop)).Code.ShouldBe("not-found");
    }

    [Fact]
    public async Task Leaves_out_terms_for_which_the_protocol_has_no_room()
    {
        var dataset = await Given.DatasetAsync();
        await OfferAsync(dataset, JsonNode.Parse("""{ "@type": "Offer", "@id": "urn:x", "permission": [ { "action": ["use", "read"] } ] }""")!.AsObject());

        await (await Anonymous.GetAsync($"/catalog/datasets/{dataset}", Stop)).RefusedAsync(404);
    }

    /// <summary>A transfer that is asked for by a message, with its names.</summary>
    private async Task<(TalkingParties Parties, string Agreement, string Consumer, string Provider)> BegunAsync()
    {
        var (dataset, parties) = (await Given.DatasetAsync(), await PartiesAsync());
        await Given.ImportAsync(dataset, "SeriesCode,GeoAreaCode,TimePeriod,Value\nSI_POV,404,2010,1\n");
        var agreement = await AgreedAsync(parties, dataset);
        var consumer = "urn:uuid:" + Guid.NewGuid();
        var answer = await PostAsync(parties.Consumer, Request(consumer, agreement), "?purpose=flood-warning");
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Stop));
        answer.Headers.Location?.ToString().ShouldBe($"/v1/agreements/{agreement}/transfers/1");
        var begun = DataspaceJson.Read<TransferProcess>(await answer.Content.ReadAsByteArrayAsync(Stop));
        (begun.State, begun.ConsumerPid).ShouldBe((TransferState.Requested, consumer));
        return (parties, agreement, consumer, begun.ProviderPid);
    }

    private async Task OfferAsync(string dataset, JsonObject policy) =>
        (await Admin.PostAsync($"/v1/datasets/{dataset}/offers", new StringContent(new JsonObject { ["policy"] = policy }.ToJsonString(), Encoding.UTF8, "application/json"), Stop)).StatusCode.ShouldBe(HttpStatusCode.Created);

    private Task<HttpResponseMessage> AskAsync(string path, string filter = "[]") =>
        Anonymous.PostAsync(path, new StringContent($$"""{ "@context": ["{{DataspaceJson.ContextUri}}"], "@type": "CatalogRequestMessage", "filter": {{filter}} }""", Encoding.UTF8, "application/json"), Stop);

    private static string Request(string consumer, string agreement, string format = "HttpData-PULL") => new JsonObject
    {
        ["@context"] = new JsonArray(DataspaceJson.ContextUri),
        ["@type"] = "TransferRequestMessage",
        ["consumerPid"] = consumer,
        ["agreementId"] = $"{Base}v1/agreements/{agreement}",
        ["format"] = format,
        ["callbackAddress"] = "https://example.org/callback",
    }.ToJsonString();

    private static string Message(string type, string consumer, string provider, params (string Name, JsonNode? Value)[] members)
    {
        var message = new JsonObject { ["@context"] = new JsonArray(DataspaceJson.ContextUri), ["@type"] = type, ["consumerPid"] = consumer, ["providerPid"] = provider };
        foreach (var (name, value) in members) message[name] = value;
        return message.ToJsonString();
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient by, string message, string query, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/agreements/dsp" + query) { Content = new StringContent(message, Encoding.UTF8, "application/ld+json") };
        if (accept is not null) request.Headers.Add("Accept", accept);
        return await by.SendAsync(request, Stop);
    }

    private static async Task<TransferProcess> SendAsync(HttpClient by, string message, string query = "")
    {
        var answer = await PostAsync(by, message, query);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync(Stop));
        return DataspaceJson.Read<TransferProcess>(await answer.Content.ReadAsByteArrayAsync(Stop));
    }

    public sealed class OnSqlite(UnsweptSqliteApi api) : TransferMessageTests(api), IClassFixture<UnsweptSqliteApi>;

    public sealed class OnPostgres(UnsweptPostgresApi api) : TransferMessageTests(api), IClassFixture<UnsweptPostgresApi>;
}
