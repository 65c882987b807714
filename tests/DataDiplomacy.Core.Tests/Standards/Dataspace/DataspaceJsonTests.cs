using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataDiplomacy.Core.Catalogue.Negotiations;
using DataDiplomacy.Core.Standards.Dataspace;

namespace DataDiplomacy.Core.Tests.Standards.Dataspace;

public sealed class DataspaceJsonTests
{
    private const string Context = "\"@context\":[\"https://w3id.org/dspace/2025/1/context.jsonld\"]";
    private const string Pids = "\"providerPid\":\"urn:p\",\"consumerPid\":\"urn:c\"";

    private static readonly JsonElement Offer = JsonElement.Parse("""{"@id":"urn:o","@type":"Offer","target":"urn:d","permission":[{"action":"use"}]}""");

    private static readonly JsonElement CatalogueOffer = JsonElement.Parse("""{"@id":"urn:o","@type":"Offer","permission":[{"action":"use"}]}""");

    private static readonly JsonElement Agreement =
        JsonElement.Parse("""{"@id":"urn:a","@type":"Agreement","target":"urn:d","assigner":"urn:p1","assignee":"urn:c1","timestamp":"2026-11-01T10:00:00Z","permission":[{"action":"use"}]}""");

    private static readonly Dataset RiverLevels = new()
    {
        Id = "urn:d",
        HasPolicy = [CatalogueOffer],
        Distribution = [new() { Format = "HttpData-PULL", AccessService = new("urn:s", null) }, new() { Format = "csv", AccessService = new(null, new DataService { Id = "urn:s2", EndpointUrl = "https://x.example" }) }]
    };

    private static readonly DataAddress Address = new()
    {
        EndpointType = "https://w3id.org/idsa/v4.1/HTTP",
        Endpoint = "https://x.example",
        EndpointProperties = [new() { Name = "authType", Value = "bearer" }]
    };

    /// <summary>One of each kind, with the JSON that its schema has for it, written by hand.</summary>
    public static TheoryData<DataspaceObject, string> EachKind { get; } = new()
    {
        { new CatalogRequestMessage { Filter = [JsonElement.Parse("1")] }, """{CONTEXT,"@type":"CatalogRequestMessage","filter":[1]}""" },
        { new DatasetRequestMessage { Dataset = "urn:d" }, """{CONTEXT,"@type":"DatasetRequestMessage","dataset":"urn:d"}""" },
        { new CatalogError { Code = "x", Reason = [] }, """{CONTEXT,"@type":"CatalogError","code":"x","reason":[]}""" },
        {
            new Catalog { Id = "urn:k", ParticipantId = "urn:p", Catalogs = [new Catalog { Id = "urn:k2", Service = [new() { Id = "urn:s", EndpointUrl = "https://x.example" }] }] },
            """{CONTEXT,"@type":"Catalog","@id":"urn:k","participantId":"urn:p","catalog":[{"@type":"Catalog","@id":"urn:k2","service":[{"@type":"DataService","@id":"urn:s","endpointURL":"https://x.example"}]}]}"""
        },
        {
            RiverLevels,
            """{CONTEXT,"@type":"Dataset","@id":"urn:d","hasPolicy":[{"@id":"urn:o","@type":"Offer","permission":[{"action":"use"}]}],"distribution":[{"@type":"Distribution","format":"HttpData-PULL","accessService":"urn:s"},{"@type":"Distribution","format":"csv","accessService":{"@type":"DataService","@id":"urn:s2","endpointURL":"https://x.example"}}]}"""
        },
        { new ContractRequestMessage { ConsumerPid = "urn:c", Offer = Offer, CallbackAddress = "https://c.example" }, """{CONTEXT,"@type":"ContractRequestMessage","consumerPid":"urn:c","offer":OFFER,"callbackAddress":"https://c.example"}""" },
        { new ContractRequestMessage { ConsumerPid = "urn:c", ProviderPid = "urn:p", Offer = Offer }, """{CONTEXT,"@type":"ContractRequestMessage","consumerPid":"urn:c","providerPid":"urn:p","offer":OFFER}""" },
        { new ContractOfferMessage { ProviderPid = "urn:p", Offer = Offer, CallbackAddress = "https://p.example" }, """{CONTEXT,"@type":"ContractOfferMessage","providerPid":"urn:p","offer":OFFER,"callbackAddress":"https://p.example"}""" },
        { new ContractOfferMessage { ProviderPid = "urn:p", ConsumerPid = "urn:c", Offer = Offer }, """{CONTEXT,"@type":"ContractOfferMessage",PIDS,"offer":OFFER}""" },
        { new ContractAgreementMessage { ProviderPid = "urn:p", ConsumerPid = "urn:c", Agreement = Agreement }, """{CONTEXT,"@type":"ContractAgreementMessage",PIDS,"agreement":AGREEMENT}""" },
        { new ContractAgreementVerificationMessage { ProviderPid = "urn:p", ConsumerPid = "urn:c" }, """{CONTEXT,"@type":"ContractAgreementVerificationMessage",PIDS}""" },
        { new ContractNegotiationEventMessage { ProviderPid = "urn:p", ConsumerPid = "urn:c", EventType = ContractNegotiationEventType.Finalized }, """{CONTEXT,"@type":"ContractNegotiationEventMessage",PIDS,"eventType":"FINALIZED"}""" },
        { new ContractNegotiationTerminationMessage { ProviderPid = "urn:p", ConsumerPid = "urn:c", Code = "timeout", Reason = [JsonElement.Parse("\"late\"")] }, """{CONTEXT,"@type":"ContractNegotiationTerminationMessage",PIDS,"code":"timeout","reason":["late"]}""" },
        { new ContractNegotiation { ProviderPid = "urn:p", ConsumerPid = "urn:c", State = NegotiationState.Verified }, """{CONTEXT,"@type":"ContractNegotiation",PIDS,"state":"VERIFIED"}""" },
        { new ContractNegotiationError { ProviderPid = "urn:p", ConsumerPid = "urn:c" }, """{CONTEXT,"@type":"ContractNegotiationError",PIDS}""" },
        { new TransferRequestMessage { ConsumerPid = "urn:c", AgreementId = "urn:a", Format = "csv", CallbackAddress = "https://c.example" }, """{CONTEXT,"@type":"TransferRequestMessage","consumerPid":"urn:c","agreementId":"urn:a","format":"csv","callbackAddress":"https://c.example"}""" },
        { new TransferStartMessage { ProviderPid = "urn:p", ConsumerPid = "urn:c", DataAddress = Address }, """{CONTEXT,"@type":"TransferStartMessage",PIDS,"dataAddress":{"@type":"DataAddress","endpointType":"https://w3id.org/idsa/v4.1/HTTP","endpoint":"https://x.example","endpointProperties":[{"@type":"EndpointProperty","name":"authType","value":"bearer"}]}}""" },
        { new TransferCompletionMessage { ProviderPid = "urn:p", ConsumerPid = "urn:c" }, """{CONTEXT,"@type":"TransferCompletionMessage",PIDS}""" },
        { new TransferSuspensionMessage { ProviderPid = "urn:p", ConsumerPid = "urn:c" }, """{CONTEXT,"@type":"TransferSuspensionMessage",PIDS}""" },
        { new TransferTerminationMessage { ProviderPid = "urn:p", ConsumerPid = "urn:c" }, """{CONTEXT,"@type":"TransferTerminationMessage",PIDS}""" },
        { new TransferProcess { ProviderPid = "urn:p", ConsumerPid = "urn:c", State = TransferState.Suspended }, """{CONTEXT,"@type":"TransferProcess",PIDS,"state":"SUSPENDED"}""" },
        { new TransferError { ProviderPid = "urn:p", ConsumerPid = "urn:c" }, """{CONTEXT,"@type":"TransferError",PIDS}""" }
    };

    [Theory]
    [MemberData(nameof(EachKind), DisableDiscoveryEnumeration = true)]
    public void Writes_each_kind_as_its_schema_has_it_and_reads_it_back(DataspaceObject message, string json)
    {
        var written = DataspaceJson.Write(message);
        var again = DataspaceJson.Write(DataspaceJson.ReadAny(written));

        JsonNode.DeepEquals(JsonNode.Parse(written), JsonNode.Parse(Filled(json))).ShouldBeTrue(Encoding.UTF8.GetString(written));
        again.ShouldBe(written);
    }

    [Fact]
    public void Writes_versions_without_a_context()
    {
        var versions = new ProtocolVersions { Versions = [new() { Version = "2025-1", Path = "/dsp", Binding = "HTTPS", Auth = new() { Protocol = "OAuth", Version = "2" } }] };

        var written = DataspaceJson.Write(versions);

        Encoding.UTF8.GetString(written).ShouldBe("""{"protocolVersions":[{"version":"2025-1","path":"/dsp","binding":"HTTPS","auth":{"protocol":"OAuth","version":"2"}}]}""");
        DataspaceJson.Read<ProtocolVersions>(written).Versions.Single().Auth.ShouldNotBeNull().Protocol.ShouldBe("OAuth");
    }

    [Fact]
    public void Keeps_other_contexts_and_members_that_the_schema_does_not_name()
    {
        const string Json = """{"@context":["https://w3id.org/dspace/2025/1/context.jsonld","https://x.example/more"],"@type":"CatalogRequestMessage","dct:title":{"@value":"River","n":1.50},"x":null}""";

        var message = DataspaceJson.Read<CatalogRequestMessage>(Encoding.UTF8.GetBytes(Json));

        message.Other.ShouldNotBeNull().Keys.ShouldBe(["dct:title", "x"]);
        Encoding.UTF8.GetString(DataspaceJson.Write(message)).ShouldBe(Json);
    }

    [Theory]
    [InlineData("\"@type\":[\"Dataset\",\"x:Gauge\"],")]
    [InlineData("")]
    public void Keeps_the_type_of_a_data_set_whatever_it_is(string type)
    {
        var json = """{"@context":["https://w3id.org/dspace/2025/1/context.jsonld"],TYPE"@id":"urn:d","hasPolicy":[{"@id":"urn:o","prohibition":[{"action":"sell"}]}],"distribution":[{"format":"csv","accessService":"urn:s"}]}""".Replace("TYPE", type, StringComparison.Ordinal);

        var written = DataspaceJson.Write(DataspaceJson.Read<Dataset>(Encoding.UTF8.GetBytes(json)));

        Encoding.UTF8.GetString(written).ShouldBe(json);
    }

    [Fact]
    public void Tells_every_violation_of_a_message()
    {
        var json = Encoding.UTF8.GetBytes("""{"@context":["x"],"@type":"ContractNegotiation","providerPid":7,"state":"BEGUN"}""");

        var error = Should.Throw<DataspaceFormatException>(() => DataspaceJson.Read<ContractNegotiation>(json));

        error.Violations.ShouldBe(
        [
            new("/@context", "an array without it", "\"https://w3id.org/dspace/2025/1/context.jsonld\" in it"),
            new("/providerPid", "7", "a text"),
            new("/consumerPid", "nothing", "this member"),
            new("/state", "\"BEGUN\"", "\"REQUESTED\" or \"OFFERED\" or \"ACCEPTED\" or \"AGREED\" or \"VERIFIED\" or \"FINALIZED\" or \"TERMINATED\"")
        ]);
        error.Message.ShouldContain("/providerPid: found 7, expected a text");
    }

    [Fact]
    public void Refuses_a_first_message_that_also_answers()
    {
        var message = new ContractRequestMessage { ConsumerPid = "urn:c", ProviderPid = "urn:p", Offer = Offer, CallbackAddress = "https://c.example" };

        var error = Should.Throw<DataspaceFormatException>(() => DataspaceJson.Write(message));

        error.Violations.ShouldBe([new("/callbackAddress", "callbackAddress and providerPid", "exactly one of callbackAddress, providerPid")]);
    }

    [Fact]
    public void Writes_nothing_that_a_schema_refuses()
    {
        var withoutRule = new ContractAgreementMessage { ProviderPid = "urn:p", ConsumerPid = "urn:c", Agreement = Offer };
        var twice = new TransferError { ProviderPid = "urn:p", ConsumerPid = "urn:c", Other = new Dictionary<string, JsonElement> { ["providerPid"] = Offer } };
        var foreign = new TransferError { ProviderPid = "urn:p", ConsumerPid = "urn:c", Context = ["https://x.example"] };

        Should.Throw<DataspaceFormatException>(() => DataspaceJson.Write(withoutRule)).Violations.Select(each => each.Path).ShouldBe(["/agreement/@type", "/agreement/assigner", "/agreement/assignee"]);
        Should.Throw<DataspaceFormatException>(() => DataspaceJson.Write(twice)).Violations.Single().Expected.ShouldContain("without a name that occurs twice");
        Should.Throw<DataspaceFormatException>(() => DataspaceJson.Write(foreign)).Violations.Single().Path.ShouldBe("/@context");
        Should.Throw<NotSupportedException>(() => DataspaceJson.Write(new EndpointProperty { Name = "x", Value = "y" }));
    }

    [Theory]
    [InlineData("{}", "nothing")]
    [InlineData("[]", "nothing")]
    [InlineData("""{"@type":"Nonsense"}""", "\"Nonsense\"")]
    [InlineData("""{"@type":7}""", "7")]
    [InlineData("""{"@type":"DataAddress"}""", "\"DataAddress\"")]
    public void Refuses_a_type_that_is_no_message(string json, string found)
    {
        var error = Should.Throw<DataspaceFormatException>(() => DataspaceJson.ReadAny(Encoding.UTF8.GetBytes(json)));

        error.Violations.Single().Path.ShouldBe("/@type");
        error.Violations.Single().Found.ShouldBe(found);
    }

    private static string Filled(string json) => json.Replace("CONTEXT", Context, StringComparison.Ordinal).Replace("PIDS", Pids, StringComparison.Ordinal)
        .Replace("OFFER", Offer.GetRawText(), StringComparison.Ordinal).Replace("AGREEMENT", Agreement.GetRawText(), StringComparison.Ordinal);
}
