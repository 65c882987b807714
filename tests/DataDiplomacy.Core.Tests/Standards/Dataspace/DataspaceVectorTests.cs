using System.Text.Json;
using System.Text.Json.Nodes;
using DataDiplomacy.Core.Standards.Dataspace;
using DataDiplomacy.Core.Tests.Evidence;

namespace DataDiplomacy.Core.Tests.Standards.Dataspace;

/// <summary>The examples of the protocol's authors, and the messages that their tests refuse.</summary>
public sealed class DataspaceVectorTests(ITestOutputHelper output)
{
    private const string Valid = "vectors/provenance/dsp-valid";
    private const string Invalid = "vectors/provenance/dsp-invalid";

    /// <summary>The reader for each schema of the authors.</summary>
    private static readonly Dictionary<string, Func<byte[], DataspaceObject>> Readers = new()
    {
        ["common/protocol-version-schema.json"] = json => DataspaceJson.Read<ProtocolVersions>(json),
        ["catalog/catalog-schema.json"] = json => DataspaceJson.Read<Catalog>(json),
        ["catalog/catalog-request-message-schema.json"] = json => DataspaceJson.Read<CatalogRequestMessage>(json),
        ["catalog/dataset-request-message-schema.json"] = json => DataspaceJson.Read<DatasetRequestMessage>(json),
        ["catalog/dataset-schema.json"] = json => DataspaceJson.Read<Dataset>(json),
        ["negotiation/contract-request-message-schema.json"] = json => DataspaceJson.Read<ContractRequestMessage>(json),
        ["negotiation/contract-offer-message-schema.json"] = json => DataspaceJson.Read<ContractOfferMessage>(json),
        ["negotiation/contract-agreement-message-schema.json"] = json => DataspaceJson.Read<ContractAgreementMessage>(json),
        ["negotiation/contract-agreement-verification-message-schema.json"] = json => DataspaceJson.Read<ContractAgreementVerificationMessage>(json),
        ["negotiation/contract-negotiation-event-message-schema.json"] = json => DataspaceJson.Read<ContractNegotiationEventMessage>(json),
        ["negotiation/contract-negotiation-termination-message-schema.json"] = json => DataspaceJson.Read<ContractNegotiationTerminationMessage>(json),
        ["negotiation/contract-negotiation-schema.json"] = json => DataspaceJson.Read<ContractNegotiation>(json),
        ["negotiation/contract-negotiation-error-schema.json"] = json => DataspaceJson.Read<ContractNegotiationError>(json),
        ["transfer/transfer-request-message-schema.json"] = json => DataspaceJson.Read<TransferRequestMessage>(json),
        ["transfer/transfer-start-message-schema.json"] = json => DataspaceJson.Read<TransferStartMessage>(json),
        ["transfer/transfer-completion-message-schema.json"] = json => DataspaceJson.Read<TransferCompletionMessage>(json),
        ["transfer/transfer-suspension-message-schema.json"] = json => DataspaceJson.Read<TransferSuspensionMessage>(json),
        ["transfer/transfer-termination-message-schema.json"] = json => DataspaceJson.Read<TransferTerminationMessage>(json),
        ["transfer/transfer-process-schema.json"] = json => DataspaceJson.Read<TransferProcess>(json),
        ["transfer/transfer-error-schema.json"] = json => DataspaceJson.Read<TransferError>(json),
        // What suspension, termination and error have in common; the first stands for it.
        ["transfer/transfer-schema.json"] = json => DataspaceJson.Read<TransferSuspensionMessage>(json)
    };

    /// <summary>What the name of a case says is wrong, and where that is; the longest name that fits counts.</summary>
    private static readonly (string Name, string Path)[] Faults =
    [
        ("NO_CONTEXT", "/@context"), ("NO_TYPE", "/@type"), ("NO_CONSUMER_ID", "/consumerPid"), ("NO_PROVIDER_ID", "/providerPid"), ("NO_EVENT_TYPE", "/eventType"),
        ("ContractRequestMessage__INVALID_REQUEST_JUST_ID", "/offer/permission"), ("ContractRequestMessage__INVALID_REQUEST_NO_ID", "/offer/@id"),
        ("NO_CALLBACK_NO_CONSUMER_PID", "/callbackAddress"), ("NO_OFFER", "/offer"), ("NO_FORMAT", "/format"), ("NO_CALLBACK", "/callbackAddress"),
        ("NO_DA_ENDPOINT_TYPE", "/dataAddress/endpointType"), ("NO_DA_TYPE", "/dataAddress/@type"),
        ("NO_DISTRIBUTION", "/distribution"), ("NO_DISTRIBUTION_FORMAT", "/distribution/0/format"), ("NO_ID_DATASET_NO_POLICY", "/hasPolicy"),
        ("Policy__INVALID_NO_ID", "/@id"), ("NO_LEFT_OPERAND", "/permission/0/constraint/0/leftOperand"), ("NO_OPERATOR", "/permission/0/constraint/0/operator"),
        ("LOGICAL_CONTENT_NESTING", "/permission/0/constraint"),
        ("AUTH_A_STRING", "/protocolVersions/0/auth"), ("AUTH_MISSING_PROTOCOL", "/protocolVersions/0/auth/protocol"), ("NO_BINDING", "/protocolVersions/0/binding"),
        ("NO_PATH", "/protocolVersions/0/path"), ("NO_VERSION", "/protocolVersions/0/version"), ("SERVICEID_NOT_A_STRING", "/protocolVersions/0/serviceId"),
        // Both are addresses, held against the schema of messages with reasons: what is wrong with them there is that they are none.
        ("Transfer__INVALID_NO_ENDPOINT", "/providerPid"), ("Transfer__INVALID_NO_ENDPOINT_TYPE", "/providerPid")
    ];

    [Fact]
    public void Reads_every_example_and_writes_it_unchanged_in_meaning()
    {
        var cases = Cases(Valid);
        var withSchema = cases.Where(each => each.Schema is not null).ToList();

        var wrong = withSchema.Where(each => !JsonNode.DeepEquals(JsonNode.Parse(each.Json), JsonNode.Parse(DataspaceJson.Write(Readers[each.Schema ?? ""](each.Json))))).ToList();

        output.WriteLine($"dsp-valid: {withSchema.Count - wrong.Count} of {withSchema.Count} read and written, {cases.Count - withSchema.Count} without a schema of its own");
        wrong.ShouldBeEmpty();
        withSchema.Count.ShouldBe(15);
        cases.Where(each => each.Schema is null).Select(each => each.Name).ShouldBe(["common__dataservice-did-service"]);
    }

    [Fact]
    public void Finds_the_kind_of_every_example_by_its_type()
    {
        var withSchema = Cases(Valid).Where(each => each.Schema is not null).ToList();

        var wrong = withSchema.Where(each => DataspaceJson.ReadAny(each.Json).GetType() != Readers[each.Schema ?? ""](each.Json).GetType());

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Refuses_every_invalid_message_at_the_place_of_its_fault()
    {
        var cases = Cases(Invalid);

        var refused = cases.Select(each => (each.Name, Paths: PathsOf(each))).ToList();

        output.WriteLine($"dsp-invalid: {refused.Count(each => each.Paths.Count > 0)} of {cases.Count} refused, {refused.Count(each => each.Paths.Contains(FaultOf(each.Name)))} where the name says");
        refused.Where(each => !each.Paths.Contains(FaultOf(each.Name))).ShouldBeEmpty();
        refused.Count.ShouldBe(54);
    }

    /// <summary>The file's name says the endpoint is missing, but the schema of addresses does not ask for one.</summary>
    [Fact]
    public void Takes_an_address_without_an_endpoint_and_refuses_one_without_its_type()
    {
        var withoutEndpoint = SharedFiles.Bytes(Invalid, "Transfer__INVALID_NO_ENDPOINT.json");
        var withoutType = SharedFiles.Bytes(Invalid, "Transfer__INVALID_NO_ENDPOINT_TYPE.json");

        DataspaceJson.Read<DataAddress>(withoutEndpoint).Endpoint.ShouldBeNull();
        Should.Throw<DataspaceFormatException>(() => DataspaceJson.Read<DataAddress>(withoutType)).Violations.ShouldBe([new("/endpointType", "nothing", "this member")]);
    }

    private static IReadOnlyList<string> PathsOf(Case each)
    {
        if (each.Schema == "negotiation/contract-schema.json")
        {
            using var policy = JsonDocument.Parse(each.Json);
            return [.. DataspacePolicies.ViolationsOf(policy.RootElement, DataspacePolicyKind.Policy).Select(violation => violation.Path)];
        }
        try
        {
            Readers[each.Schema ?? ""](each.Json);
            return [];
        }
        catch (DataspaceFormatException error)
        {
            return [.. error.Violations.Select(violation => violation.Path)];
        }
    }

    private static string FaultOf(string name) => Faults.Where(fault => name.EndsWith(fault.Name, StringComparison.Ordinal)).MaxBy(fault => fault.Name.Length).Path;

    private static List<Case> Cases(string family) =>
    [
        .. SharedFiles.Json(Path.Combine(SharedFiles.Folder(family), "cases.json")).EnumerateObject()
            .Select(each => new Case(each.Name, each.Value.GetProperty("schema").GetString(), SharedFiles.Bytes(family, each.Value.GetProperty("files")[0].GetString() ?? "")))
    ];

    private sealed record Case(string Name, string? Schema, byte[] Json);
}
